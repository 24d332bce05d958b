from collections.abc import Callable
from datetime import date

import pytest

from gui.look.scale import px
from gui.page import Page
from gui.widgets.controls import Check, Choice, LongText, Number, Text
from gui.widgets.day_field import Day
from gui.widgets.form import Field, Form
from gui.widgets.table import Column, Table
from gui.window import Window
from models.rules.problem import Problem
from tests.gui.driving import press, type_in

TODAY = date(2026, 11, 22)


class FormPage(Page):
    title, icon = "表", "people"

    def build(self) -> None:
        self.sent: list[dict[str, object]] = []
        fields = [
            Field("name", "姓名", Text, required=True),
            Field("day", "起始日期", lambda parent: Day(parent, lambda: TODAY), hint="可写 3.5、今天"),
            Field("kind", "类别", lambda parent: Choice(parent, {1: "乡镇", 2: "村"})),
            Field("people", "人口", Number),
            Field("note", "备注", LongText, wide=True),
            Field("member", "班子成员", lambda parent: Check(parent, "是班子成员")),
        ]
        self.form = Form(self, fields, lambda: self.sent.append(self.form.get()))
        self.form.pack(fill="x")
        columns = [
            Column("序号", 60, str, lambda item: item, stretch=0, right=True),
            Column("名称", 200, lambda item: f"第 {item} 行,名字很长很长很长很长很长很长很长很长很长很长"),
        ]
        self.table = Table(self, "试验", columns, self.shell.remembered, empty="这里什么都没有。")
        self.table.pack(fill="both", expand=True)


@pytest.fixture
def page(open_window: Callable[..., Window]) -> FormPage:
    return open_window(FormPage).page


def test_what_is_filled_in_comes_back_as_values(page: FormPage) -> None:
    values = {
        "name": "张样一",
        "day": date(2026, 3, 5),
        "kind": 2,
        "people": 4,
        "note": "甲\n乙",
        "member": True,
    }
    page.form.set(values)
    assert page.form.get() == values
    assert not page.form.edited


def test_ctrl_z_takes_back_what_was_typed_in_a_long_text_and_never_what_it_showed_at_first(
    page: FormPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    undone: list[str] = []
    monkeypatch.setattr(Window, "_undo", lambda _: undone.append("window"))
    note = page.form["note"]
    note.set("公章\n文件")
    press(note.inner, "<Control-z>")
    assert (note.get(), undone) == ("公章\n文件", ["window"])
    note.inner.insert("end", "，钥匙")
    press(note.inner, "<Control-z>")
    assert (note.get(), undone) == ("公章\n文件", ["window"])


def test_a_wrong_field_says_so_below_itself_until_it_is_touched(page: FormPage) -> None:
    type_in(page.form["day"], "下周")
    with pytest.raises(Problem, match="请填写姓名"):
        page.form.get()
    assert set(page.form.complaints) == {"name", "day"}
    assert page.form["name"].inner.instate(["invalid"])
    type_in(page.form["name"], "张样一")
    assert set(page.form.complaints) == {"day"}


def test_a_problem_of_a_write_goes_to_the_field_it_names_and_the_rest_below_the_form(page: FormPage) -> None:
    page.form.blame(Problem("起始日期早于任职起。", "磁盘已满。"))
    assert page.form.complaints == {"day": "起始日期早于任职起。", "": "磁盘已满。"}


def test_tab_follows_the_fields_and_enter_goes_on(page: FormPage) -> None:
    press(page.form["name"].inner, "<Return>")
    assert page.form["day"].inner.focus_get() is page.form["day"].inner
    press(page.form["note"].inner, "<Tab>")
    assert page.form["member"].inner.focus_get() is page.form["member"].inner


def test_ctrl_enter_sends_the_form_from_anywhere(page: FormPage) -> None:
    type_in(page.form["name"], "张样一")
    press(page.form["note"].inner, "<Control-Return>")
    assert page.sent[0]["name"] == "张样一"


def test_a_typed_day_shows_its_weekday_and_is_written_out_when_left(page: FormPage) -> None:
    day = page.form["day"]
    type_in(day, "3.5")
    assert day.weekday == "星期四"
    press(page.form["name"].inner, "<Tab>")
    assert day.entry.get() == "2026-3-5"


def test_the_calendar_is_worked_with_arrows_and_enter(page: FormPage) -> None:
    day = page.form["day"]
    type_in(day, "2026-11-30")
    for key in ("<Down>", "<Right>", "<Down>", "<Next>", "<Return>"):
        press(day.inner, key)
    assert day.get() == date(2027, 1, 8)
    press(day.inner, "<Down>")
    press(day.inner, "<Escape>")
    assert day.get() == date(2027, 1, 8)
    assert page.form.edited


def test_fifty_thousand_rows_cost_no_more_than_those_in_sight(page: FormPage) -> None:
    page.table.fill(range(50_000))
    press(page.table.sheet, "<End>")
    assert page.table.current == 49_999
    assert page.table.shown()[-1][0] == "49999"
    assert len(page.table.sheet.find_all()) < 200


def test_a_head_sorts_up_then_down_then_as_given(page: FormPage) -> None:
    page.table.fill([2, 3, 1])
    orders = []
    for _ in range(3):
        page.table.head.event_generate("<Button-1>", x=px(10), y=5)
        page.table.head.event_generate("<ButtonRelease-1>", x=px(10), y=5)
        orders.append([row[0] for row in page.table.shown()])
    assert orders == [["1", "2", "3"], ["3", "2", "1"], ["2", "3", "1"]]


def test_rows_go_to_excel_with_their_heads(page: FormPage) -> None:
    page.table.fill([1, 2, 3])
    page.table.pick(0)
    press(page.table.sheet, "<Shift-Down>")
    press(page.table.sheet, "<Control-c>")
    lines = page.clipboard_get().splitlines()
    assert lines[0] == "序号\t名称"
    assert [line.split("\t")[0] for line in lines[1:]] == ["1", "2"]


def test_text_cut_short_is_told_by_a_note_at_the_pointer(page: FormPage) -> None:
    page.table.fill([1])
    page.table.configure(width=200)
    page.shell.root.geometry("960x600")
    page.update()
    width = page.table.sheet.winfo_width()
    page.table.head.show([width - 80, 80], None, [True, False])
    page.table.sheet.draw([["1", "名字很长很长很长"]], [width - 80, 80], (), -1)
    page.table.sheet.event_generate("<Motion>", x=width - 20, y=10)
    assert page.table.sheet.tip.text == "名字很长很长很长"


def test_a_text_without_room_gives_way_to_its_brief_one(page: FormPage) -> None:
    column = Column("事项", 150, lambda _: "走访联系乡镇(街道)", brief=lambda _: "走访乡镇")
    table = Table(page, "事项", [column], page.shell.remembered, empty="")
    table.pack(fill="both", expand=True)
    table.fill([1])

    def drawn() -> list[str]:
        page.update()
        sheet = table.sheet
        return [sheet.itemcget(one, "text") for one in sheet.find_all() if sheet.type(one) == "text"]

    assert drawn() == ["走访联系乡镇(街道)"]
    table.pack_forget()
    table.place(x=0, y=0, width=px(110), height=px(200))
    assert drawn() == ["走访乡镇"]
    assert table.shown() == [["走访联系乡镇(街道)"]]


def test_a_dragged_edge_is_remembered(page: FormPage) -> None:
    page.table.fill([1])
    head = page.table.head
    head.event_generate("<Button-1>", x=px(60), y=5)
    head.event_generate("<B1-Motion>", x=px(160), y=5)
    head.event_generate("<ButtonRelease-1>", x=px(160), y=5)
    assert page.shell.remembered.get("columns:试验")[0] == 160


def test_an_empty_table_says_what_it_is_for(page: FormPage) -> None:
    page.table.fill([])
    texts = [page.table.sheet.itemcget(item, "text") for item in page.table.sheet.find_withtag("empty")]
    assert texts == ["这里什么都没有。"]
