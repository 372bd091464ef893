"""Of several sessions at once a scan counts for one: the desk says which others run, on the card and in the strip."""

from datetime import timedelta

from cmc_desk.desk import agenda_plan
from cmc_desk.desk.attendance import RUNNING
from cmc_desk.rules.meeting import ItemKind
from tests.ui.registration.conftest import Stand


def groups(stand: Stand) -> None:
    """Let two working groups sit now, each in a room of its own."""
    facts = stand.page.context.facts
    begins = facts.meeting.local(stand.clock.now()).replace(second=0, microsecond=0) - timedelta(minutes=5)
    for name in ("Group A", "Group B"):
        room = stand.desk.do(agenda_plan.put_track, id="", name=name)
        stand.desk.do(
            agenda_plan.put_line,
            id="",
            day=begins.date(),
            starts=begins,
            ends=begins + timedelta(minutes=60),
            title=name,
            kind=ItemKind.DISCUSSION,
            track=room,
            attendance=True,
        )
    stand.page.context.read_facts()


def test_what_runs_in_another_room_is_said_on_the_card_and_in_the_strip(stand: Stand) -> None:
    groups(stand)
    stand.page.desk_view.search.counting_chosen.emit(RUNNING)
    stand.page.scanned(stand.code("Keisha"))
    assert "at the same time: Group B (Alt+S" in stand.said[-1].after
    shown = [row.accessibleName() for row in stand.page.desk_view.card._facts._rows]
    assert any(words.startswith("Also runs") and "Group B" in words for words in shown)
    # Nothing of it where the desk counts for the registration alone.
    stand.page.desk_view.search.counting_chosen.emit("")
    stand.page.scanned(stand.code("Blaise"))
    assert "at the same time" not in stand.said[-1].after
