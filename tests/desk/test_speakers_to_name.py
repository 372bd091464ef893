"""Who may be named in the notes, and the names that spelling knows."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from cmc_desk.clock import ManualClock
from cmc_desk.desk.attendance import leave, mark_delegation
from cmc_desk.desk.opening import create_meeting
from cmc_desk.desk.speakers_to_name import known_names, speakers
from cmc_desk.rules.meeting import SpeakerPlan
from cmc_desk.rules.note_words import KnownWords
from cmc_desk.rules.speaker_completion import speakers_like
from tests.meetings import ANAIS, DESK_A, ILSE, KEISHA, MORNING, clock_of, enter, open_desk, plan


def test_delegations_come_in_official_order_and_their_people_after_them(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, people=(KEISHA, ILSE, ANAIS))
    found = desk.read(speakers)
    assert [one.name for one in found] == [
        *("Haiti", "Jamaica", "Aruba", "UNHCR"),
        *("Anaïs Muster-Żółć", "Keisha Example-Blake", "Ilse Muster-Croes"),
    ]
    assert [one.delegation for one in found] == ["HT", "JM", "AW", "UNHCR", "HT", "JM", "UNHCR"]
    assert [one.present for one in found] == [False] * 7
    assert len({one.key for one in found}) == 7
    desk.close()


def test_they_are_found_and_called_in_the_language_of_whoever_writes(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, people=(KEISHA,))
    found = desk.read(speakers)
    jamaica = speakers_like("jamaïq", found)[0]
    assert [jamaica.called(language) for language in ("en", "es", "fr", "nl")] == [
        *["Jamaica"] * 2,
        "la Jamaïque",
        "Jamaica",
    ]
    keisha = speakers_like("blake", found)[0]
    assert (keisha.delegation, keisha.called("fr")) == ("JM", "la Jamaïque")
    desk.close()


def test_who_is_here_is_what_registration_shows(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, people=(KEISHA, ANAIS))
    someone = enter(desk, ILSE)
    desk.do(mark_delegation, delegation="JM")
    desk.do(mark_delegation, delegation="UNHCR")

    def here(*, later: timedelta | None = None) -> set[str]:
        now = None if later is None else MORNING + later
        return {one.name for one in desk.read(speakers, now=now) if one.present}

    everybody = {"Jamaica", "Keisha Example-Blake", "UNHCR", "Ilse Muster-Croes"}
    assert here() == here(later=timedelta()) == everybody
    assert here(later=timedelta(days=1)) == set()
    clock_of(desk).advance(minutes=5)
    desk.do(leave, participant=someone.id)
    assert here() == {"Jamaica", "Keisha Example-Blake"}
    desk.close()


def test_spelling_knows_the_names_of_the_meeting_and_its_people(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, people=(KEISHA, ANAIS))
    known = KnownWords(desk.read(known_names))
    for word in ("Jamaïque", "Kingston", "Keisha", "Muster-Żółć", "Aruba's", "d’Haïti", "Refugees"):
        assert word in known
    for word in ("the", "for", "Curacao"):
        assert word not in known
    desk.close()


def test_spelling_knows_who_is_announced_in_the_agenda(tmp_path: Path) -> None:
    opening = replace(plan().items[1], speakers=(SpeakerPlan("Zoë Specimen-Quux", organisation="Exemplaria"),))
    announced = replace(plan(), items=(opening,))
    desk = create_meeting(tmp_path / "m.cmc", announced, clock=ManualClock(MORNING), author=DESK_A, training=True)
    known = KnownWords(desk.read(known_names))
    assert all(word in known for word in ("Zoë", "Specimen-Quux", "Exemplaria"))
    desk.close()


def test_a_delegation_that_is_nobodys_has_a_name(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    assert all(one.name and one.called("nl") for one in desk.read(speakers))
    desk.close()
