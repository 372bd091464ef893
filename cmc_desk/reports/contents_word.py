"""A list of contents in a Word file: a field that Word fills with the pages, with the headings in it until then."""

from collections.abc import Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from cmc_desk.reports.word import add_styled, add_text

# Two levels of headings, as links; what other programs do not know is left out.
_FIELD = ' TOC \\o "1-2" \\h \\z \\u '


def add_contents(document: Any, lines: Sequence[tuple[str, str]]) -> None:
    """Add the contents to a document: `lines` are headings, each with the style of its line; only Word knows on which pages they stand."""
    if not lines:
        return
    paragraphs = []
    for words, style in lines:
        paragraph = add_styled(document, style)
        add_text(paragraph, words)
        paragraphs.append(paragraph)
    first, last = paragraphs[0]._p, paragraphs[-1]._p  # noqa: SLF001 - python-docx knows no fields
    before = [_mark("begin"), _instruction(), _mark("separate")]
    runs = first.findall(qn("w:r"))
    for one in before:
        runs[0].addprevious(one)
    last.append(_mark("end"))


def _mark(kind: str) -> Any:
    run, mark = OxmlElement("w:r"), OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    if kind == "begin":
        # Word counts the pages when the file is opened.
        mark.set(qn("w:dirty"), "true")
    run.append(mark)
    return run


def _instruction() -> Any:
    run, words = OxmlElement("w:r"), OxmlElement("w:instrText")
    words.set(qn("xml:space"), "preserve")
    words.text = _FIELD
    run.append(words)
    return run
