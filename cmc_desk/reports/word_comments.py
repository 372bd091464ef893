"""Comments at the margin of a Word file, each under the name of who makes it and with its time."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from cmc_desk.reports.tracked_word import Hand, Tracking
from cmc_desk.reports.workbook import clean

_PROPERTIES = qn("w:pPr")


def add_comment(
    document: Any,
    paragraph: Any,
    words: str,
    hand: Hand,
    tracking: Tracking,
    *,
    inserted: str | None = None,
    removed: str | None = None,
) -> None:
    """Add a comment to a paragraph as a whole; in one that comes or goes with a change, the comment does too."""
    comment = tracking.element("w:comment", hand)
    comment.set(qn("w:initials"), initials(hand.author))
    number = comment.get(qn("w:id"))
    for line in words.split("\n"):
        comment.append(_line(clean(line)))
    # python-docx would take the time of its own clock, and look through all comments for a free number.
    document.comments._comments_elm.append(comment)  # noqa: SLF001 - see above
    body = paragraph._p  # noqa: SLF001 - python-docx puts the marks inside of a tracked change
    first = next((child for child in body if child.tag != _PROPERTIES), None)
    begin, end = _mark("w:commentRangeStart", number), _mark("w:commentRangeEnd", number)
    if first is None:
        body.append(begin)
    else:
        first.addprevious(begin)
    body.append(end)
    around = _reference(number)
    for name, key in (("w:del", removed), ("w:ins", inserted)):
        if key is not None:
            change = tracking.element(name, key)
            change.append(around)
            around = change
    body.append(around)


def initials(author: str) -> str:
    """Return the initials under which a comment stands: those of the words of a name, at most four."""
    return "".join(word[0] for word in author.replace("(", " ").split() if word[0].isalnum())[:4].upper()


def _line(words: str) -> Any:
    line, run, text = OxmlElement("w:p"), OxmlElement("w:r"), OxmlElement("w:t")
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(text)
    line.append(run)
    return line


def _mark(name: str, number: str) -> Any:
    mark = OxmlElement(name)
    mark.set(qn("w:id"), number)
    return mark


def _reference(number: str) -> Any:
    run = OxmlElement("w:r")
    run.append(_mark("w:commentReference", number))
    return run
