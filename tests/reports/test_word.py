"""The house style of Word files, read back from their XML."""

import io
import zipfile
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from cmc_desk.i18n import texts
from cmc_desk.reports.word import FONT, PARTICIPANT, add_text, new_columns, word_bytes, word_paper
from tests.reports.reading import IMPRINT


def paper(*words: str, language: str = "en") -> Any:
    """Return a file with these paragraphs as it is read back."""
    document = word_paper("List · Final", IMPRINT, texts("en"), language=language)
    for one in words:
        add_text(document.add_paragraph(style=PARTICIPANT), one, style="Strong")
    return Document(io.BytesIO(word_bytes(document)))


def test_every_style_that_is_used_has_our_font_and_nothing_of_a_theme() -> None:
    styles = paper().styles
    for name in ("Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Header", "Footer", PARTICIPANT):
        assert styles[name].font.name == FONT
        assert "Theme" not in "".join(styles[name].element.find(qn("w:rPr")).find(qn("w:rFonts")).attrib)


def test_headings_stay_with_what_follows_and_people_are_not_cut() -> None:
    styles = paper().styles
    assert styles["Heading 1"].paragraph_format.keep_with_next
    assert styles["Heading 2"].paragraph_format.keep_with_next
    assert styles[PARTICIPANT].paragraph_format.keep_together


def test_a_computer_without_the_font_is_told_which_to_take() -> None:
    content = zipfile.ZipFile(io.BytesIO(word_bytes(word_paper("x", IMPRINT, texts("en"), language="en"))))
    table = content.read("word/fontTable.xml").decode()
    assert 'w:name="Noto Sans"' in table
    assert 'w:altName w:val="Segoe UI,Open Sans,Arial"' in table
    assert not [name for name in content.namelist() if "thumbnail" in name]


def test_head_and_foot_say_which_meeting_and_which_page_it_is() -> None:
    section = paper().sections[0]
    assert section.header.paragraphs[0].text == f"{IMPRINT.meeting}\t{IMPRINT.place_and_dates}"
    foot = section.footer.paragraphs[0]
    fields = [field.get(qn("w:instr")) for field in foot._p.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    said = "".join(text.text for text in foot._p.iter(qn("w:t")))
    assert said == "List · Finalpage 1 of 1"
    (stop,) = paper().styles["Footer"].paragraph_format.tab_stops
    assert abs(stop.position.mm - 170) < 0.1


def test_the_page_is_a4_and_can_go_on_in_columns() -> None:
    document = word_paper("x", IMPRINT, texts("en"), language="en")
    new_columns(document, 2)
    read = Document(io.BytesIO(word_bytes(document)))
    assert round(read.sections[0].page_width.mm) == 210  # type: ignore[union-attr] # it has one
    assert read.sections[1]._sectPr.find(qn("w:cols")).get(qn("w:num")) == "2"


def test_the_spelling_is_checked_in_the_language_of_the_paper() -> None:
    for language, locale in (("fr", "fr-FR"), ("nl", "nl-NL"), ("pt", "pt")):
        defaults = paper(language=language).styles.element.find(qn("w:docDefaults"))
        assert [one.get(qn("w:val")) for one in defaults.iter(qn("w:lang"))] == [locale]


def test_what_is_read_from_right_to_left_is_marked_so_and_nothing_else_is() -> None:
    arabic, latin = paper("ليلى مثال", "Keisha Example-Blake").paragraphs
    assert arabic.runs[0].font.rtl
    assert latin.runs[0].font.rtl is None


def test_characters_that_no_word_file_may_have_are_left_out() -> None:
    assert paper("Keisha\x07\x0bExample").paragraphs[0].text == "Keisha Example"


def test_the_properties_say_what_it_is_and_who_made_it() -> None:
    properties = paper().core_properties
    assert (properties.title, properties.subject, properties.author) == (
        "List · Final",
        IMPRINT.meeting,
        IMPRINT.made_by,
    )
    assert properties.created == IMPRINT.made_at.replace(tzinfo=properties.created.tzinfo)
