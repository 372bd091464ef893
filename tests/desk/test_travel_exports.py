"""Papers of sponsored travel that are handed over: to whom, which version, and what of people it says."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from cmc_desk.db import schema
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.making_papers import make_paper, record_paper
from cmc_desk.desk.manifest import manifest_list, send_list
from cmc_desk.desk.paper_kinds import paper_kinds
from cmc_desk.desk.passengers import passengers
from cmc_desk.desk.rooms import rooming_list
from cmc_desk.desk.transport_papers import gather_rooming, gather_transports
from cmc_desk.desk.travel_exports import HandedOver, hand_over, handed_over, last_made
from cmc_desk.rules.export_classes import Recipient
from cmc_desk.rules.papers import Ask, Format
from cmc_desk.rules.people import Sensitivity
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.sent_lists import ListKind, What
from cmc_desk.rules.travel_states import Direction
from cmc_desk.ui.command_words import words_of
from tests.desk.journeyed import HOME, THERE, at, book, both, leg, open_travel, put
from tests.desk.paper_hands import journal

LATER = leg("417", "PAP", "KIN", at(4, 19, 35), at(4, 20, 40))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Both officials of Haiti have a seat, a journey and a room."""
    made = open_travel(tmp_path)
    book(made, *both(made))
    yield made
    made.close()


def made(desk: Desk, folder: Path, key: str, **asked: str) -> str:
    """Make a paper, put it on record, and return its identifier."""
    kind = next(kind for kind in paper_kinds() if kind.key == key)
    form = Format.PDF if Format.PDF in kind.formats else Format.XLSX
    return record_paper(desk, make_paper(desk, kind, Ask(**asked), form, folder / "papers"))  # type: ignore[arg-type]


def on_seats(desk: Desk) -> list[str]:
    """Return the sponsorships by name of the officials."""
    return [one.key for one in desk.read(passengers)]


def to_hotel(desk: Desk, paper: str) -> HandedOver:
    return desk.do(hand_over, paper=paper, to=Recipient.HOTEL, recipient="  Example   Hotel ")


def test_the_register_says_who_got_which_version_and_how_sensitive_it_is(desk: Desk, tmp_path: Path) -> None:
    paper = made(desk, tmp_path, "rooming")
    handed = to_hotel(desk, paper)
    assert (handed.kind, handed.version, handed.recipient, handed.people) == ("rooming", 1, "Example Hotel", 2)
    assert handed.sensitivity is Sensitivity.TRAVEL
    assert handed.file.startswith("rooming")
    (entry,) = desk.read(handed_over)
    assert entry.handed == handed
    assert entry.operator == desk.author.operator
    row = journal(desk)
    assert json.loads(row.args or "")["recipient"] == "  Example   Hotel "
    assert words_of(row.kind) == "a paper of travel was handed over"
    assert desk.read(handed_over, kind="manifest") == ()


def test_a_list_that_is_handed_over_is_kept_and_the_next_one_says_what_has_changed(desk: Desk, tmp_path: Path) -> None:
    paper = made(desk, tmp_path, "rooming")
    assert to_hotel(desk, paper).lists == (1,)
    # What was sent and is still so is that version, and the file is not out of date for having been sent.
    (hotel,) = desk.read(gather_rooming, Ask()).hotels
    assert (hotel.version.number, hotel.version.before, hotel.version.differences) == (1, 0, ())
    assert to_hotel(desk, paper).lists == (1,), "to another hotel it is the same version"
    put(desk, on_seats(desk)[0], (LATER, HOME))
    (hotel,) = desk.read(gather_rooming, Ask()).hotels
    assert (hotel.version.number, hotel.version.before, hotel.version.recipient) == (2, 1, "Example Hotel")
    assert [(one.what, one.name) for one in hotel.version.differences] == [(What.CHANGED, "Anaïs Muster-Żółć")]
    assert to_hotel(desk, made(desk, tmp_path, "rooming")).lists == (2,)


def test_a_manifest_keeps_arrivals_and_departures_each_under_its_number(desk: Desk, tmp_path: Path) -> None:
    paper = made(desk, tmp_path, "manifest")
    handed = desk.do(hand_over, paper=paper, to=Recipient.DRIVER, recipient="Sample Shuttle")
    assert handed.lists == (1, 1)
    found = desk.read(gather_transports, Ask())
    assert (found.arrivals.version.number, found.departures.version.number) == (1, 1)


def test_a_list_with_nobody_on_it_is_not_kept_as_sent(tmp_path: Path) -> None:
    desk = open_travel(tmp_path)
    for key, to in (("rooming", Recipient.HOTEL), ("manifest", Recipient.DRIVER)):
        paper = made(desk, tmp_path, key)
        assert desk.do(hand_over, paper=paper, to=to, recipient="Example").lists == ()
    desk.close()


def test_a_paper_that_does_not_say_any_more_what_is_true_is_not_handed_over(desk: Desk, tmp_path: Path) -> None:
    paper = made(desk, tmp_path, "manifest")
    keys = on_seats(desk)
    for key in keys:
        put(desk, key, (LATER, HOME))
    with pytest.raises(Refusal, match="does not say any more what is true"):
        desk.do(hand_over, paper=paper, to=Recipient.DRIVER, recipient="Sample Shuttle")
    put(desk, keys[0], (THERE, HOME))
    assert desk.read(handed_over) == ()


@pytest.mark.parametrize(
    ("to", "recipient", "words"),
    [(Recipient.DRIVER, "Sample Shuttle", "more than Driver needs"), (Recipient.HOTEL, "  ", "To whom")],
)
def test_nobody_gets_more_than_they_need_and_nobody_is_nameless(
    desk: Desk, tmp_path: Path, to: Recipient, recipient: str, words: str
) -> None:
    paper = made(desk, tmp_path, "rooming")
    with pytest.raises(Refusal, match=words):
        desk.do(hand_over, paper=paper, to=to, recipient=recipient)


def test_only_a_paper_of_travel_that_was_made_can_be_handed_over(desk: Desk, tmp_path: Path) -> None:
    for paper in ("nothing of the kind", made(desk, tmp_path, "tick-list", day="2019-12-05")):
        with pytest.raises(Refusal, match="Make the paper first"):
            desk.do(hand_over, paper=paper, to=Recipient.TRAVEL, recipient="Office")


def test_a_delegation_gets_the_chase_list_of_it_alone(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="its own list"):
        desk.do(hand_over, paper=made(desk, tmp_path, "chase-list"), to=Recipient.DELEGATION, recipient="Haiti")
    alone = made(desk, tmp_path, "chase-list", only="HT")
    assert desk.do(hand_over, paper=alone, to=Recipient.DELEGATION, recipient="Haiti").lists == ()
    assert desk.read(last_made, "chase-list") is not None
    assert desk.read(last_made, "seat-wall") is None


def test_a_list_is_numbered_alike_whichever_way_it_was_sent(desk: Desk, tmp_path: Path) -> None:
    assert desk.do(send_list, kind=ListKind.ROOMING, recipient="Example Hotel") == 1
    assert desk.do(send_list, kind=ListKind.ROOMING, recipient="Another Hotel") == 1, "it is the same list"
    found = desk.read(rooming_list)
    assert (found.version, found.differences) == (1, ())
    put(desk, on_seats(desk)[0], (LATER, HOME))
    found = desk.read(rooming_list)
    (hotel,) = desk.read(gather_rooming, Ask()).hotels
    assert (found.version, hotel.version.number, hotel.version.before) == (2, 2, 1)
    assert found.differences == hotel.version.differences
    assert to_hotel(desk, made(desk, tmp_path, "rooming")).lists == (2,)
    assert desk.read(rooming_list).differences == ()
    # Drivers may get the sheets of their vehicles alone: what they know is what was sent.
    desk.do(hand_over, paper=made(desk, tmp_path, "driver-sheets"), to=Recipient.DRIVER, recipient="Sample Shuttle")
    assert desk.read(manifest_list, direction=Direction.OUT).sent is not None
    assert [(one.handed.kind, one.handed.recipient, one.handed.lists) for one in desk.read(handed_over)] == [
        ("driver-sheets", "Sample Shuttle", (1, 1)),
        ("rooming", "Example Hotel", (2,)),
        ("rooming", "Another Hotel", (1,)),
        ("rooming", "Example Hotel", (1,)),
    ]
    assert [one.handed.people for one in desk.read(handed_over, kind="rooming")] == [2, 2, 2]


def test_of_a_list_whose_words_were_erased_the_register_says_nothing(desk: Desk) -> None:
    desk.do(send_list, kind=ListKind.ARRIVALS, recipient="Sample Shuttle")
    with desk.store.write() as session:
        session.query(schema.JournalRow).filter_by(kind="travel.send_list").one().args = None
    assert desk.read(handed_over) == ()
