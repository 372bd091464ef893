"""Icons, shapes, flags, chips and lines of text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from cmc_desk.resource import resource
from cmc_desk.ui import icons, theme
from cmc_desk.ui.parts.chip import Chip, ChipLook, chip_width, paint_chip, state_shape
from cmc_desk.ui.parts.flag import WIDTHS, FlagSwatch, flag_pixmap
from cmc_desk.ui.parts.photo_frame import PhotoFrame
from cmc_desk.ui.parts.runs import Run, RunLine, marked, plain
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.shapes import SHAPES
from tests.ui.parts.pictures import Show, colours_in, picture

ICONS = sorted(path.stem for path in resource("icons").glob("*.svg"))
FLAGS = sorted(path.stem for path in resource("flags").glob("*.svg"))


def test_every_icon_is_drawn_in_the_colour_asked_for() -> None:
    assert len(ICONS) > 50
    for name in ICONS:
        image = icons.pixmap(name, 48, "coral").toImage()
        colours = {
            image.pixelColor(x, y).name() for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() > 250
        }
        assert theme.colour("coral").name() in colours, name


def test_an_icon_is_sharp_at_one_and_a_half_times_the_size() -> None:
    made = icons.pixmap("lock", 16, scale=1.5)
    assert (made.width(), made.devicePixelRatio()) == (24, 1.5)
    assert icons.pixmap("lock", 16, scale=1.5).cacheKey() == made.cacheKey()


def test_an_icon_for_a_widget_of_qt_has_every_scale() -> None:
    made = icons.icon("eye", "slate", size=16)
    assert made.pixmap(made.availableSizes()[0], 2.0).width() == 32


def test_an_icon_follows_the_scheme(qapp: QApplication) -> None:
    light = icons.pixmap("lock", 16, "ink").cacheKey()
    theme.apply(qapp, dark=True)
    assert icons.pixmap("lock", 16, "ink").cacheKey() != light


def test_shapes_tell_themselves_apart_without_their_colours() -> None:
    for size in (12, 18):
        pictures = set()
        for name in SHAPES:
            image = QImage(size, size, QImage.Format.Format_Grayscale8)
            image.fill(Qt.GlobalColor.white)
            painter = QPainter(image)
            icons.paint(painter, QRectF(0, 0, size, size), name, "ink")
            painter.end()
            pictures.add(bytes(image.constBits()))
        assert len(pictures) == len(SHAPES)


@pytest.mark.parametrize("width", WIDTHS)
def test_every_flag_is_drawn_whole_in_every_size(width: int) -> None:
    assert len(FLAGS) > 25
    for code in FLAGS:
        image = flag_pixmap(code.upper(), width, 1.5).toImage()
        assert image.width() == round(width * 1.5)
        assert image.pixelColor(image.width() // 2, image.height() // 2).alpha() == 255, code
        assert image.pixelColor(2, 2).alpha() == 255, code


def test_an_organisation_without_a_flag_has_its_colour_and_letters() -> None:
    swatches = {code: flag_pixmap(code, 30).toImage() for code in ("IOM", "UNHCR", "CARICOM", "")}
    assert swatches["IOM"].pixelColor(2, 3) == theme.colour("indigo")
    assert swatches["UNHCR"].pixelColor(2, 3) == theme.colour("azure")
    assert swatches["CARICOM"].pixelColor(2, 3) == theme.colour("slate")
    assert swatches[""].pixelColor(2, 3).alpha() == 0
    white = theme.colour("onPrimary")
    assert any(swatches["IOM"].pixelColor(x, 10) == white for x in range(30))


def test_a_code_is_no_path() -> None:
    assert flag_pixmap("../icons/lock", 21).toImage().pixelColor(2, 2) == theme.colour("slate")


def test_a_swatch_is_named_and_has_its_size(shown: Show) -> None:
    swatch = FlagSwatch("JM", width=27)
    shown(swatch)
    assert (swatch.width(), swatch.height(), swatch.accessibleName()) == (27, 18, "JM")
    before = picture(swatch)
    swatch.set_code("TT")
    assert picture(swatch) != before


def test_a_chip_says_its_state_and_shows_it(shown: Show) -> None:
    chip = Chip("Expected", "notyet")
    shown(chip)
    assert chip.accessibleName() == "Expected"
    assert chip.height() == 20
    assert theme.colour("edge").name() in colours_in(chip)
    chip.set_look(ChipLook("08:33 · Desk A", "good"))
    assert chip.look().kind == "good"
    assert {theme.colour("leafT").name(), theme.colour("leaf").name()} <= colours_in(chip)
    assert state_shape("good") == ("disc-check", "leaf")


def test_a_chip_too_narrow_for_its_words_says_them_in_its_tooltip(shown: Show) -> None:
    chip = Chip("Possible duplicate of somebody else", "warning")
    shown(chip)
    assert chip.toolTip() == ""
    chip.setFixedWidth(60)
    assert chip.toolTip() == "Possible duplicate of somebody else"


def test_in_a_selected_row_a_chip_of_the_same_ground_takes_the_panel() -> None:
    grounds = []
    for selected in (False, True):
        image = QImage(80, 20, QImage.Format.Format_RGB32)
        image.fill(QColor("#000000"))
        painter = QPainter(image)
        width = paint_chip(painter, QRectF(0, 0, 80, 20), ChipLook("Draft", "half"), selected=selected)
        painter.end()
        assert width == chip_width(ChipLook("Draft", "half"))
        grounds.append(image.pixelColor(4, 10))
    assert grounds == [theme.colour("lagoon"), theme.colour("panel")]


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(-3, 40), st.integers(-3, 40)), max_size=5))
def test_marking_letters_loses_none_and_marks_exactly_the_hits(text: str, hits: list[tuple[int, int]]) -> None:
    runs = marked(text, hits)
    assert plain(runs) == text
    letters = [run.mark == "hit" for run in runs for _letter in run.text]
    assert letters == [any(start <= place < end for start, end in hits) for place in range(len(text))]


def test_matched_letters_stand_on_yellow_with_a_line_beneath(shown: Show) -> None:
    line = RunLine(marked("Example-Blake", ((8, 11),), bold=True), size=15)
    shown(line)
    assert {theme.colour("hl").name(), theme.colour("amber").name()} <= colours_in(line)
    assert line.accessibleName() == "Example-Blake"
    line.set_runs((Run("old", mark="removed"), Run("new", mark="added")))
    assert {theme.colour("coral").name(), theme.colour("leaf").name()} <= colours_in(line)


def test_a_line_that_does_not_fit_is_elided_and_whole_in_the_tooltip(shown: Show) -> None:
    long = "Ministry of Foreign Affairs, Foreign Trade and Diaspora " * 3
    line, text, wrapped = RunLine((Run(long),)), Text(long), Text(long, wrap=True)
    shown(line, text, wrapped)
    assert line.toolTip() == text.toolTip() == long
    assert wrapped.toolTip() == ""
    assert wrapped.heightForWidth(300) > 2 * text.height()
    text.setText("Short")
    line.set_runs((Run("Short"),))
    assert line.toolTip() == text.toolTip() == ""


def test_words_are_never_read_as_markup(shown: Show) -> None:
    text = Text("<b>Keisha</b> & Co")
    shown(text)
    assert text.textFormat() == Qt.TextFormat.PlainText
    assert text.text() == "<b>Keisha</b> & Co"
    before = picture(text)
    text.set_tone("coral")
    assert picture(text) != before


def test_a_photograph_is_cut_to_the_frame_and_none_is_a_silhouette(shown: Show) -> None:
    frame = PhotoFrame()
    shown(frame)
    assert frame.accessibleName() == "No photograph"
    assert theme.colour("shadow").name() in colours_in(frame)
    photo = icons.pixmap("user", 30)
    photo.fill(QColor("#ff00ff"))
    frame.set_photo(photo)
    assert frame.accessibleName() == "Photograph"
    assert picture(frame).pixelColor(60, 72).name() == "#ff00ff"
    frame.set_jpeg(b"no picture")
    assert frame.accessibleName() == "No photograph"
    frame.set_jpeg(None)
    assert frame.accessibleName() == "No photograph"
