"""Text in the small markup of the notes as paragraphs of a Word file, in named styles."""

from typing import Any

from docx.oxml import OxmlElement
from docx.shared import Mm

from cmc_desk.reports.marked_text import from_the_right
from cmc_desk.reports.word import BULLET, LEVEL, POINT, POINT_MORE, add_styled, add_text
from cmc_desk.rules.note_markup import Block, BlockKind, Run, blocks

_STEP = Mm(6)
_STYLES = {BlockKind.BULLET: BULLET, BlockKind.LEVEL: LEVEL}


def add_marked(place: Any, text: str, *, label: str = "", style: str = POINT) -> None:
    """Add `text` to a document or a cell, a paragraph for each block; `label` stands before the first, which has this style."""
    found = blocks(text)
    if label and (not found or found[0].kind is not BlockKind.PARAGRAPH):
        # A point that begins with a bullet has its number on a line of its own.
        add_text(add_styled(place, style), label)
        label = ""
        style = POINT_MORE
    for number, block in enumerate(found):
        usual = style if not number else (POINT_MORE if style == POINT else style)
        paragraph = add_styled(place, _STYLES.get(block.kind, usual))
        _indent(paragraph, block)
        before = f"({block.label})" if block.label else label if not number else ""
        if before:
            add_text(paragraph, before)
            paragraph.add_run("\t")
        if from_the_right(block.text):
            _turn(paragraph)
        for run in block.runs:
            _add_run(paragraph, run)


def _indent(paragraph: Any, block: Block) -> None:
    if block.depth:
        usual = paragraph.style.paragraph_format
        paragraph.paragraph_format.left_indent = usual.left_indent + block.depth * _STEP
        paragraph.paragraph_format.first_line_indent = usual.first_line_indent


def _turn(paragraph: Any) -> None:
    """Mark a paragraph as read from right to left."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no word for it
    properties.insert_element_before(
        OxmlElement("w:bidi"),
        *("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents"),
        *("w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl"),
        *("w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange"),
    )


def _add_run(paragraph: Any, run: Run) -> None:
    for number, line in enumerate(run.text.split("\n")):
        if number:
            paragraph.add_run().add_break()
        if line:
            added = add_text(paragraph, line)
            # What a style says stays what it says.
            added.bold, added.italic = run.strong or None, run.emphasis or None
            added.font.cs_bold, added.font.cs_italic = run.strong or None, run.emphasis or None
