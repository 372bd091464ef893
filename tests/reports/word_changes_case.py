"""A Word file with tracked changes as another program reads it: every change accepted or rejected in the XML itself."""

import io
from typing import Any

from docx import Document
from docx.oxml.ns import qn

_CAME, _WENT = ("w:ins", "w:moveTo"), ("w:del", "w:moveFrom")
_ALL = {"accept": (_CAME, _WENT), "reject": (_WENT, _CAME)}


def decided(content: bytes, act: str) -> Any:
    """Return a document with all its changes accepted or rejected (`act`), by the rules of the format and nothing of ours."""
    document = Document(io.BytesIO(content))
    stays, goes = [[qn(name) for name in names] for names in _ALL[act]]
    body = document.element.body
    for row in list(body.iter(qn("w:tr"))):
        properties = row.find(qn("w:trPr"))
        if properties is not None and _has(properties, goes):
            row.getparent().remove(row)
    gone = [
        one
        for one in body.iter(qn("w:p"))
        if one.pPr is not None and (marks := one.pPr.find(qn("w:rPr"))) is not None and _has(marks, goes)
    ]
    for change in list(body.iter(*goes)):
        if change.getparent() is not None and change.getparent().tag not in (qn("w:rPr"), qn("w:trPr")):
            change.getparent().remove(change)
    for change in list(body.iter(*stays)):
        parent = change.getparent()
        if parent.tag in (qn("w:rPr"), qn("w:trPr")):
            continue
        for child in list(change):
            change.addprevious(child)
        parent.remove(change)
    for text in body.iter(qn("w:delText")):
        text.tag = qn("w:t")
    for paragraph in gone:
        _join(paragraph)
    return document


def _has(properties: Any, names: list[str]) -> bool:
    return any(properties.find(name) is not None for name in names)


def _join(paragraph: Any) -> None:
    """Take out the end of a paragraph: what it says stands before what the next one says."""
    after = paragraph.getnext()
    while after is not None and after.tag != qn("w:p"):
        after = after.getnext()
    if after is None:
        return
    at = 0 if after.pPr is None else 1
    for place, child in enumerate(one for one in list(paragraph) if one.tag != qn("w:pPr")):
        after.insert(at + place, child)
    paragraph.getparent().remove(paragraph)


def said(document: Any) -> list[str]:
    """Return what the paragraphs and the rows of a document say, in order; empty ones are left out."""
    found = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            found += ["|".join(cell.text for cell in row.cells) for row in block.rows[1:]]
        elif block.text and block.style.name not in ("Subtitle", "Remark", "Title"):
            found.append(block.text)
    return found
