"""A photograph: from a file, the clipboard or a camera, cropped, kept with the person, shown on the card."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from cmc_desk.desk import photos
from cmc_desk.ui.photos.picture_work import from_file
from tests.ui.registration.conftest import Stand
from tests.ui.registration.hands import CTRL, NONE, SHIFT

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


def kept(stand: Stand) -> QImage | None:
    """Return the photograph of Keisha."""
    found = stand.desk.read(photos.photo_of, participant=stand.ids["Keisha"])
    return QImage.fromData(found) if found else None


def is_red(image: QImage, x: int, y: int = 200) -> bool:
    colour = image.pixelColor(x, y)
    return colour.red() > 120 > colour.blue()


def test_a_picture_from_a_file_is_cropped_kept_and_shown_on_the_card(
    stand: Stand, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    stand.press(Qt.Key.Key_O, CTRL)
    person = stand.page.person
    assert person.crop.isVisible()
    assert stand.focus() is person.crop.box
    stand.press(ENTER)
    photo = kept(stand)
    assert photo is not None
    assert (photo.width(), photo.height()) == (300, 400)
    assert is_red(photo, 20)
    assert not is_red(photo, 280)
    assert (stand.said[-1].before, stand.said[-1].bold) == ("Photograph kept: ", "Keisha Example-Blake")
    assert person.photo.frame.accessibleName() == "Photograph"
    stand.press(ESC)
    frame = stand.page.desk_view.card._head._photo
    assert frame.accessibleName() == "Photograph"
    assert is_red(frame.grab().toImage(), 20, 70)


def test_the_arrows_move_the_frame_and_plus_and_minus_change_it(stand: Stand, file: Path) -> None:
    stand.page.person.photos.take(from_file(file))
    box = stand.page.person.crop.box
    whole = box.crop()
    assert abs((whole[2] - whole[0]) * 800 - 450) < 1
    for _ in range(3):
        stand.press(Qt.Key.Key_Left, SHIFT)
    assert box.crop()[0] == 0.0, "the edge of the picture holds"
    for _ in range(10):
        stand.press(Qt.Key.Key_Minus)
    left, top, right, bottom = box.crop()
    assert right - left < whole[2] - whole[0]
    assert abs((right - left) * 800 * 4 - (bottom - top) * 600 * 3) < 1
    for _ in range(4):
        stand.press(Qt.Key.Key_Left, SHIFT)
    stand.press(ENTER)
    photo = kept(stand)
    assert photo is not None
    assert is_red(photo, 280), "all of it is of the left half"


def test_the_mouse_moves_the_frame_and_pulls_its_corners(stand: Stand, file: Path) -> None:
    stand.page.person.photos.take(from_file(file))
    box = stand.page.person.crop.box
    before = box.crop()
    corner = box._seen().bottomRight().toPoint()
    QTest.mousePress(box, Qt.MouseButton.LeftButton, NONE, corner)
    QTest.mouseMove(box, corner - QPoint(60, 80))
    QTest.mouseRelease(box, Qt.MouseButton.LeftButton, NONE, corner - QPoint(60, 80))
    smaller = box.crop()
    assert smaller[2] < before[2]
    assert abs(smaller[0] - before[0]) < 0.01, "the opposite corner stays"
    middle = box._seen().center().toPoint()
    QTest.mousePress(box, Qt.MouseButton.LeftButton, NONE, middle)
    QTest.mouseMove(box, middle + QPoint(20, 10))
    QTest.mouseRelease(box, Qt.MouseButton.LeftButton, NONE, middle + QPoint(20, 10))
    moved = box.crop()
    assert moved[0] > smaller[0]
    assert abs((moved[2] - moved[0]) - (smaller[2] - smaller[0])) < 0.001
    QTest.mouseMove(box, middle)
    assert box.crop() == moved, "a hand that holds nothing moves nothing"


def test_a_picture_is_pasted_also_while_the_cursor_is_in_a_line(stand: Stand, picture: QImage) -> None:
    assert isinstance(stand.focus(), QLineEdit)
    QApplication.clipboard().setImage(picture)
    stand.press(Qt.Key.Key_V, CTRL)
    assert stand.page.person.crop.isVisible()
    stand.press(ESC)
    assert not stand.page.person.crop.isVisible()
    assert kept(stand) is None
    assert stand.page.shown() is stand.page.person, "Esc left the picture, not the person"


def test_words_are_pasted_into_the_line_that_has_the_cursor(stand: Stand) -> None:
    QApplication.clipboard().setText("Keisha-Anne")
    line = stand.focus()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    stand.press(Qt.Key.Key_V, CTRL)
    assert line.text() == "Keisha-Anne"
    assert not stand.page.person.crop.isVisible()


def test_a_file_that_was_copied_is_pasted_too(stand: Stand, file: Path) -> None:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(file))])
    content.setText(str(file))
    QApplication.clipboard().setMimeData(content)
    stand.press(Qt.Key.Key_V, CTRL)
    assert stand.page.person.crop.isVisible()


def test_nothing_on_the_clipboard_is_said(stand: Stand) -> None:
    stand.page.person.photo.paste.click()
    assert stand.said[-1].before == "There is no picture on the clipboard: copy one first."


@pytest.mark.parametrize("content", [b"", b"no picture", b"\xff\xd8\xff\xe0 cut short"])
def test_what_is_no_picture_is_said_in_a_sentence(stand: Stand, tmp_path: Path, content: bytes) -> None:
    wrong = tmp_path / "wrong.jpg"
    wrong.write_bytes(content)
    stand.page.person.photos.take(from_file(wrong))
    assert stand.said[-1].before.startswith("This is no picture that can be read")
    assert not stand.page.person.crop.isVisible()
    assert stand.page.person.photo.choose.isEnabled()


def test_a_file_that_cannot_be_reached_is_said(stand: Stand, tmp_path: Path) -> None:
    stand.page.person.photos.take(from_file(tmp_path / "gone.jpg"))
    assert stand.said[-1].before.startswith("gone.jpg cannot be read")


def test_too_little_of_a_picture_is_refused_and_the_frame_can_be_made_larger(stand: Stand, tmp_path: Path) -> None:
    tiny = QPixmap(60, 60)
    tiny.fill(Qt.GlobalColor.red)
    path = tmp_path / "tiny.png"
    tiny.save(str(path))
    stand.page.person.photos.take(from_file(path))
    stand.press(ENTER)
    assert stand.said[-1].before.startswith("This picture is too small for a badge")
    assert stand.page.person.crop.isVisible()
    assert kept(stand) is None


def test_a_photograph_is_removed_and_undo_brings_it_back(stand: Stand, file: Path) -> None:
    stand.page.person.photos.take(from_file(file))
    stand.press(ENTER)
    stand.page.person.photo.remove.click()
    assert kept(stand) is None
    assert not stand.page.person.photo.remove.isVisible()
    stand.page.context.undo()
    assert kept(stand) is not None
    assert stand.page.person.photo.frame.accessibleName() == "Photograph"


def test_the_keys_of_photographs_are_among_those_of_the_page(stand: Stand) -> None:
    keys = dict(stand.page.keys())
    assert keys["Ctrl+O"] == "Photograph from a file"
    assert keys["Ctrl+V"] == "Photograph from the clipboard"
    assert stand.page.minimumSizeHint().height() <= 676
