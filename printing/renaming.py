"""A document in the office's own words: titles, columns and labels called otherwise, columns left out."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from printing.adapted import adapted
from printing.blocks import Mark, Title
from printing.cards import CardSheet
from printing.cards import Words as CardWords
from printing.contents import Contents
from printing.cover import Cover
from printing.form import Form
from printing.render import Document
from printing.section import Section
from printing.table import Table

Words = Mapping[str, str]


def in_own_words(document: Document, words: Words) -> Document:
    """The document with these words in place of others: in titles wherever they stand, in columns and labels
    where they are the whole of it. A column whose word is "" is not printed.
    """
    return adapted(document, lambda block: _renamed(block, words)) if words else document


def _renamed(block: Any, words: Words) -> Any:
    if isinstance(block, Title):
        return replace(block, text=_in_title(block.text, words))
    if isinstance(block, Mark):
        return replace(block, title=_in_title(block.title, words))
    if isinstance(block, Contents):
        entries = [one._replace(title=_in_title(one.title, words)) for one in block.entries]
        return replace(block, entries=entries)
    if isinstance(block, Cover):
        facts = [(_label(label, words), value) for label, value in block.facts]
        return replace(block, title=_in_title(block.title, words), facts=facts)
    if isinstance(block, Section):
        heading = _in_title(block.heading, words)
        return replace(block, heading=heading, table=_table(block.table, words))
    if isinstance(block, CardSheet):
        return replace(block, words=[_on_card(one, words) for one in block.words])
    if isinstance(block, Form):
        return replace(block, lines=[_line(line, words) for line in block.lines])
    return _table(block, words) if isinstance(block, Table) else block


def _table(table: Table[Any], words: Words) -> Table[Any]:
    """Its columns renamed; those without a word left out, unless none would be left."""
    columns = [
        replace(column, title=_label(column.title, words), over=_label(column.over, words))
        for column in table.columns
    ]
    return replace(table, columns=[column for column in columns if column.title] or table.columns)


def _line(line: Any, words: Words) -> Any:
    return replace(line, pairs=[(_label(label, words) or label, value) for label, value in line.pairs])


def _on_card(text: CardWords, words: Words) -> CardWords:
    """The line at its head is a title, others are labels where they are one."""
    own = _in_title(text.text, words) if text.ruled else _label(text.text, words)
    return replace(text, text=own or text.text)


def _in_title(text: str, words: Words) -> str:
    for word, own in words.items():
        text = text.replace(word, own or word)
    return text


def _label(text: str, words: Words) -> str:
    """The office's word for a label, whose lines are no part of it."""
    return words.get("".join(text.split()), text)
