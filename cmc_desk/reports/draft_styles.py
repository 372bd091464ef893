"""The named styles and pages of a draft in Word: titles, headings, preambles, paragraphs with their numbers hanging, rows of a plan."""

from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from cmc_desk.rules.document_kinds import ProvisionKind
from cmc_desk.rules.drafts import Provision

DRAFT_TITLE, PREAMBLE, PARAGRAPH, SUBPARAGRAPH, CELL = (
    "Draft title",
    "Draft preamble",
    "Draft paragraph",
    "Draft sub-paragraph",
    "Draft cell",
)
_HANG, _SUB_HANG = Mm(13), Mm(10)
_WIDE_MARGIN, _EDGE = Mm(12), Mm(14)
# What Word wants to find behind the tab stops of a paragraph, in this order.
_AFTER_TABS = (
    *("w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct", "w:topLinePunct", "w:autoSpaceDE"),
    *("w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing"),
    *("w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap"),
    *("w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange"),
)
_WIDE_PAGE = (Mm(297), Mm(210))
# How wide a page of a plan is between its margins, in millimetres.
WIDE = 273
# How large letters are in the cells of a table, and in those of one with many columns.
CELL_SIZE, SMALL_CELL_SIZE = 8.5, 7.5
# Room at the sides of such cells, in twentieths of a point.
_NARROW = 45


def set_draft_styles(document: Any) -> None:
    """Add the styles of a draft to a paper of the house; a ministry changes the look of all its paragraphs there."""
    styles = document.styles
    for name in (DRAFT_TITLE, PREAMBLE, PARAGRAPH, SUBPARAGRAPH, CELL):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
        styles[name].font.size = Pt(10.5)
        styles[name].paragraph_format.space_after = Pt(6)
        styles[name].paragraph_format.line_spacing = 1.15
    styles[DRAFT_TITLE].font.size, styles[DRAFT_TITLE].font.bold = Pt(16), True
    styles[DRAFT_TITLE].paragraph_format.space_before = Pt(12)
    styles[DRAFT_TITLE].paragraph_format.keep_with_next = True
    styles[CELL].font.size = Pt(CELL_SIZE)
    styles[CELL].paragraph_format.space_after, styles[CELL].paragraph_format.line_spacing = Pt(2), 1.05
    _hang(styles[PARAGRAPH], _HANG, _HANG)
    _hang(styles[SUBPARAGRAPH], _HANG + _SUB_HANG, _SUB_HANG)
    for name in ("Heading 1", "Heading 2", "Heading 3"):
        _hang(styles[name], _HANG, _HANG)
    third = styles["Heading 3"]
    for old in list(third.element.get_or_add_rPr()):
        third.element.rPr.remove(old)
    third.font.size, third.font.bold = Pt(10), True


def add_styled(place: Any, style: str) -> Any:
    """Add a paragraph in a named style to a document or a cell."""
    paragraph = place.add_paragraph()
    set_style(paragraph, style)
    return paragraph


def set_style(paragraph: Any, style: str) -> None:
    """Give a paragraph a named style.

    python-docx looks through all styles for the name each time, which takes longer than everything else in a long draft; it makes
    the identifiers of styles from their names in this way.
    """
    paragraph._p.style = style.replace(" ", "")  # noqa: SLF001 - see above


def style_of(provision: Provision) -> str:
    """Return the name of the style of a provision."""
    if provision.kind is ProvisionKind.HEADING:
        return f"Heading {min(max(provision.level, 1), 3)}"
    if provision.kind is ProvisionKind.PLAN_ROW:
        return CELL
    return _STYLES[provision.kind]


def indent(paragraph: Any, provision: Provision) -> None:
    """Move a sub-paragraph of a deeper level to the right of the one above it."""
    deeper = provision.level - 1
    if provision.kind is ProvisionKind.SUBPARAGRAPH and deeper > 0:
        paragraph.paragraph_format.left_indent = _HANG + (deeper + 1) * _SUB_HANG
        paragraph.paragraph_format.first_line_indent = -_SUB_HANG
        paragraph.paragraph_format.tab_stops.add_tab_stop(_HANG + (deeper + 1) * _SUB_HANG)


def make_wide(document: Any) -> None:
    """Turn the pages of a paper, for tables of many columns; its head and foot follow."""
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = _WIDE_PAGE
    page.left_margin = page.right_margin = _WIDE_MARGIN
    page.top_margin = page.bottom_margin = Mm(20)
    page.header_distance = page.footer_distance = _EDGE
    for name in ("Header", "Footer"):
        stops = document.styles[name].paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(Mm(WIDE), WD_TAB_ALIGNMENT.RIGHT)


def make_narrow(document: Any, table: Any, size: float) -> None:
    """Leave little room beside the words in the cells of a table, and set all cells of the paper in letters of this size."""
    document.styles[CELL].font.size = Pt(size)
    room = table._tbl.tblPr.find(qn("w:tblCellMar"))  # noqa: SLF001 - python-docx has no room in cells
    for place, name in ((1, "left"), (3, "right")):
        room.insert(place, parse_xml(f'<w:{name} {nsdecls("w")} w:w="{_NARROW}" w:type="dxa"/>'))


def add_band(row: Any) -> Any:
    """Make one cell of a row over its whole width, and return it."""
    cells = row.cells
    return cells[0].merge(cells[-1])


def set_band(paragraph: Any) -> None:
    """Take from a heading what it needs on a page and not in a row of a table: the room above it, and the line below."""
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(3), Pt(2)
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no lines at paragraphs
    line = parse_xml(f'<w:pBdr {nsdecls("w")}><w:bottom w:val="nil"/></w:pBdr>')
    properties.insert_element_before(line, "w:shd", "w:tabs", *_AFTER_TABS)


def number_lines(document: Any) -> None:
    """Number the lines of the text through all pages; what `without_lines` was told of is not counted."""
    page = document.sections[-1]._sectPr  # noqa: SLF001 - python-docx has no numbers of lines
    numbers = parse_xml(f'<w:lnNumType {nsdecls("w")} w:countBy="1" w:distance="280" w:restart="continuous"/>')
    page.insert_element_before(
        numbers,
        "w:pgNumType",
        "w:cols",
        "w:formProt",
        "w:vAlign",
        "w:noEndnote",
        "w:titlePg",
        "w:textDirection",
        "w:bidi",
        "w:rtlGutter",
        "w:docGrid",
        "w:printerSettings",
        "w:sectPrChange",
    )


def without_lines(paragraph: Any) -> None:
    """Leave a paragraph out of the numbers of lines."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - see above
    properties.insert_element_before(
        OxmlElement("w:suppressLineNumbers"),
        *("w:pBdr", "w:shd", "w:tabs", *_AFTER_TABS),
    )


def bookmark(paragraph: Any, name: str, number: int) -> None:
    """Put a hidden bookmark around what a paragraph says, by which the text is known again when the file comes back."""
    body = paragraph._p  # noqa: SLF001 - python-docx has no bookmarks
    begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (begin, end):
        mark.set(qn("w:id"), str(number))
    begin.set(qn("w:name"), name)
    properties = body.pPr
    if properties is None:
        body.insert(0, begin)
    else:
        properties.addnext(begin)
    body.append(end)


def _hang(style: Any, left: int, hanging: int) -> None:
    form = style.paragraph_format
    form.left_indent, form.first_line_indent = left, -hanging
    form.tab_stops.clear_all()
    form.tab_stops.add_tab_stop(left)


_STYLES = {
    ProvisionKind.TITLE: DRAFT_TITLE,
    ProvisionKind.PREAMBULAR: PREAMBLE,
    ProvisionKind.PARAGRAPH: PARAGRAPH,
    ProvisionKind.SUBPARAGRAPH: SUBPARAGRAPH,
}
