"""What the sheet of a delegation says, from a real meeting."""

from dataclasses import replace
from datetime import datetime

import pytest

from cmc_desk.db import schema
from cmc_desk.desk import attendance, badges, registration
from cmc_desk.desk.delegation_facts import gather_delegation_sheets
from cmc_desk.desk.desk import Desk
from cmc_desk.reports.delegation_sheets import BadgeStage, DelegationSheet
from cmc_desk.rules.attendance import Presence
from cmc_desk.rules.gaps import Gap
from cmc_desk.rules.papers import Ask
from cmc_desk.rules.people import Consent
from tests.desk.badged import print_badges
from tests.meetings import ANAIS, ANDRE, JOSE, KEISHA, clock_of, enter, local


@pytest.fixture
def jamaica(desk: Desk) -> dict[str, str]:
    """Keisha, who is complete, and Andre, of whom nothing is known but name and title."""
    complete = replace(KEISHA, salutation="Ms", consent=Consent.YES)
    return {"keisha": enter(desk, complete).id, "andre": enter(desk, ANDRE).id}


def sheet(desk: Desk, only: str = "JM", second: str = "") -> DelegationSheet:
    return desk.read(gather_delegation_sheets, Ask(only=only, second=second)).sheets[0]


def gaps(desk: Desk, only: str = "JM") -> dict[Gap, tuple[str, ...]]:
    return {found.gap: found.names for found in sheet(desk, only).gaps}


def printed(desk: Desk, participant: str, at: datetime) -> None:
    with desk.store.write() as session:
        registration.valid_badge(session, participant).printed_at = at


def test_before_anybody_came_nobody_is_missing(desk: Desk, jamaica: dict[str, str]) -> None:
    assert {member.presence for member in sheet(desk).members} == {Presence.NOT_TAKEN}
    assert Gap.ARRIVAL not in gaps(desk)
    assert sheet(desk).first_at is None


def test_once_somebody_came_anywhere_whoever_did_not_is_missing(desk: Desk, jamaica: dict[str, str]) -> None:
    desk.do(attendance.check_in, participant=jamaica["keisha"], via="name")
    keisha, andre = sheet(desk).members
    assert (keisha.name, keisha.presence, keisha.at) == ("Ms Keisha Example-Blake", Presence.PRESENT, local(0, 8, 40))
    assert (andre.name, andre.presence, andre.at) == ("Andre Sample-Cox", Presence.ABSENT, None)
    assert gaps(desk)[Gap.ARRIVAL] == ("Andre Sample-Cox",)
    assert (sheet(desk).arrived, sheet(desk).first_at) == (1, local(0, 8, 40))


def test_whoever_left_or_is_excused_is_not_missing(desk: Desk, jamaica: dict[str, str]) -> None:
    desk.do(attendance.check_in, participant=jamaica["keisha"], via="name")
    desk.do(attendance.excuse, participant=jamaica["andre"], session="day1-registration")
    clock_of(desk).advance(seconds=3600)
    desk.do(attendance.leave, participant=jamaica["keisha"], session="day1-registration")
    keisha, andre = sheet(desk).members
    assert (keisha.presence, keisha.at) == (Presence.LEFT, local(0, 9, 40))
    assert andre.presence is Presence.EXCUSED
    assert Gap.ARRIVAL not in gaps(desk)
    assert sheet(desk).arrived == 1


def test_a_badge_is_printed_waiting_or_not_printed(desk: Desk, jamaica: dict[str, str]) -> None:
    assert {member.badge for member in sheet(desk).members} == {BadgeStage.NONE}
    desk.do(badges.void_prints, prints=print_badges(desk, jamaica["andre"]))
    printed(desk, jamaica["keisha"], local(0, 8, 12))
    keisha, andre = sheet(desk).members
    assert (keisha.badge, keisha.badge_at) == (BadgeStage.PRINTED, local(0, 8, 12))
    assert (andre.badge, andre.badge_at) == (BadgeStage.WAITING, None)
    assert gaps(desk)[Gap.BADGE] == ("Andre Sample-Cox",)


def test_what_is_not_known_of_a_person_is_missing(desk: Desk, jamaica: dict[str, str]) -> None:
    desk.do(registration.add_note, participant=jamaica["keisha"], text="Call protocol")
    found = gaps(desk)
    assert found[Gap.TITLE] == found[Gap.CONSENT] == ("Andre Sample-Cox",)
    assert found[Gap.NOTE] == ("Keisha Example-Blake",)


def test_a_walk_in_has_credentials_to_verify_until_they_are(desk: Desk, jamaica: dict[str, str]) -> None:
    walker = desk.do(attendance.walk_in, person=replace(ANDRE, given_name="Walker")).participant
    assert walker is not None
    assert gaps(desk)[Gap.CREDENTIALS] == ("Walker Sample-Cox",)
    desk.do(registration.verify_credentials, participant=walker)
    assert Gap.CREDENTIALS not in gaps(desk)


def test_a_photograph_is_missing_only_where_the_meeting_takes_them(desk: Desk, jamaica: dict[str, str]) -> None:
    assert Gap.PHOTO not in gaps(desk)
    with desk.store.write() as session:
        session.add(schema.Photo(id=jamaica["keisha"], image=b"jpeg", at=local(0, 8)))
    assert gaps(desk)[Gap.PHOTO] == ("Andre Sample-Cox",)


def test_a_financed_seat_that_nobody_is_named_for_is_missing(desk: Desk) -> None:
    enter(desk, ANAIS)
    assert [(one.gap, one.number) for one in sheet(desk, "HT").gaps if one.gap is Gap.SEATS] == [(Gap.SEATS, 1)]
    enter(desk, JOSE)
    assert Gap.SEATS not in gaps(desk, "HT")


def test_a_delegation_without_people_has_a_sheet_if_it_is_asked_for(desk: Desk, jamaica: dict[str, str]) -> None:
    empty = sheet(desk, "HT", second="fr")
    assert (empty.name, empty.second, empty.members) == ("Haiti", "Haïti", ())
    assert [(one.gap, one.number) for one in empty.gaps] == [(Gap.NOBODY, 0), (Gap.SEATS, 2)]
    assert [one.name for one in desk.read(gather_delegation_sheets, Ask()).sheets] == ["Jamaica"]
