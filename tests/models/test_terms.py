"""The glossary: one Chinese word, one identifier."""

from enum import StrEnum
from inspect import getmembers, isclass

import pytest

from models import terms
from models.absence import Absence
from models.activity import Activity
from models.assignment import Assignment
from models.base import Table
from models.contact_point import ContactPoint
from models.friend import Friend
from models.matter import Matter, MatterStep
from models.official import Official
from models.pairing import Pairing
from models.rules import kinds

ENUMS = [kind for _, kind in getmembers(kinds, isclass) if issubclass(kind, StrEnum) and kind is not StrEnum]
TABLES: list[type[Table]] = [
    Official,
    ContactPoint,
    Assignment,
    Activity,
    Absence,
    Pairing,
    Matter,
    MatterStep,
    Friend,
]
DERIVED = {"contact_point": {"township", "village"}}


def test_every_closed_list_is_in_the_glossary() -> None:
    assert set(terms.LABELS) == set(ENUMS)


@pytest.mark.parametrize("kind", ENUMS)
def test_every_member_has_a_word_of_its_own_and_the_word_leads_back(kind: type[StrEnum]) -> None:
    words = [terms.label(member) for member in kind]
    assert all(words)
    assert len(set(words)) == len(words)
    assert [terms.parse(kind, word) for word in words] == list(kind)


def test_an_unknown_word_is_nobodys() -> None:
    with pytest.raises(KeyError):
        terms.parse(kinds.ActivityKind, "旅游")


def test_the_words_of_the_workbook_are_those_of_the_design() -> None:
    assert [terms.label(kind) for kind in kinds.ActivityKind] == [
        "走访",
        "下访听诉",
        "调研",
        "调研报告",
        "联系点民主生活会",
    ]
    assert [terms.label(state) for state in kinds.ActivityState] == ["计划", "完成", "延期", "取消"]
    assert [terms.label(kind) for kind in kinds.PointKind] == ["乡镇", "村", "户"]
    assert [terms.label(manner) for manner in kinds.Manner] == ["入户", "座谈", "电话"]
    assert [terms.label(kind) for kind in kinds.DayKind] == ["休", "班"]


def test_every_state_of_a_duty_has_a_sign_of_its_own() -> None:
    assert set(terms.SIGNS) == set(kinds.DutyState)
    assert len(set(terms.SIGNS.values())) == len(terms.SIGNS)


@pytest.mark.parametrize("noun", terms.FIELDS)
def test_fields_of_a_noun_have_different_names_and_exist(noun: str) -> None:
    names = [terms.field_label(noun, field) for field in terms.FIELDS[noun]]
    assert len(set(names)) == len(names)
    (model,) = (model for model in TABLES if model._meta.table_name == noun)
    assert set(terms.FIELDS[noun]) <= set(model._meta.fields) | DERIVED.get(noun, set())
