"""The pages of a PDF: drawn beside the window, turned, enlarged, marked."""

import threading

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cmc_desk.rules.refusal import Unavailable
from cmc_desk.ui.parts.page_images import PageImages
from cmc_desk.ui.parts.page_marks import Mark
from cmc_desk.ui.parts.page_turner import PageTurner
from cmc_desk.ui.parts.pdf_pages import BAND, page_bands, page_image, page_sizes
from cmc_desk.ui.parts.pdf_view import PdfView
from tests.ui.inline_pool import InlinePool
from tests.ui.parts.pdfs import pdf
from tests.ui.parts.pictures import Show, colours_in

RED, GREEN, WHITE = "#ff0000", "#008000", "#ffffff"


def view(shown: Show, content: bytes, page: int = 0) -> PdfView:
    made = PdfView(name="Name plates", pool=InlinePool())
    shown(made)
    made.show_pdf(content, page=page)
    return made


def test_a_page_is_drawn_as_wide_as_it_is_asked_for() -> None:
    content = pdf(2, wide=frozenset({1}))
    assert [size.wide for size in page_sizes(content)] == [False, True]
    upright, lying = page_image(content, 0, width=300), page_image(content, 1, width=300)
    assert (upright.width(), lying.width()) == (300, 300)
    assert upright.height() > 300 > lying.height()
    assert upright.pixelColor(2, 3).name() == RED
    assert upright.pixelColor(150, 80).name() == WHITE


def test_the_parts_for_a_printer_put_together_are_the_page_and_what_is_white_is_left_out() -> None:
    content = pdf(1)
    bands = list(page_bands(content, 0, dpi=300))
    assert bands[-1].image is None
    first = bands[0].image
    assert first is not None
    whole = page_image(content, 0, width=first.width())
    for band in bands:
        if band.image is not None:
            rows = min(BAND, whole.height() - band.top, band.image.height())
            part = whole.copy(0, band.top, whole.width(), rows)
            assert band.image.copy(0, 0, whole.width(), rows) == part


def test_what_is_no_pdf_is_said_in_a_sentence(shown: Show) -> None:
    with pytest.raises(Unavailable, match="damaged or no PDF"):
        page_sizes(b"no PDF at all")
    made = view(shown, b"no PDF at all")
    assert made.pages() == 0
    assert "no PDF" in made._trouble.accessibleName()
    made.show_pdf(pdf(1))
    assert made.pages() == 1
    assert made.mat.isVisible()


def test_two_threads_draw_at_once_and_neither_spoils_the_other() -> None:
    content = pdf(5)
    expected = [page_image(content, page, width=200) for page in range(5)]
    found: list[bool] = []

    def draw() -> None:
        found.extend(page_image(content, number % 5, width=200) == expected[number % 5] for number in range(20))

    threads = [threading.Thread(target=draw) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * 80


def test_the_keys_turn_and_the_ends_hold(qtbot: QtBot, shown: Show) -> None:
    made = view(shown, pdf(3))
    turned: list[tuple[int, int]] = []
    made.turned.connect(lambda page, pages: turned.append((page, pages)))
    made.setFocus()
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_Home):
        QTest.keyClick(made.mat, key)
    assert turned == [(1, 3), (2, 3), (3, 3), (3, 3), (1, 3)]
    assert made.mat.accessibleName() == "Name plates: page 1 of 3"


def test_the_page_that_is_shown_is_the_one_that_is_painted(shown: Show) -> None:
    made = view(shown, pdf(2))
    assert RED in colours_in(made.mat)
    made.step(1)
    assert GREEN in colours_in(made.mat)
    assert RED not in colours_in(made.mat)


def test_a_small_page_is_clicked_and_shown(shown: Show) -> None:
    made = view(shown, pdf(3))
    thumbs = made.thumbs
    assert thumbs.isVisible()
    place = thumbs.visualRect(thumbs.model().index(1, 0)).center()
    QTest.mouseClick(thumbs.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert made.page() == 1
    assert GREEN in colours_in(made.mat)


def test_a_paper_of_one_page_has_no_strip_of_small_ones(shown: Show) -> None:
    made = view(shown, pdf(1))
    assert not made.thumbs.isVisible()


def test_larger_is_drawn_anew_and_zero_fits_the_width_again(shown: Show) -> None:
    made = view(shown, pdf(1))
    made.setFocus()
    fitting = made.mat.pixels_wide(0)
    QTest.keyClick(made.mat, Qt.Key.Key_Plus)
    assert made.mat.pixels_wide(0) == round(fitting * 1.5)
    assert made.mat.horizontalScrollBar().maximum() > 0
    QTest.keyClick(made.mat, Qt.Key.Key_0)
    assert made.mat.pixels_wide(0) == fitting


def test_a_mark_frames_its_place_and_a_click_tells_where_on_the_page(shown: Show) -> None:
    made = view(shown, pdf(1))
    made.set_marks({0: (Mark(0, 0, 600, 300, "The title had to shrink"),)})
    assert "#b7791f" in colours_in(made.mat)
    pressed: list[tuple[int, QPointF]] = []
    made.pressed.connect(lambda page, point: pressed.append((page, point)))
    middle = made.mat._place().center().toPoint()
    QTest.mouseClick(made.mat.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(made.mat.viewport(), QPoint(middle.x(), int(made.mat._place().y()) + 20))
    ((page, point),) = pressed
    assert page == 0
    assert abs(point.x() - 297.6) < 2
    assert abs(point.y() - 421) < 2


def test_while_a_page_is_drawn_what_was_drawn_before_stands_there(qtbot: QtBot) -> None:
    images = PageImages()
    with qtbot.waitSignal(images.opened):
        images.open(pdf(2))
    assert images.image(0, 100) is None
    with qtbot.waitSignal(images.ready):
        pass
    assert images.image(0, 100) is not None
    nearest = images.nearest(0, 300)
    assert nearest is not None
    assert nearest.width() == 100
    assert images.nearest(1, 300) is None


def test_a_picture_of_the_paper_before_is_not_shown_for_the_next(qtbot: QtBot) -> None:
    images = PageImages()
    with qtbot.waitSignal(images.opened):
        images.open(pdf(1))
    images.image(0, 120)
    with qtbot.waitSignal(images.opened):
        images.open(pdf(2))
    with qtbot.waitSignal(images.ready):
        images.image(1, 120)
    picture = images.image(1, 120)
    assert picture is not None
    assert picture.pixelColor(1, 2).name() == GREEN
    assert images.nearest(0, 120) is None


def test_the_turner_says_where_one_is_and_its_keys_work_everywhere_in_the_window(shown: Show) -> None:
    turner, made = PageTurner(), PdfView(name="Papers", pool=InlinePool())
    turner.stepped.connect(made.step)
    made.turned.connect(turner.show_page)
    window = shown(turner, made)
    made.show_pdf(pdf(3))
    assert turner.words.text() == "Page 1 of 3"
    assert not turner.back.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    assert turner.words.text() == "Page 2 of 3"
    made.show_pdf(pdf(1))
    assert not turner.on.isVisible()
