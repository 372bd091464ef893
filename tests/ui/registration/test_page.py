"""The registration page as a whole: what it makes when."""

from PySide6.QtCore import Qt

from cmc_desk.ui.registration.person_view import PersonView
from cmc_desk.ui.registration.walk_in_view import WalkInView
from tests.ui.registration.conftest import Stand
from tests.ui.registration.hands import CTRL


def test_the_walk_in_and_the_person_in_full_are_made_when_they_are_first_asked_for(stand: Stand) -> None:
    assert not stand.page.findChildren(WalkInView)
    assert not stand.page.findChildren(PersonView)
    stand.press(Qt.Key.Key_N, CTRL)
    made = stand.page.findChildren(WalkInView)
    assert made == [stand.page.shown()]
    stand.press(Qt.Key.Key_F2)
    stand.press(Qt.Key.Key_N, CTRL)
    assert stand.page.findChildren(WalkInView) == made
    assert not stand.page.findChildren(PersonView)
