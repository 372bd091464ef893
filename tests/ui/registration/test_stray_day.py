"""The desk says that today is not a day of the meeting, and for which day a check-in counts."""

from tests.meetings import local
from tests.ui.registration.conftest import Stand


def test_on_a_day_of_the_meeting_nothing_is_said(stand: Stand) -> None:
    assert not stand.page.desk_view.search.stray.isVisible()


def test_after_the_meeting_the_desk_warns_and_names_the_day_that_counts(stand: Stand) -> None:
    stand.clock.move_to(local(1, 9).replace(year=2030))
    stand.page.desk_view._on_timer()
    stray = stand.page.desk_view.search.stray
    assert stray.isVisible()
    assert stray.accessibleName() == "Today is not a day of the meeting"
    assert stray.accessibleDescription() == "A check-in counts for Fri 6 Dec."
    stand.page.scanned(stand.code("Keisha"))
    assert "counted for Fri 6 Dec" in stand.said[-1].after


def test_who_chooses_a_session_knows_what_a_check_in_counts_for(stand: Stand) -> None:
    stand.clock.move_to(local(1, 9).replace(year=2030))
    stand.page.desk_view._on_counting("opening")
    assert not stand.page.desk_view.search.stray.isVisible()
