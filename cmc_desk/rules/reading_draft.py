"""A text that somebody pastes is read into provisions: what is a heading, what a preamble, and which number each has."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from cmc_desk.rules.aligning_draft import aligned
from cmc_desk.rules.document_kinds import ProvisionKind
from cmc_desk.rules.draft_words import PART, PREAMBULAR
from cmc_desk.rules.drafts import ReadProvision
from cmc_desk.rules.number_series import from_letters, from_roman
from cmc_desk.rules.numbering import LATIN
from cmc_desk.rules.table_text import CELL, is_table, table_text

__all__ = ["aligned", "read_text"]

_LATIN = "|".join(sorted(LATIN, key=len, reverse=True))
# A bracket before a number belongs to the text: "[3. The States …]" is paragraph 3, not agreed.
_NUMBER = re.compile(
    rf"(?P<bracket>\[\s*)?(?P<label>\d{{1,3}}(?:\.\d{{1,3}})*(?:\s?(?:{_LATIN})\b)?)(?P<sign>[.)]*)(?P<gap>\s+)(?P<text>\S.*)"
)
_LETTER = re.compile(
    rf"(?P<bracket>\[\s*)?(?P<label>\(?(?P<letters>[a-z]{{1,2}}|[ivxl]{{1,6}})\)(?:\s(?:{_LATIN})\b)?)\s+(?P<text>\S.*)"
)
_ROMAN = re.compile(r"(?P<label>[IVXL]{1,6}|[A-H](?=\.))\.?\s+(?P<text>\S.*)")
_BULLET = re.compile(r"[•▪●◦‣·–—*-]\s+(?P<text>\S.*)")
_ENDS = tuple(".;:,?!")
# A heading is short; what is longer than a line and goes on in the next was wrapped.
_HEADING_WORDS, _HEADING_LETTERS, _WRAPPED = 12, 90, 55
# A number may have a tab before and after it; lines with more of them are rows of a table.
_LEAST_TABS = 2


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with the number that stands before it."""

    text: str
    label: str = ""
    kind: ProvisionKind | None = None
    level: int = 1


def read_text(pasted: str) -> tuple[ReadProvision, ...]:
    """Return the provisions of a text: the first short line is the title, capitals and short lines are headings.

    Numbers are taken from before the text as they are printed, without the point behind them. A bracket before a number stays with
    the text. Lines that were wrapped are one again.
    """
    lines = list(_numbered(_unwrapped(pasted)))
    read: list[ReadProvision] = []
    for place, line in enumerate(lines):
        after = lines[place + 1] if place + 1 < len(lines) else None
        kind = line.kind or _kind(line, after, first=not read)
        level = line.level if kind is not ProvisionKind.TITLE else 1
        read.append(ReadProvision(kind, line.text, label=line.label, level=level))
    return tuple(read)


def _unwrapped(pasted: str) -> Iterator[str]:
    """Return the paragraphs of a text: lines are one where the first is long and ends in the middle of a sentence."""
    waiting = ""
    for line in [*_with_tables(pasted.replace("\u00a0", " ").splitlines()), ""]:
        whole = waiting.endswith(_ENDS) or waiting.isupper() or is_table(waiting)
        goes_on = len(waiting) >= _WRAPPED and not whole and not is_table(line)
        if line and goes_on and not _begins(line):
            waiting = f"{waiting} {line}"
            continue
        if waiting:
            yield waiting
        waiting = line
    # The last line is empty, so that nothing waits any more.


def _with_tables(raws: Sequence[str]) -> Iterator[str]:
    """Return lines as they are read; those that follow one another and are rows of one table are one."""
    for (cells, tabs), some in groupby(raws, key=_cells_of):
        rows = list(some)
        if cells:
            yield table_text(row.split(CELL) for row in rows)
        elif tabs >= _LEAST_TABS and len(rows) > 1:
            yield table_text(row.split("\t") for row in rows)
        else:
            # Tabs and several blanks after a number are kept, because they tell it from a number that the sentence begins with.
            yield from (row.strip() for row in rows)


def _cells_of(raw: str) -> tuple[bool, int]:
    """Tell whether a line is a row of a table as we write one, and how many tabs are in it, as in a table that was copied."""
    return CELL in raw, 0 if CELL in raw else raw.count("\t")


def _begins(line: str) -> bool:
    """Tell whether a line has a number or a bullet before it, or is in capitals."""
    return bool(_LETTER.match(line) or _BULLET.match(line) or line.isupper() or _signed(line))


def _signed(line: str) -> bool:
    found = _NUMBER.match(line)
    return bool(found and (found["sign"] or len(found["gap"]) > 1 or "\t" in found["gap"]))


def _numbered(lines: Iterator[str]) -> Iterator[_Line]:
    last = 0
    letters = ""
    for line in lines:
        if is_table(line):
            yield _Line(line, kind=ProvisionKind.PARAGRAPH)
            continue
        number, letter = _NUMBER.match(line), _LETTER.match(line)
        if number and (_signed(line) or _expected(number, last)):
            label = _one_line(number["label"])
            last = int(re.split(r"\D", label)[0])
            letters = ""
            text = _one_line((number["bracket"] or "").strip() + number["text"])
            yield _Line(text, label, level=label.count(".") + 1)
        elif letter:
            deep = _is_roman(letter["letters"], letters)
            if not deep:
                letters = letter["letters"]
            text = _one_line((letter["bracket"] or "").strip() + letter["text"])
            yield _Line(text, letter["label"], ProvisionKind.SUBPARAGRAPH, 2 if deep else 1)
        else:
            yield _without_number(line)


def _expected(number: re.Match[str], last: int) -> bool:
    """Tell whether a number without a sign behind it is one: it is the next, the first or has several parts, and a sentence begins."""
    label = number["label"]
    return number["text"][0].isupper() and (label in (str(last + 1), "1") or "." in label)


def _without_number(line: str) -> _Line:
    bullet, part, roman = _BULLET.match(line), PART.fullmatch(line), _ROMAN.fullmatch(line)
    if bullet:
        return _Line(_one_line(bullet["text"]), kind=ProvisionKind.SUBPARAGRAPH)
    if part and _short(line):
        return _Line(_one_line(part["text"]), part["label"], ProvisionKind.HEADING)
    if roman and (from_roman(roman["label"]) or len(roman["label"]) == 1) and _short(roman["text"]):
        level = 1 if from_roman(roman["label"]) else 2
        return _Line(_one_line(roman["text"]), roman["label"], ProvisionKind.HEADING, level)
    return _Line(_one_line(line))


def _is_roman(letters: str, before: str) -> bool:
    """Tell whether letters count below the letters before them: "(i)" after "(b)" does, after "(h)" it is a letter."""
    # Where the series began with (i) already, (ii) is beside it.
    if not before or not from_roman(letters) or (from_roman(before) and from_roman(letters) == from_roman(before) + 1):
        return False
    return len(set(letters)) > 1 or from_letters(letters) != from_letters(before) + 1


def _kind(line: _Line, after: _Line | None, *, first: bool) -> ProvisionKind:
    ends_open = line.text.rstrip("] ").endswith((",", ";"))
    if PREAMBULAR.match(line.text) and (ends_open or (not line.label and not _short(line.text))):
        return ProvisionKind.PREAMBULAR
    if line.label:
        # A number with a name is a heading where something else than the next number follows, else an entry of a list.
        names = (
            _short(line.text)
            and after is not None
            and not (after.label and after.level == line.level and not after.kind)
        )
        return ProvisionKind.HEADING if names else ProvisionKind.PARAGRAPH
    if not _short(line.text):
        return ProvisionKind.PARAGRAPH
    return ProvisionKind.TITLE if first else ProvisionKind.HEADING


def _short(text: str) -> bool:
    """Tell whether a line is a name rather than a sentence."""
    bare = text.strip()
    few = len(bare.split()) <= _HEADING_WORDS and len(bare) <= _HEADING_LETTERS
    return bare.isupper() or (few and not bare.endswith(_ENDS) and not bare.startswith("[") and bare[:1].isupper())


def _one_line(text: str) -> str:
    return " ".join(text.split())
