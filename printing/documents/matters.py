"""Matters as forms word them: sensitive ones without names, and without numbers unless the print is full."""

from collections.abc import Iterator
from contextlib import suppress

from models.matter import Matter
from models.matter_register import standings
from models.rules.calendar import day_in
from models.rules.kinds import Light, MatterState, PointKind, Satisfaction
from models.rules.masking import masked_name, masked_phone, without_names
from models.terms import label
from printing.choice import Choice
from printing.wording import one_a_line, plain, told

SIGNS = {Light.LATE: "●", Light.NEAR: "▲", Light.IN_TIME: "○", Light.SETTLED: "✓"}


class MatterWords:
    """Words for the matters of one print."""

    def __init__(self, choice: Choice) -> None:
        self._full = choice.full
        self.standing = standings(choice.today)

    def raised_by(self, matter: Matter) -> str:
        """Who raised it: the name alone, of a sensitive matter 张××."""
        hidden = masked_name if self._hides(matter) else plain
        return told(hidden(matter.raised_by), full=self._full)

    def phone(self, matter: Matter) -> str:
        return one_a_line(matter.phone if self._full else masked_phone(matter.phone))

    def point(self, matter: Matter) -> str:
        """The contact point it came from; of a sensitive matter a household's name is hidden as well."""
        point = matter.contact_point
        if point is None:
            return ""
        hidden = self._hides(matter) and point.kind == PointKind.HOUSEHOLD
        return masked_name(point.name) if hidden else plain(point.name)

    def text(self, matter: Matter, text: str) -> str:
        """Free text of a matter; of a sensitive one the names it is about are hidden in it as well."""
        return without_names(told(text, full=self._full), self.hidden_names(matter))

    def hidden_names(self, matter: Matter) -> Iterator[str]:
        """The names to be hidden: of those a sensitive matter is about, unless the print is a full one."""
        if self._hides(matter):
            point = matter.contact_point
            names = [matter.raised_by, point.name if point and point.kind == PointKind.HOUSEHOLD else ""]
            yield from (name for name in map(plain, names) if len(name) > 1)

    def unit(self, matter: Matter) -> str:
        """样样局（李样）, of what is known."""
        person = f"（{plain(matter.person)}）" if matter.unit and matter.person else plain(matter.person)
        return told(matter.unit + person, full=self._full)

    def category(self, matter: Matter) -> str:
        """What it is about, 道路, in the office's own words."""
        return told(matter.category, full=self._full)

    def light(self, matter: Matter) -> tuple[str, str]:
        """● 已超期 and 3个工作日; ▲ 快到期 and 剩2个工作日; a matter that is answered says how far it is."""
        light, days = self.standing(matter)
        word = label(MatterState(matter.state)) if light == Light.SETTLED else label(light)
        left = f"{'剩' if days and days > 0 else ''}{abs(days or 0)}个工作日"
        has_days = days and light != Light.SETTLED
        return f"{SIGNS[light]} {word}", left if has_days else ""

    def satisfaction(self, matter: Matter) -> str:
        with suppress(ValueError):
            return label(Satisfaction(matter.satisfaction))
        return ""

    def in_a_line(self, matter: Matter, year: int, most: int | None = None) -> str:
        """The matter in one sentence: what, who sees to it, until when, and how it stands.

        most: so many characters of each text, all if None.
        """
        due = f"办理时限{day_in(matter.due, year)}" if matter.due else ""
        content, result = (_cut(self.text(matter, text), most) for text in (matter.content, matter.result))
        told = "；".join(filter(None, (content, self.unit(matter), due, result)))
        return f"{told}（{''.join(self.light(matter))}）。"

    def _hides(self, matter: Matter) -> bool:
        return matter.sensitive and not self._full


def _cut(text: str, most: int | None) -> str:
    """A text for the middle of a sentence, in one paragraph."""
    text = "；".join(part.strip() for part in text.splitlines() if part.strip())
    return text.rstrip("。；") if most is None or len(text) <= most else f"{text[:most]}……"
