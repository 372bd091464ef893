"""The pictures of the screens are drawn on a copy, at the time of the desk."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from cmc_desk.desk.demo_moments import Moment
from cmc_desk.desk.demo_notes import FIRST
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.people import find_people
from cmc_desk.ui.context import Context
from cmc_desk.ui.drawing import no_defects
from cmc_desk.ui.habits import Habits
from cmc_desk.ui.registration.page import RegistrationPage
from cmc_desk.ui.screens import SIZE, draw_screens
from cmc_desk.ui.shell import MainWindow
from cmc_desk.ui.timers import after_rest
from tests.desk.demo_days import left_at


@pytest.fixture
def queue(tmp_path: Path) -> Desk:
    """Return the demo meeting on its first morning."""
    return left_at(Moment.QUEUE, tmp_path / "queue.cmc")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_desk_is_drawn_in_its_states_and_the_meeting_is_not_touched(
    queue: Desk, tmp_path: Path, scheme: str
) -> None:
    version = queue.store.data_version()
    before = queue.read(find_people).total
    drawn = draw_screens(queue, tmp_path / "screens", dark=scheme == "dark", only=("desk", "everywhere"))
    assert {path.stem for path in drawn} >= {
        "desk",
        "desk-search",
        "desk-checked-in",
        "desk-withdrawn",
        "keys",
        "locked",
    }
    pictures = [QImage(str(path)) for path in drawn]
    assert {(picture.width(), picture.height()) for picture in pictures} == {(SIZE.width(), SIZE.height())}
    # A state that looks like the one before was not reached.
    assert len({bytes(picture.constBits()) for picture in pictures}) == len(pictures)
    assert queue.store.data_version() == version
    assert queue.read(find_people).total == before
    queue.close()


def test_the_first_window_and_the_form_of_a_new_meeting_are_drawn_and_nobody_elses_meetings(
    queue: Desk, tmp_path: Path
) -> None:
    drawn = draw_screens(queue, tmp_path / "screens", dark=False, only=("start",))
    assert [path.name for path in drawn] == [
        "start.png",
        "new-meeting.png",
        "recovery-key.png",
        "from-copy.png",
    ]
    pictures = [QImage(str(path)) for path in drawn]
    assert {(picture.width(), picture.height()) for picture in pictures} == {(SIZE.width(), SIZE.height())}
    assert len({bytes(picture.constBits()) for picture in pictures}) == len(pictures)
    assert not Habits().meetings()
    queue.close()


def test_nothing_is_read_any_more_once_the_window_is_closed(queue: Desk, qapp: QApplication) -> None:
    window = MainWindow(Context(queue))
    window.go("registration")
    page = window.page("registration")
    assert isinstance(page, RegistrationPage)
    page.desk_view.follow.start(0)
    window.keeper.stop()
    window.close()
    assert not [timer for timer in window.findChildren(QTimer) if timer.isActive()]
    window.deleteLater()


def test_an_exception_while_the_screens_are_drawn_is_a_failure(qapp: QApplication) -> None:
    class Defect(Exception):
        """What a defect in a slot raises."""

    class Bad(QObject):
        def act(self) -> None:
            raise Defect

    bad = Bad()
    timer = after_rest(0, bad.act, bad)
    with pytest.raises(Defect), no_defects():
        timer.timeout.emit()


def test_papers_and_overview_are_drawn_in_their_states_and_nothing_is_written_beside_the_meeting(
    queue: Desk, tmp_path: Path
) -> None:
    drawn = draw_screens(queue, tmp_path / "screens", dark=False, only=("papers", "overview"))
    assert {path.stem for path in drawn} == {
        "papers",
        "papers-made",
        "papers-attendance",
        "papers-participants",
        "papers-badges",
        "papers-changed",
        *("overview", "overview-sessions", "overview-next-day", "overview-clock", "overview-clock-wrong"),
        *("overview-checked", "overview-made"),
    }
    pictures = [QImage(str(path)) for path in drawn]
    assert len({bytes(picture.constBits()) for picture in pictures}) == len(pictures)
    assert not (tmp_path / "Papers").exists()
    queue.close()


def test_the_screens_of_the_room_are_drawn_in_their_states_of_the_size_of_a_projector(tmp_path: Path) -> None:
    noon = left_at(Moment.PRIORITIES, tmp_path / "noon.cmc")
    drawn = draw_screens(noon, tmp_path / "screens", dark=False, only=("stage",))
    pictures = {path.stem: QImage(str(path)) for path in drawn}
    assert set(pictures) == {
        *("stage", "stage-over", "stage-message", "stage-break", "stage-black", "stage-standing"),
        *("stage-confidence", "stage-confidence-message", "stage-lobby", "stage-lobby-break"),
        *("stage-panel", "stage-clock-jumped", "stage-light", "stage-confidence-light", "stage-lobby-light"),
    }
    assert (pictures["stage"].width(), pictures["stage"].height()) == (1920, 1080)
    assert (pictures["stage-standing"].width(), pictures["stage-standing"].height()) == (1080, 1920)
    assert len({bytes(picture.constBits()) for picture in pictures.values()}) == len(pictures)
    noon.close()


def test_the_notes_are_drawn_in_their_states_and_not_a_letter_is_written_in_the_meeting(tmp_path: Path) -> None:
    desk = left_at(Moment.PRINCIPLES, tmp_path / "principles.cmc")
    desk.author = FIRST
    version = desk.store.data_version()
    drawn = draw_screens(desk, tmp_path / "screens", dark=False, only=("summaries",))
    assert {path.stem for path in drawn} >= {
        *("summaries", "summaries-chosen", "summaries-earlier-texts", "summaries-search", "summaries-delegation"),
        *("summaries-item", "summaries-fix-speakers", "summaries-two-texts", "summaries-text-modules"),
        *("summaries-not-saved", "summaries-keys"),
    }
    pictures = [QImage(str(path)) for path in drawn]
    assert len({bytes(picture.constBits()) for picture in pictures}) == len(pictures)
    assert desk.store.data_version() == version
    desk.close()


def test_read_outs_recommendations_and_what_the_room_sees_of_them_are_drawn(tmp_path: Path) -> None:
    desk = left_at(Moment.PRINCIPLES, tmp_path / "principles.cmc")
    drawn = draw_screens(desk, tmp_path / "screens", dark=False, only=("readouts",))
    assert [path.stem for path in drawn] == [
        *("readout", "readout-rewriting", "readout-name-left", "reading", "stage-reading", "recommendations"),
        *("stage-approval", "stage-approved", "approval-amending", "approval"),
    ]
    pictures = [QImage(str(path)) for path in drawn]
    assert len({bytes(picture.constBits()) for picture in pictures}) == len(pictures)
    desk.close()
