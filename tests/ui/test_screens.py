"""The pictures of the screens are drawn on a copy, at the time of the desk."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from cmc_desk.desk.demo_meeting import in_the_queue
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.people import find_people
from cmc_desk.ui.screens import SIZE, draw_screens


@pytest.fixture
def queue(tmp_path: Path) -> Desk:
    """Return the demo meeting on its first morning."""
    return in_the_queue(tmp_path / "queue.cmc")


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


def test_the_papers_are_drawn_in_their_states_and_nothing_is_written_beside_the_meeting(
    queue: Desk, tmp_path: Path
) -> None:
    drawn = draw_screens(queue, tmp_path / "screens", dark=False, only=("papers",))
    assert {path.stem for path in drawn} == {
        "papers",
        "papers-made",
        "papers-attendance",
        "papers-participants",
        "papers-badges",
        "papers-changed",
    }
    pictures = [QImage(str(path)) for path in drawn]
    assert len({bytes(picture.constBits()) for picture in pictures}) == len(pictures)
    assert not (tmp_path / "Papers").exists()
    queue.close()
