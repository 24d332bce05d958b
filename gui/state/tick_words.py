"""The small words after a name in the tick list. No Tk."""

from gui.look.palette import Tone
from gui.state.activity_ticks import Mark, Tick
from models.rules.kinds import Service
from models.rules.services import services_in

_SHORT = {Service.POLICY: "策", Service.WARMTH: "暖", Service.HELP: "服"}


def words_of(row: Tick) -> tuple[str, Tone]:
    """What is out of order, what was registered, brought and said (事项1 策服 路灯坏了), or where it lies."""
    if not row.held:
        return "当日不在联系期内", Tone.NEAR
    if row.mark == Mark.CANCELLED:
        return "已取消", Tone.SOFT
    if row.mark == Mark.NOT_MET and row.reason:
        return row.reason, Tone.NEAR
    brought = "".join(_SHORT[service] for service in services_in(row.services))
    registered = f"事项{row.matters}" if row.matters else ""
    return " ".join(filter(None, (registered, brought, row.heard.replace("\n", " ") or row.note))), Tone.SOFT
