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
    comment = document.comments.add_comment(
        "\n".join(clean(line) for line in words.split("\n")), author=clean(hand.author), initials=initials(hand.author)
    )
    element = comment._comment_elm  # noqa: SLF001 - python-docx takes the time of its own clock
    element.set(qn("w:date"), hand.at.replace(tzinfo=None, microsecond=0).isoformat() + "Z")
    number = str(comment.comment_id)
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


def _mark(name: str, number: str) -> Any:
    mark = OxmlElement(name)
    mark.set(qn("w:id"), number)
    return mark


def _reference(number: str) -> Any:
    run = OxmlElement("w:r")
    run.append(_mark("w:commentReference", number))
    return run
