"""Changes in a Word file that Word itself accepts and rejects, each under the name of who made it and with its time."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from cmc_desk.reports.marked_text import from_the_right
from cmc_desk.reports.workbook import clean
from cmc_desk.rules.redline import Run
from cmc_desk.rules.tracked_text import Stretch, of_runs

# The program that opens a file may take no number twice; comments and bookmarks count by themselves.
_FIRST = 1001


@dataclass(frozen=True, slots=True)
class Hand:
    """Who made a change, as `Barbados (P-014)`, and when (in the zone of the meeting)."""

    author: str
    at: datetime


class Tracking:
    """The changes of one file; `hand` says for the key of a proposal who made it, and for an empty key who works on the text."""

    def __init__(self, hand: Callable[[str], Hand]) -> None:
        """Begin to count."""
        self._hand = hand
        self._number = _FIRST

    def element(self, name: str, key: str | Hand) -> Any:
        """Return a new element of this name (`w:ins`, `w:del`, `w:comment`) with a number, author and time."""
        hand = key if isinstance(key, Hand) else self._hand(key)
        made = OxmlElement(name)
        made.set(qn("w:id"), str(self._number))
        made.set(qn("w:author"), clean(hand.author))
        # Word writes the time on the wall and a Z behind it, and shows it as it stands.
        made.set(qn("w:date"), hand.at.replace(tzinfo=None, microsecond=0).isoformat() + "Z")
        self._number += 1
        return made


def write_runs(paragraph: Any, runs: Iterable[Run], tracking: Tracking, *, style: str | None = None) -> None:
    """Write the runs of a rendered text into a paragraph of python-docx, what was removed and added as tracked changes."""
    write_stretches(paragraph, of_runs(runs), tracking, style=style)


def write_stretches(
    paragraph: Any, stretches: Iterable[Stretch], tracking: Tracking, *, style: str | None = None
) -> None:
    """Write stretches into a paragraph; what one hand put in and another took out lies in both changes."""
    for stretch in stretches:
        run = add_words(paragraph, stretch.text, removed=stretch.removed is not None, style=style)._r  # noqa: SLF001 - as below
        for name, key in (("w:del", stretch.removed), ("w:ins", stretch.inserted)):
            if key is not None:
                around = tracking.element(name, key)
                run.addprevious(around)
                around.append(run)
                run = around


def add_words(paragraph: Any, words: str, *, removed: bool = False, style: str | None = None) -> Any:
    """Add an untracked run with these words, line breaks and tabs included, and return it; `removed` is for what lies in a `w:del`."""
    run = paragraph.add_run()
    element = run._r  # noqa: SLF001 - see above
    if style is not None:
        # python-docx makes the identifier of a style from its name in this way, and looks for it among all of them otherwise.
        element.style = style.replace(" ", "")
    if from_the_right(words):
        element.get_or_add_rPr().append(OxmlElement("w:rtl"))
    for number, line in enumerate(words.split("\n")):
        if number:
            element.append(OxmlElement("w:br"))
        for position, piece in enumerate(line.split("\t")):
            if position:
                element.append(OxmlElement("w:tab"))
            if piece:
                text = OxmlElement("w:delText" if removed else "w:t")
                text.text = clean(piece)
                text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                element.append(text)
    return run


def track_paragraph(
    paragraph: Any, tracking: Tracking, *, inserted: str | None = None, removed: str | None = None
) -> None:
    """Mark the end of a paragraph as put in or taken out, so that the whole paragraph comes or goes."""
    _mark_end(paragraph, tracking, (("w:ins", inserted), ("w:del", removed)))


def write_move(paragraph: Any, words: str, tracking: Tracking, key: str, *, name: str, arrives: bool) -> None:
    """Write a whole paragraph that is moved away from here, or to here if it `arrives`; by the same `name` Word knows that both are one."""
    kind = "w:moveTo" if arrives else "w:moveFrom"
    begin, end = tracking.element(f"{kind}RangeStart", key), OxmlElement(f"{kind}RangeEnd")
    begin.set(qn("w:name"), name)
    end.set(qn("w:id"), begin.get(qn("w:id")))
    run = add_words(paragraph, words)._r  # noqa: SLF001 - python-docx knows no tracked changes
    around = tracking.element(kind, key)
    run.addprevious(begin)
    run.addprevious(around)
    around.append(run)
    around.addnext(end)
    _mark_end(paragraph, tracking, ((kind, key),))


def track_row(row: Any, tracking: Tracking, *, inserted: str | None = None, removed: str | None = None) -> None:
    """Mark a row of a table as put in or taken out."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - see above
    for name, key in (("w:ins", inserted), ("w:del", removed)):
        if key is not None:
            properties.append(tracking.element(name, key))


def wholly(stretches: Sequence[Stretch]) -> tuple[str | None, str | None]:
    """Return who put in and who took out a text as a whole; None for what nobody did to all of it."""
    inserted = {one.inserted for one in stretches if one.text}
    removed = {one.removed for one in stretches if one.text}
    # Where several hands did, the paragraph goes with the last of them.
    return (
        None if None in inserted or not inserted else [one.inserted for one in stretches if one.text][-1],
        None if None in removed or not removed else [one.removed for one in stretches if one.text][-1],
    )


def _mark_end(paragraph: Any, tracking: Tracking, changes: Sequence[tuple[str, str | None]]) -> None:
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - see above
    marks = properties.find(qn("w:rPr"))
    if marks is None:
        marks = OxmlElement("w:rPr")
        properties.insert_element_before(marks, "w:sectPr", "w:pPrChange")
    # They stand first, in this order.
    for place, (name, key) in enumerate((name, key) for name, key in changes if key is not None):
        marks.insert(place, tracking.element(name, key))
