"""What is recorded of one official: visa, journey, passport, and the wishes of the sponsors that are waived."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from cmc_desk.db.schema import JournalRow
from cmc_desk.desk import nomination_letters, seats, travellers
from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.desk.letter_files import letter_file
from cmc_desk.desk.seat_wall import seat_wall
from cmc_desk.desk.travel_beside import letters_of
from cmc_desk.desk.traveller import Concern, travel_line, traveller
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import Headline, LetterKind, Nomination, Profile, Step, Travel, VisaState, Warned
from tests.desk.seated import Seated
from tests.meetings import clock_of

PDF = b"%PDF-1.4 a note verbale of Sampleland"


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Seated]:
    seated = Seated(tmp_path)
    yield seated
    seated.desk.close()


def passport(at: Seated, **how: Any) -> None:
    given: dict[str, Any] = {
        "issuer": "hti",
        "number": "r 1234-5678",
        "name": "MUSTER ZOLC<<ANAIS",
        "expires": date(2021, 7, 14),
    }
    at.do(travellers.record_passport, participant=at.people["anais"], **given | how)


def test_the_file_of_a_letter_is_kept_with_its_digest_and_the_journal_has_that_alone(at: Seated) -> None:
    letter = at.letter("anais", file_name="nv.pdf", file=PDF)
    found = at.desk.read(letter_file, letter=letter)
    assert (found.name, found.content, found.whole) == ("nv.pdf", PDF, True)
    with at.desk.store.read() as session:
        row = session.query(JournalRow).filter(JournalRow.kind == "travel.record_letter").one()
    assert f'"file":"{found.digest}"' in (row.args or "")
    assert "recorded for this delegation already" in at.refused(
        nomination_letters.record_letter,
        delegation="HT",
        kind=LetterKind.EMAIL,
        reference="",
        dated=date(2019, 11, 5),
        received=date(2019, 11, 5),
        names=[],
        file=PDF,
    )
    with pytest.raises(Refusal, match="No file was kept"):
        at.desk.read(letter_file, letter=at.letter("jose"))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"dated": date(2019, 11, 7)}, "dated after the day on which it came"),
        ({"received": date(2019, 12, 6), "dated": date(2019, 12, 6)}, "has not come yet"),
        ({"delegation": "XX"}, "Choose one of the list"),
        ({"names": ["keisha"]}, "of another delegation"),
        ({"file": bytes(10_000_001)}, "more than 10 MB"),
    ],
)
def test_a_letter_that_cannot_be_so_is_refused(at: Seated, changes: dict[str, object], sentence: str) -> None:
    given: dict[str, object] = {
        "delegation": "HT",
        "kind": LetterKind.LETTER,
        "reference": "1",
        "dated": date(2019, 11, 6),
        "received": date(2019, 11, 6),
        "names": [],
    } | changes
    names = given.pop("names")
    assert isinstance(names, list)
    assert sentence in at.refused(nomination_letters.record_letter, names=[at.people[name] for name in names], **given)


def test_a_letter_keeps_the_names_of_whom_nobody_has_registered_until_they_are_tied(at: Seated) -> None:
    letter = at.letter(also_named="  Anaïs Muster, a second official ")
    kept = at.desk.read(letters_of)[letter]
    assert (kept.names, kept.also_named) == ((), "Anaïs Muster, a second official")
    seat = next(one for row in at.desk.read(seat_wall, now=at.desk.clock.now()).rows for one in row.seats)
    assert (seat.seat.key, seat.headline) == ("HT-1", Headline.NO_NOMINEE)
    at.do(nomination_letters.attach_letter, letter=letter, names=[at.people["anais"]])
    assert at.desk.read(letters_of)[letter].also_named == "Anaïs Muster, a second official"
    at.do(nomination_letters.attach_letter, letter=letter, names=[], also_named="")
    tied = at.desk.read(letters_of)[letter]
    assert (tied.names, tied.also_named) == ((at.people["anais"],), "")


def test_a_letter_reaches_whoever_it_names_and_is_on_a_seat_already(at: Seated) -> None:
    key, other = at.nominate("HT-1", "anais"), at.nominate("HT-2", "jose")
    letter = at.letter("anais")
    assert at.one(key).letter is not None
    assert at.one(other).letter is None
    at.do(nomination_letters.attach_letter, letter=letter, names=[at.people["jose"], at.people["anais"]])
    found = at.one(other).letter
    assert found is not None
    assert found.names == tuple(sorted((at.people["anais"], at.people["jose"])))
    for names, sentence in ((["keisha"], "another delegation"),):
        assert sentence in at.refused(
            nomination_letters.attach_letter, letter=letter, names=[at.people[name] for name in names]
        )
    assert "not in the meeting file" in at.refused(nomination_letters.attach_letter, letter="gone", names=[])


def test_of_a_passport_only_the_last_four_are_shown_and_who_looks_at_it_is_in_the_journal(at: Seated) -> None:
    key = at.nominate("HT-1", "anais")
    version = at.one(key).version
    passport(at)
    shown = at.one(key)
    assert shown.passport is not None
    assert (shown.passport.issuer, shown.passport.last_four) == ("HTI", "5678")
    assert "12345678" not in repr(at.desk.read(traveller, sponsorship=key, now=at.desk.clock.now()))
    assert shown.version != version
    number = travellers.reveal_passport(at.desk, participant=at.people["anais"], reason="the agent asks")
    assert number == "R12345678"
    line = at.desk.read(journal_lines)[-1]
    assert (line.kind, line.operator, line.about) == (
        "travel.reveal_passport",
        at.desk.author.operator,
        "Anaïs Muster-Żółć",
    )
    for person, reason, sentence in (("anais", " ", "what the number is needed for"), ("jose", "x", "No passport")):
        with pytest.raises(Refusal, match=sentence):
            travellers.reveal_passport(at.desk, participant=at.people[person], reason=reason)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"issuer": "Haiti"}, "issuer"),
        ({"number": "12"}, "number"),
        ({"number": "№ 12345"}, "number"),
        ({"birth": date(2030, 1, 1)}, "birth"),
        ({"birth": date(1980, 1, 1), "expires": date(1979, 1, 1)}, "expires"),
    ],
)
def test_a_passport_that_cannot_be_so_is_refused_with_its_field(
    at: Seated, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(Refusal) as caught:
        passport(at, **changes)
    assert caught.value.field == field


def test_a_passport_is_corrected_in_its_place(at: Seated) -> None:
    key = at.nominate("HT-1", "anais")
    passport(at)
    passport(at, expires=date(2022, 1, 1))
    found = at.one(key).passport
    assert found is not None
    assert found.expires == date(2022, 1, 1)
    at.desk.undo()
    found = at.one(key).passport
    assert found is not None
    assert found.expires == date(2021, 7, 14)


def test_an_arrival_is_of_now_or_of_when_it_is_told(at: Seated) -> None:
    key = at.accepted("HT-1", "anais")
    now = at.desk.clock.now()
    assert "not happened yet" in at.refused(
        travellers.set_travel, sponsorship=key, to=Travel.ARRIVED, at=now + timedelta(hours=1)
    )
    at.do(travellers.set_travel, sponsorship=key, to=Travel.ARRIVED, at=now - timedelta(hours=1))
    assert at.one(key).arrived_at == now - timedelta(hours=1)
    other = at.accepted("HT-2", "jose")
    at.do(travellers.set_travel, sponsorship=other, to=Travel.ARRIVED)
    assert at.one(other).arrived_at == now
    assert "This nomination is not" in at.refused(travellers.set_travel, sponsorship="gone", to=Travel.HELD)


def test_a_wish_is_waived_with_a_reason_once_and_only_where_it_is_one(at: Seated) -> None:
    key = at.nominate("HT-1", "guerda")
    assert "Say why" in at.refused(travellers.waive, sponsorship=key, warned=Warned.NO_FOREIGN_AFFAIRS, reason=" ")
    assert "nothing to waive" in at.refused(travellers.waive, sponsorship=key, warned=Warned.HOST_FLIES, reason="x")
    at.do(travellers.waive, sponsorship=key, warned=Warned.NO_FOREIGN_AFFAIRS, reason="agreed by telephone")
    assert "already" in at.refused(travellers.waive, sponsorship=key, warned=Warned.NO_FOREIGN_AFFAIRS, reason="x")
    now = at.desk.clock.now()
    shown = at.desk.read(traveller, sponsorship=key, now=now)
    assert shown.warnings == (
        Concern(Warned.NO_FOREIGN_AFFAIRS, "agreed by telephone", at.desk.author.operator, now),
        Concern(Warned.FOCAL_POINT_PASSED_OVER),
    )
    at.do(travellers.no_longer_waive, sponsorship=key, warned=Warned.NO_FOREIGN_AFFAIRS)
    assert "was not waived" in at.refused(travellers.no_longer_waive, sponsorship=key, warned=Warned.NO_FOREIGN_AFFAIRS)
    at.do(travellers.set_profile, sponsorship=key, profile=Profile.FOREIGN_AFFAIRS, focal_point=True)
    assert at.desk.read(traveller, sponsorship=key, now=now).warnings == ()
    at.do(seats.withdraw, sponsorship=key)
    assert "nothing to waive" in at.refused(
        travellers.waive, sponsorship=key, warned=Warned.NO_FOREIGN_AFFAIRS, reason="x"
    )


def test_the_panel_of_a_traveller_has_steps_chain_and_what_blocks(at: Seated) -> None:
    first = at.accepted("HT-1", "anais")
    second = at.do(seats.replace, sponsorship=first, participant=at.people["guerda"])
    now = at.desk.clock.now()
    shown = at.desk.read(traveller, sponsorship=second, now=now)
    assert (shown.person.name, shown.delegation, shown.headline) == ("Guerda Sample-Dorval", "Haiti", Headline.LETTER)
    assert [link.name for link in shown.chain] == ["Anaïs Muster-Żółć", "Guerda Sample-Dorval"]
    assert [state.step for state in shown.steps] == list(Step)
    assert shown.blocked is not None
    assert (shown.blocked.to, shown.blocked.goes) == (Nomination.ACCEPTED, False)
    assert len(shown.letters) == 1
    assert (shown.changed_by, shown.changed_at, shown.late) == (at.desk.author.operator, now, False)
    past = at.desk.read(traveller, sponsorship=first, now=now)
    assert (past.blocked, past.warnings, past.chain) == (None, (), shown.chain)
    at.do(seats.withdraw, sponsorship=second)
    at.do(seats.set_quota, delegation="HT", quota=0)
    assert at.desk.read(traveller, sponsorship=first, now=now).seat.number == 1
    with pytest.raises(Refusal, match="This nomination is not"):
        at.desk.read(traveller, sponsorship="gone", now=now)


def test_the_desk_is_told_what_somebody_must_still_do_at_travel(at: Seated) -> None:
    now = at.desk.clock.now()
    assert at.desk.read(travel_line, participant=at.people["anais"], now=now) is None
    key = at.accepted("HT-1", "anais")
    line = at.desk.read(travel_line, participant=at.people["anais"], now=now)
    assert line is not None
    assert line.step is not None
    assert (line.sponsorship, line.step.step, line.arrived, line.unpaid) == (key, Step.PASSPORT, True, False)
    at.do(travellers.set_travel, sponsorship=key, to=Travel.ARRIVED, version=line.version)
    line = at.desk.read(travel_line, participant=at.people["anais"], now=now)
    assert line is not None
    assert (line.arrived, line.unpaid) == (False, True)


def test_a_visa_is_recorded_with_the_day_that_is_waited_for(at: Seated) -> None:
    key = at.accepted("HT-1", "anais")
    passport(at)
    at.do(
        travellers.record_visa,
        sponsorship=key,
        state=VisaState.REQUIRED,
        note="US transit: interview.",
        due=date(2019, 12, 2),
    )
    clock_of(at.desk).advance(days=26)
    shown = at.desk.read(traveller, sponsorship=key, now=at.desk.clock.now())
    assert shown.headline is Headline.VISA
    assert shown.steps[3].why == "A visa is needed. US transit: interview. It was due Mon 2 Dec."
