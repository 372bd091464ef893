"""What stands in a Word file, paragraph by paragraph, with who put in and who took out every stretch of it.

python-docx leaves out what was put in with changes tracked and has no numbers, so that we walk over the XML ourselves.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from docx.oxml.ns import qn

from cmc_desk.exchange import word_refused
from cmc_desk.exchange.word_package import WordParts
from cmc_desk.rules.provision_marks import author_mark
from cmc_desk.rules.tracked_text import Stretch

MAX_PARAGRAPHS = 5_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = f"{_W}val"
# What only holds other things, in a text, a table or a paragraph.
_AROUND = frozenset(
    f"{_W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "hyperlink", "fldSimple", "dir", "bdo")
)
_PUT_IN, _TAKEN_OUT = frozenset({f"{_W}ins", f"{_W}moveTo"}), frozenset({f"{_W}del", f"{_W}moveFrom"})
_NOTES = frozenset({f"{_W}footnoteReference", f"{_W}endnoteReference"})
_PICTURES = frozenset({f"{_W}drawing", f"{_W}pict", f"{_W}object"})
_SIGNS = {f"{_W}tab": "\t", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011", f"{_W}softHyphen": ""}


@dataclass(frozen=True, slots=True)
class Author:
    """Who made a change in Word and when, as it was written on the wall there; None if Word was told not to say."""

    name: str
    at: datetime | None


@dataclass(slots=True)
class WordParagraph:
    """A paragraph as it stands in the file; hands of its stretches and of its end are places in the list of authors."""

    style: str = ""
    numbering: tuple[str, int | None] | None = None
    outline: int | None = None
    bold: bool = False
    centred: bool = False
    stretches: list[Stretch] = field(default_factory=list)
    end_inserted: str | None = None
    end_removed: str | None = None
    moved: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()


@dataclass(slots=True)
class WordCell:
    """A cell: how many columns it takes, and whether it goes on with the one above it."""

    paragraphs: list[WordParagraph]
    span: int = 1
    goes_on: bool = False


@dataclass(slots=True)
class WordRow:
    """A row of a table, and whose change put it in or takes it out."""

    cells: list[WordCell]
    before: int = 0
    inserted: str | None = None
    removed: str | None = None


@dataclass(slots=True)
class WordTable:
    """A table by its rows."""

    rows: list[WordRow]


@dataclass(slots=True)
class WordText:
    """Everything that is read of a file: its blocks in order, who changed it, its comments, and how much of what else it has."""

    blocks: list[WordParagraph | WordTable] = field(default_factory=list)
    authors: list[Author] = field(default_factory=list)
    comments: dict[str, tuple[str, str]] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)


def word_text(parts: WordParts, *, accept: Collection[str] = (), reject: Collection[str] = ()) -> WordText:
    """Return what stands in a file; raises Refusal if it has too many paragraphs, or tables in cells of tables.

    The changes of the authors in `accept` and in `reject` are none any more; those that we made ourselves are accepted.
    """
    marks = {one.get(f"{_W}name", "") for one in parts.document.iter(f"{_W}bookmarkStart")}
    return _Walk(parts, lambda author: author in accept or author_mark(author) in marks, reject).text


class _Walk:
    """One walk over a file: the authors that were met, and what begins and ends between paragraphs."""

    def __init__(self, parts: WordParts, accepts: Callable[[str], bool], rejects: Collection[str]) -> None:
        self.text = WordText()
        self.accepts, self.rejects = accepts, rejects
        self.known: dict[tuple[str, str], str] = {}
        self.paragraphs = self.tables = 0
        self.marks: list[str] = []
        self.comments: list[str] = []
        self.moved: list[str] = []
        body = parts.document.find(f"{_W}body")
        if body is None:
            raise word_refused.damaged()
        count = sum(1 for _one in parts.document.iter(f"{_W}p"))
        if count > MAX_PARAGRAPHS:
            raise word_refused.too_many(count, MAX_PARAGRAPHS)
        if parts.comments is not None:
            self.text.comments = dict(_comments(parts.comments))
        self.text.blocks = list(self.blocks(body))

    def blocks(self, place: Any) -> Iterator[WordParagraph | WordTable]:
        for child in place:
            if child.tag == f"{_W}p":
                yield self.paragraph(child)
            elif child.tag == f"{_W}tbl":
                self.tables += 1
                yield WordTable([self.row(one) for one in _below(child, f"{_W}tr")])
            elif child.tag in _AROUND:
                yield from self.blocks(child)
            else:
                self.between(child)

    def between(self, child: Any) -> None:
        """Keep what stands before a paragraph and belongs to it: bookmarks, comments and moves that begin."""
        name = child.tag.removeprefix(_W) if isinstance(child.tag, str) else ""
        if name == "bookmarkStart":
            self.marks.append(child.get(f"{_W}name", ""))
        elif name in ("commentRangeStart", "commentReference"):
            self.comments.append(child.get(f"{_W}id", ""))
        elif name in ("moveFromRangeStart", "moveToRangeStart"):
            self.moved.append(child.get(f"{_W}name", ""))
        elif isinstance(child.tag, str) and child.tag.endswith("}AlternateContent"):
            self.count("pictures and text boxes")

    def count(self, what: str) -> None:
        self.text.left_out[what] = self.text.left_out.get(what, 0) + 1

    def hand(self, change: Any) -> str:
        """Return the place of the author of a change in the list of authors."""
        name, at = change.get(f"{_W}author", "").strip(), change.get(f"{_W}date", "")
        key = self.known.get((name, at))
        if key is None:
            key = self.known[name, at] = str(len(self.text.authors))
            self.text.authors.append(Author(name, _time(at)))
        return key

    def decided(self, change: Any) -> bool | None:
        """Return whether a change is accepted or rejected already, or None if it is still one."""
        author = change.get(f"{_W}author", "").strip()
        return False if author in self.rejects else True if self.accepts(author) else None

    def row(self, element: Any) -> WordRow:
        properties = element.find(f"{_W}trPr")
        row = WordRow([self.cell(one) for one in _below(element, f"{_W}tc")])
        if properties is not None:
            row.inserted, row.removed = self.ends(properties)
            before = properties.find(f"{_W}gridBefore")
            row.before = _number(before.get(_VAL)) if before is not None else 0
        return row

    def cell(self, element: Any) -> WordCell:
        if next(element.iter(f"{_W}tbl"), None) is not None:
            raise word_refused.nested_table(self.tables)
        cell = WordCell([one for one in self.blocks(element) if isinstance(one, WordParagraph)])
        properties = element.find(f"{_W}tcPr")
        if properties is not None:
            span, merged = properties.find(f"{_W}gridSpan"), properties.find(f"{_W}vMerge")
            cell.span = max(1, min(_number(span.get(_VAL)), 100)) if span is not None else 1
            cell.goes_on = merged is not None and merged.get(_VAL, "continue") == "continue"
        return cell

    def ends(self, properties: Any) -> tuple[str | None, str | None]:
        hands = [properties.find(f"{_W}{name}") for name in ("ins", "moveTo", "del", "moveFrom")]
        came, gone = [
            [self.hand(one) for one in pair if one is not None and self.decided(one) is None]
            for pair in (hands[:2], hands[2:])
        ]
        return (came[0] if came else None), (gone[0] if gone else None)

    def paragraph(self, element: Any) -> WordParagraph:
        paragraph = WordParagraph()
        properties = element.find(f"{_W}pPr")
        if properties is not None:
            self.properties(paragraph, properties)
        self.runs(element, paragraph, None, None)
        paragraph.marks, paragraph.comments = tuple(self.marks), tuple(dict.fromkeys(self.comments))
        paragraph.moved = tuple(self.moved)
        self.marks, self.comments, self.moved = [], [], []
        bold = [one for one in element.iter(f"{_W}r") if one.find(f"{_W}t") is not None]
        paragraph.bold = bool(bold) and all(_is_on(one.find(f"{_W}rPr"), "b") for one in bold)
        return paragraph

    def properties(self, paragraph: WordParagraph, properties: Any) -> None:
        style, outline = properties.find(f"{_W}pStyle"), properties.find(f"{_W}outlineLvl")
        paragraph.style = style.get(_VAL, "") if style is not None else ""
        paragraph.outline = _number(outline.get(_VAL)) if outline is not None else None
        alignment = properties.find(f"{_W}jc")
        paragraph.centred = alignment is not None and alignment.get(_VAL) == "center"
        reference = properties.find(f"{_W}numPr")
        if reference is not None:
            key, level = reference.find(f"{_W}numId"), reference.find(f"{_W}ilvl")
            paragraph.numbering = (
                key.get(_VAL, "0") if key is not None else "",
                _number(level.get(_VAL)) if level is not None else None,
            )
        marks = properties.find(f"{_W}rPr")
        if marks is not None:
            paragraph.end_inserted, paragraph.end_removed = self.ends(marks)

    def runs(self, place: Any, paragraph: WordParagraph, inserted: str | None, removed: str | None) -> None:
        for child in place:
            if child.tag == f"{_W}r":
                if not _is_on(child.find(f"{_W}rPr"), "vanish"):
                    words = "".join(self.words(child))
                    if words:
                        paragraph.stretches.append(Stretch(words, inserted, removed))
            elif child.tag in _PUT_IN or child.tag in _TAKEN_OUT:
                self.change(child, paragraph, inserted, removed)
            elif child.tag in _AROUND:
                self.runs(child, paragraph, inserted, removed)
            elif isinstance(child.tag, str) and child.tag.endswith(("}oMath", "}oMathPara")):
                self.count("formulas")
            else:
                self.between(child)

    def change(self, change: Any, paragraph: WordParagraph, inserted: str | None, removed: str | None) -> None:
        decided, came = self.decided(change), change.tag in _PUT_IN
        if decided is not None:
            if decided is came:
                self.runs(change, paragraph, inserted, removed)
        elif came:
            self.runs(change, paragraph, self.hand(change), removed)
        else:
            self.runs(change, paragraph, inserted, self.hand(change))

    def words(self, run: Any) -> Iterator[str]:
        for child in run:
            if child.tag in (f"{_W}t", f"{_W}delText"):
                # What follows a remark in it is text too.
                yield "".join((child.text or "", *(one.tail or "" for one in child)))
            elif child.tag in _SIGNS:
                yield _SIGNS[child.tag]
            elif child.tag == f"{_W}br":
                if child.get(f"{_W}type", "textWrapping") == "textWrapping":
                    yield "\n"
            elif child.tag in _NOTES:
                self.count("footnotes")
            elif child.tag in _PICTURES:
                self.count("pictures and text boxes")
            else:
                self.between(child)


def _below(place: Any, tag: str) -> Iterator[Any]:
    """Yield the rows of a table or the cells of a row, those in content controls too."""
    for child in place:
        if child.tag == tag:
            yield child
        elif child.tag in _AROUND:
            yield from _below(child, tag)


def _comments(root: Any) -> Iterator[tuple[str, tuple[str, str]]]:
    for one in root.iter(f"{_W}comment"):
        lines = ("".join(text.text or "" for text in line.iter(f"{_W}t")) for line in one.iter(f"{_W}p"))
        yield one.get(f"{_W}id", ""), (one.get(f"{_W}author", "").strip(), "\n".join(lines).strip())


def _is_on(properties: Any, name: str) -> bool:
    found = properties.find(qn(f"w:{name}")) if properties is not None else None
    return found is not None and found.get(_VAL, "true") not in ("false", "0", "off")


def _number(value: str | None) -> int:
    return int(value) if value is not None and value.isascii() and value.isdigit() and len(value) < 6 else 0


def _time(words: str) -> datetime | None:
    """Return a time without its zone: Word writes a Z behind the time on the wall."""
    try:
        return datetime.fromisoformat(words).replace(tzinfo=None)
    except ValueError:
        return None
