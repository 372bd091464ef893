"""The house style of every Word file: named styles, head and foot with page numbers, so that others can go on editing it."""

import io
import re
import unicodedata
from collections.abc import Sequence
from gettext import NullTranslations
from typing import Any
from weakref import WeakKeyDictionary

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from cmc_desk.reports.workbook import clean
from cmc_desk.rules.papers import Imprint

FONT = "Noto Sans"
PARTICIPANT, OTHER_NAME, REMARK = "Participant", "Name in another language", "Remark"
# A numbered point of a summary, what goes on under it, its bullets and levels, and what must not be overlooked.
POINT, POINT_MORE, BULLET, LEVEL, WARNING = "Point", "Point continued", "List Bullet", "Point level", "Warning"
_INK, _SLATE, _SEA, _EDGE, _CORAL = "13232B", "55656D", "0B5A72", "7C8B92", "B93A22"
_LOCALES = {"en": "en-GB", "es": "es-ES", "fr": "fr-FR", "nl": "nl-NL"}
POINT_INDENT = Mm(9)
_PAGE, _MARGIN, _EDGE_ROOM = (Mm(210), Mm(297)), Mm(20), Mm(11)
# What the styles of a file are called inside it, by their names.
_identifiers: WeakKeyDictionary[Any, dict[str, str]] = WeakKeyDictionary()
_FIELD = re.compile(r"(\{pages?\})")
# A computer without Noto Sans takes the first of these that it has; without the list it would take a font with serifs.
_FALLBACK = f"""<w:fonts {nsdecls("w")}><w:font w:name="{FONT}"><w:altName w:val="Segoe UI,Open Sans,Arial"/>
<w:panose1 w:val="020B0502040504020204"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>"""
_CELL_ROOM = (
    f"""<w:tblCellMar {nsdecls("w")}><w:top w:w="50" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/></w:tblCellMar>"""
)


def word_paper(title: str, imprint: Imprint, texts: NullTranslations, *, language: str) -> Any:
    """Return an empty Word file in the house style; `title` stands in its foot, `language` (ISO 639-1) checks its spelling."""
    document = Document()
    _take_out_the_picture(document)
    _set_fonts(document, language)
    _set_styles(document)
    made = imprint.made_at.replace(tzinfo=None, microsecond=0)
    properties = document.core_properties
    properties.title, properties.subject = clean(title), clean(imprint.meeting)
    properties.author = properties.last_modified_by = clean(imprint.made_by)
    properties.created = properties.modified = made
    properties.language, properties.comments = language, ""
    page = document.sections[0]
    page.page_width, page.page_height = _PAGE
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    page.header_distance = page.footer_distance = _EDGE_ROOM
    _head(page, imprint)
    _foot(page, title, texts)
    return document


def new_columns(document: Any, number: int) -> None:
    """Go on in this many columns, on the same page."""
    section = document.add_section(WD_SECTION.CONTINUOUS)
    columns = section._sectPr.find(qn("w:cols"))  # noqa: SLF001 - python-docx has no word for columns
    columns.set(qn("w:num"), str(number))
    columns.set(qn("w:space"), str(Mm(9).twips))


def add_text(paragraph: Any, words: str, *, style: str | None = None) -> Any:
    """Add words to a paragraph and return them as a run; what is read from right to left is marked as such."""
    words = clean(words)
    run = paragraph.add_run(words)
    if style is not None:
        run._r.style = _identifier(paragraph.part, style)  # noqa: SLF001 - see `add_styled`
    if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in words):
        properties = run._r.get_or_add_rPr()  # noqa: SLF001 - nor for the direction of a run
        properties.append(OxmlElement("w:rtl"))
    return run


def add_styled(place: Any, style: str) -> Any:
    """Add a paragraph in a style to a document or a cell, and return it.

    python-docx looks for the style among all of them every time, and once more for the default: in a long file that is half of the work.
    """
    paragraph = place.add_paragraph()
    paragraph._p.style = _identifier(paragraph.part, style)  # noqa: SLF001 - see above
    return paragraph


def add_table(document: Any, heads: Sequence[str], widths: Sequence[int]) -> Any:
    """Add a table with a head that is repeated on every page; `add_row` adds to it."""
    table = document.add_table(rows=1, cols=len(heads))
    table.style = "Table Grid"
    table.autofit = False
    for cell, words in zip(table.rows[0].cells, heads, strict=True):
        add_text(cell.paragraphs[0], words, style="Strong")
    # Lines of a table stand a little off the words between them.
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(parse_xml(_CELL_ROOM))  # noqa: SLF001 - nor room in cells
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    row = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no heads of tables
    row.append(OxmlElement("w:tblHeader"))
    return table


def add_row(table: Any) -> Any:
    """Add a row that is not cut in two at the end of a page, and return its cells."""
    row = table.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - see above
    return row.cells


def word_bytes(document: Any) -> bytes:
    """Return the file."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _identifier(part: Any, style: str) -> str:
    known = _identifiers.setdefault(part, {})
    if style not in known:
        known.update((one.name, one.style_id) for one in part.document.styles)
    return known[style]


def _take_out_the_picture(document: Any) -> None:
    # The template that python-docx starts from has a picture of its own first page.
    relations = document.part.package.rels
    for key in [key for key, one in relations.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relations[key]


def _set_fonts(document: Any, language: str) -> None:
    table = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    table._blob = _FALLBACK.encode()  # noqa: SLF001 - the part has no other door
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    _only_font(defaults)
    defaults.find(qn("w:lang")).set(qn("w:val"), _LOCALES.get(language, language))
    setting = document.settings.element.find(qn("w:compat")).find(qn("w:compatSetting"))
    setting.set(qn("w:val"), "15")  # the layout of Word 2013 and later; else the window says "compatibility mode"


def _only_font(properties: Any) -> None:
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    names = " ".join(f'w:{kind}="{FONT}"' for kind in ("ascii", "hAnsi", "cs", "eastAsia"))
    properties.insert(0, parse_xml(f"<w:rFonts {nsdecls('w')} {names}/>"))


def _set_styles(document: Any) -> None:
    styles = document.styles
    for name in (PARTICIPANT, OTHER_NAME, REMARK, POINT, POINT_MORE, LEVEL, WARNING):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    _style(styles["Normal"], 9.5, _INK, before=0, after=4)
    _style(styles["Title"], 22, _SEA, before=14, after=0, bold=True)
    _style(styles["Subtitle"], 11.5, _INK, before=0, after=0)
    _style(styles["Heading 1"], 13, _SEA, before=16, after=4, bold=True)
    _style(styles["Heading 2"], 11, _INK, before=10, after=2, bold=True)
    for name in ("Header", "Footer"):
        _style(styles[name], 8, _SLATE, before=0, after=0)
        stops = styles[name].paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(_PAGE[0] - 2 * _MARGIN, WD_TAB_ALIGNMENT.RIGHT)
    _style(styles[OTHER_NAME], 9, _SLATE, before=0, after=3)
    _style(styles[PARTICIPANT], 9.5, _INK, before=0, after=5)
    _style(styles[REMARK], 9, _SLATE, before=3, after=4)
    for name in (POINT, POINT_MORE, BULLET, LEVEL):
        _style(styles[name], 10.5, _INK, before=0, after=4)
    _style(styles[WARNING], 10, _CORAL, before=3, after=4, bold=True)
    _hang(styles[POINT], POINT_INDENT, POINT_INDENT)
    _hang(styles[POINT_MORE], POINT_INDENT, Mm(0))
    _hang(styles[BULLET], Mm(14), Mm(5))
    _hang(styles[LEVEL], Mm(16), Mm(7))
    styles[OTHER_NAME].paragraph_format.keep_with_next = True
    styles[PARTICIPANT].paragraph_format.keep_together = True
    _line_under(styles["Heading 1"].element, _EDGE)


def _style(style: Any, size: float, colour: str, *, before: float, after: float, bold: bool = False) -> None:
    properties = style.element.get_or_add_rPr()
    for old in list(properties):
        properties.remove(old)
    _only_font(properties)
    style.font.size, style.font.bold, style.font.cs_bold = Pt(size), bold, bold
    # What is read from right to left takes its size from here.
    properties.find(qn("w:sz")).addnext(parse_xml(f'<w:szCs {nsdecls("w")} w:val="{round(size * 2)}"/>'))
    style.font.color.rgb = RGBColor.from_string(colour)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.05
    for old in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(old)


def _hang(style: Any, left: int, hanging: int) -> None:
    """Let the first line of a paragraph begin `hanging` before the others, with a tab stop where they begin."""
    form = style.paragraph_format
    form.left_indent, form.first_line_indent = left, -hanging
    form.tab_stops.clear_all()
    form.tab_stops.add_tab_stop(left)


def _line_under(element: Any, colour: str) -> None:
    border = parse_xml(
        f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="6" w:space="3" w:color="{colour}"/></w:pBdr>'
    )
    element.get_or_add_pPr().insert_element_before(
        border, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )


def _head(page: Any, imprint: Imprint) -> None:
    line = page.header.paragraphs[0]
    add_text(line, imprint.meeting)
    line.add_run("\t")
    add_text(line, imprint.place_and_dates)
    _line_under(line._p, _SEA)  # noqa: SLF001 - python-docx has no borders


def _foot(page: Any, title: str, texts: NullTranslations) -> None:
    line = page.footer.paragraphs[0]
    add_text(line, title)
    line.add_run("\t")
    for piece in _FIELD.split(texts.gettext("page {page} of {pages}")):
        if piece in ("{page}", "{pages}"):
            _field(line, "PAGE" if piece == "{page}" else "NUMPAGES")
        else:
            add_text(line, piece)


def _field(line: Any, code: str) -> None:
    # "1" is shown until the program that opens the file has counted the pages.
    line._p.append(  # noqa: SLF001 - nor fields
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{code}"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )
