"""A scan that the meeting file did not take at once is kept, and recorded with the time at which it was scanned."""

import pytest

from cmc_desk.desk.attendance import Verdict
from cmc_desk.desk.counters import last_scans
from cmc_desk.ui.registration.late_scans import AGAIN_MS
from tests.ui.inline_pool import InlinePool
from tests.ui.registration.conftest import Stand
from tests.ui.registration.lost_answer import lost
from tests.ui.summaries.troubles import locked


@pytest.fixture(autouse=True)
def quick(stand: Stand) -> None:
    """Nobody waits for the file, and what is done beside the window is done at once."""
    stand.desk.store.hasten(0.01)
    stand.page.context.pool = InlinePool()


def fires(stand: Stand) -> bool:
    """Let the time pass after which it is tried again; return whether it was going to be."""
    again = stand.page.context.late_scans.again
    if not again.isActive():
        return False
    again.stop()
    again.timeout.emit()
    return True


def test_a_scan_that_could_not_be_recorded_is_said_with_whose_it_is_and_recorded_later(stand: Stand) -> None:
    code, at = stand.code("Keisha"), stand.clock.now()
    with locked(stand.desk):
        assert stand.page.scanned(code)
    told = stand.said[-1]
    assert (told.kind, told.before) == ("coral", "NOT SAVED. ")
    assert told.bold == "Keisha Example-Blake" or told.bold.startswith(code[:4])
    assert stand.page.context.late_scans.again.interval() == AGAIN_MS
    assert stand.answers() == []
    stand.clock.advance(minutes=3)
    assert fires(stand)
    assert stand.answers() == [("Keisha Example-Blake", Verdict.CHECKED_IN.value, False)]
    assert stand.desk.read(last_scans, limit=1)[0].at == at
    assert stand.said[-1].before == "Checked in: "
    assert "scanned at 08:" in stand.said[-1].after
    assert not fires(stand)


def test_no_scan_is_lost_behind_another_that_waits(stand: Stand) -> None:
    with locked(stand.desk):
        stand.page.scanned("9988776655443")
        stand.page.context.late_scans.again.stop()
    stand.page.scanned("4455667788990")
    assert [told.before for told in stand.said].count("NOT SAVED. ") >= 2
    while fires(stand):
        pass
    assert [answer for _name, answer, _voided in stand.answers()] == [Verdict.UNKNOWN.value] * 2
    assert stand.said[-1].before == "Not checked in: "


def test_a_scan_whose_answer_was_lost_is_recorded_once(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    with lost(monkeypatch):
        stand.page.scanned(stand.code("Devon"))
        # Nor is it the second time, when it is tried beside the window.
        assert fires(stand)
        assert (stand.said[-1].kind, stand.said[-1].bold) == ("coral", "Devon Sample-Ramlal")
    assert fires(stand)
    assert not fires(stand)
    assert len(stand.answers()) == 1


def test_what_waits_is_tried_once_more_before_the_window_is_closed(stand: Stand) -> None:
    code = stand.code("Arun")
    with locked(stand.desk):
        stand.page.scanned(code)
        assert stand.page.context.unrecorded()
    assert stand.page.context.unrecorded() == ""
    assert stand.answers() == [("Arun Muster-Singh", Verdict.CHECKED_IN.value, False)]


def test_where_nothing_was_scanned_nothing_waits(stand: Stand) -> None:
    assert stand.page.context.unrecorded() == ""


def test_several_that_waited_are_told_by_their_names(stand: Stand) -> None:
    first, second = stand.code("Keisha"), stand.code("Devon")
    with locked(stand.desk):
        stand.page.scanned(first)
        stand.page.context.late_scans.again.stop()
    stand.page.scanned(second)
    while fires(stand):
        pass
    assert (stand.said[-1].before, stand.said[-1].bold) == ("Recorded: ", "Keisha Example-Blake, Devon Sample-Ramlal")
    assert len(stand.answers()) == 2
