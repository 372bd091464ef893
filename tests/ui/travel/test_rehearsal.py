"""The page is brought through its states for pictures, and each looks otherwise than the one before."""

from cmc_desk.ui.drawing import settle
from cmc_desk.ui.travel.rehearsal import travel_states
from tests.ui.travel.stand import Officer, financed, ready


def test_every_state_is_reached_and_looks_otherwise_than_the_one_before(officer: Officer) -> None:
    financed(officer.desk)
    ready(officer)
    officer.page.side.act("compute")
    names: list[str] = []
    before = None
    for name in travel_states(officer.page, settle):
        picture = officer.window.grab().toImage()
        assert picture != before, name
        names.append(name)
        before = picture
    assert len(set(names)) == len(names)
    assert set(names) >= {
        "travel",
        "travel-nominate-refused",
        "travel-replace",
        "travel-why-this-day",
        "travel-flight-change",
        "travel-agency-list",
        "travel-rooms",
        "travel-payments",
        "travel-budget",
        "travel-rates-settings",
    }


def test_a_meeting_in_which_nobody_was_nominated_is_shown_too(officer: Officer) -> None:
    names = list(travel_states(officer.page, settle))
    assert names[0] == "travel"
    assert "travel-nominate" in names
    assert "travel-replace" not in names
