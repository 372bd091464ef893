"""The named styles of the report in Word, and the head and foot of its wide pages."""

from copy import deepcopy
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

PARA, RECOMMENDATION, PROVISION, CELL, SMALL_CELL, TABLE_TITLE = (
    "CMC Para",
    "CMC Rec",
    "CMC Provision",
    "CMC Cell",
    "CMC Small cell",
    "CMC Table title",
)
FIGURE = "CMC Figure"
CONTENTS, CONTENTS_LINES = "CMC Contents", {1: "toc 1", 2: "toc 2"}
COVER, COVER_TITLE, MEETING, STATUS = "CMC Cover", "CMC Cover title", "CMC Meeting", "CMC Status"
HEADING = {1: "Heading 1", 2: "Heading 2", 3: "Heading 3"}
_HANG = Mm(12)
_SEA, _INK = RGBColor.from_string("0B5A72"), RGBColor.from_string("13232B")
# name: size, bold, before, after
_LOOKS: dict[str, tuple[float, bool, float, float]] = {
    PARA: (10.5, False, 0, 6),
    RECOMMENDATION: (10.5, True, 0, 6),
    PROVISION: (10.5, False, 0, 5),
    CELL: (8.5, False, 0, 1),
    SMALL_CELL: (6.5, False, 0, 1),
    TABLE_TITLE: (10, True, 8, 3),
    FIGURE: (10.5, False, 0, 8),
    COVER: (11, False, 0, 4),
    COVER_TITLE: (28, True, 60, 12),
    MEETING: (15, True, 130, 4),
    STATUS: (14, True, 0, 40),
    CONTENTS: (14, True, 0, 8),
    CONTENTS_LINES[1]: (10.5, True, 5, 1),
    CONTENTS_LINES[2]: (10.5, False, 0, 1),
}


def set_outcome_styles(document: Any) -> None:
    """Add the styles of the report to a paper of the house; a ministry changes the look of all its paragraphs there."""
    styles = document.styles
    for name, (size, bold, before, after) in _LOOKS.items():
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.font.size, style.font.bold = Pt(size), bold
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.line_spacing = 1.1
        style.paragraph_format.widow_control = True
    for name in (COVER_TITLE, CONTENTS):
        styles[name].font.color.rgb = _SEA
    for level, name in CONTENTS_LINES.items():
        styles[name].paragraph_format.left_indent = Mm(5) * (level - 1)
        styles[name].paragraph_format.tab_stops.add_tab_stop(Mm(170), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    for name in (PARA, RECOMMENDATION):
        form = styles[name].paragraph_format
        form.left_indent, form.first_line_indent = _HANG, -_HANG
        form.tab_stops.add_tab_stop(_HANG)
    styles[TABLE_TITLE].paragraph_format.keep_with_next = True
    third = styles["Heading 3"]
    for old in list(third.element.get_or_add_rPr()):
        third.element.rPr.remove(old)
    third.font.size, third.font.bold, third.font.color.rgb = Pt(10.5), True, _INK
    third.paragraph_format.space_before, third.paragraph_format.space_after = Pt(8), Pt(2)
    for name in HEADING.values():
        styles[name].paragraph_format.keep_with_next = True
    _own_font(third, styles["Heading 2"])


def hang(paragraph: Any) -> None:
    """Let the number of a paragraph stand before its lines."""
    form = paragraph.paragraph_format
    form.left_indent, form.first_line_indent = _HANG, -_HANG


def turn_head_and_foot(document: Any, section: Any, width: int) -> None:
    """Give a section a head and a foot of its own that reach to the margin of its pages."""
    first = document.sections[0]
    for own, usual in ((section.header, first.header), (section.footer, first.footer)):
        own.is_linked_to_previous = False
        body = own._element  # noqa: SLF001 - python-docx copies no paragraphs
        for old in list(body):
            body.remove(old)
        for paragraph in usual.paragraphs:
            body.append(deepcopy(paragraph._p))  # noqa: SLF001 - see above
        for paragraph in own.paragraphs:
            stops = paragraph.paragraph_format.tab_stops
            usual_stop = Mm(170)
            if width != usual_stop:
                _clear(stops, usual_stop)
                stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)


def _clear(stops: Any, at: int) -> None:
    stops.add_tab_stop(at, WD_TAB_ALIGNMENT.CLEAR)


def _own_font(style: Any, like: Any) -> None:
    """Give a style the font of another one: what it was based on had that of a theme."""
    fonts = like.element.rPr.find(qn("w:rFonts"))
    if fonts is not None and style.element.rPr.find(qn("w:rFonts")) is None:
        style.element.rPr.insert(0, deepcopy(fonts))
