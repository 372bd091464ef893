"""What the papers about people read from a meeting."""

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest

from cmc_desk.clock import ManualClock
from cmc_desk.desk import attendance, registration
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.opening import create_meeting
from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.desk.papers_of_people import PAPERS_OF_PEOPLE
from cmc_desk.desk.people import find_people
from cmc_desk.desk.people_certified import gather_certificates, gather_quorum
from cmc_desk.desk.people_listed import gather_participants
from cmc_desk.exchange.meeting_file import read_meeting, template_path
from cmc_desk.i18n import texts
from cmc_desk.reports.participants import ParticipantList
from cmc_desk.reports.quorum import Quorum
from cmc_desk.resource import resource
from cmc_desk.rules.certificates import Attended
from cmc_desk.rules.meeting import DelegationKind
from cmc_desk.rules.papers import Ask, Format
from cmc_desk.rules.people import FIELD_NAMES, Capacity, Consent, Person
from cmc_desk.rules.plain import to_plain
from cmc_desk.rules.quorum import Standing, Tally
from tests.bench.crowd import open_crowd
from tests.meetings import ANAIS, ANDRE, DESK_A, ILSE, JOSE, KEISHA, MORNING, clock_of, enter, local, open_desk
from tests.reports.reading import IMPRINT, page_count, pdf_lines

YES = Consent.YES
ORDER = {
    "en": "Antigua and Barbuda; Bahamas (the); Barbados; Dominican Republic (the); Haiti; Cayman Islands;"
    " United States of America (the); United Nations High Commissioner for Refugees; Press; Secretariat of the meeting",
    "es": "Antigua y Barbuda; Bahamas (las); Barbados; Haití; República Dominicana (la); Islas Caimán;"
    " Estados Unidos de América (los); Alto Comisionado de las Naciones Unidas para los Refugiados; Prensa;"
    " Secretaría de la reunión",
    "fr": "Antigua-et-Barbuda; Bahamas (les); Barbade (la); Haïti; République dominicaine (la); Îles Caïmanes;"
    " États-Unis d'Amérique (les); Haut-Commissariat des Nations Unies pour les réfugiés; Presse;"
    " Secrétariat de la réunion",
    "nl": "Antigua en Barbuda; Bahama’s; Barbados; Dominicaanse Republiek; Haïti; Kaaimaneilanden; Verenigde Staten;"
    " Hoge Commissaris van de Verenigde Naties voor Vluchtelingen; Pers; Secretariaat",
}
AGREED = tuple(replace(person, consent=YES) for person in (ANDRE, KEISHA, ANAIS, ILSE))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The sample meeting; José did not say whether he may be listed."""
    made = open_desk(tmp_path, people=(*AGREED, JOSE))
    yield made
    made.close()


@pytest.fixture(scope="module")
def kingston(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The meeting of the concept note with one person in each delegation."""
    made = create_meeting(
        tmp_path_factory.mktemp("kingston") / "k.cmc",
        read_meeting(template_path("cmc-2019")),
        clock=ManualClock(MORNING),
        author=DESK_A,
        training=True,
    )
    for code in ("US", "BS", "HT", "BB", "SEC", "KY", "UNHCR", "PRESS", "DO", "AG"):
        enter(made, Person(given_name="Robin", family_name=f"Example-{code}", delegation=code, consent=YES))
    yield made
    made.close()


def come(desk: Desk, family_name: str, day: int, hour: int, minute: int = 0, *, session: str = "") -> None:
    clock_of(desk).move_to(local(day, hour, minute))
    desk.do(attendance.check_in, participant=whose(desk, family_name), session=session, via="name")


def go(desk: Desk, family_name: str, day: int, hour: int) -> None:
    clock_of(desk).move_to(local(day, hour))
    desk.do(attendance.leave, participant=whose(desk, family_name))


def whose(desk: Desk, family_name: str) -> str:
    return desk.read(find_people, text=family_name).hits[0].id


def names(found: ParticipantList) -> list[tuple[str, list[str]]]:
    return [(one.name, [person.family_name for person in one.people]) for one in found.delegations]


@pytest.mark.parametrize("language", ORDER)
def test_delegations_stand_in_the_order_of_the_language_of_the_list(kingston: Desk, language: str) -> None:
    found = kingston.read(gather_participants, Ask(language=language))
    assert "; ".join(name for name, _people in names(found)) == ORDER[language]


def test_an_accent_does_not_put_a_state_at_the_end(kingston: Desk) -> None:
    observers = [
        one.name
        for one in kingston.read(gather_quorum, Ask(language="fr", at=local(0, 9))).delegations
        if one.kind is DelegationKind.OBSERVER_STATE
    ]
    assert observers == [
        "États-Unis d'Amérique (les)",
        "France (la)",
        "Pays-Bas (Royaume des)",
        "Royaume-Uni de Grande-Bretagne et d'Irlande du Nord (le)",
    ]


def test_the_head_comes_first_and_only_those_who_agreed_are_listed(desk: Desk) -> None:
    found = desk.read(gather_participants, Ask(second="fr"))
    assert names(found) == [
        ("Haiti", ["Muster-Żółć"]),
        ("Jamaica", ["Example-Blake", "Sample-Cox"]),
        ("Office of the United Nations High Commissioner for Refugees", ["Muster-Croes"]),
    ]
    assert (found.listed, found.not_listed) == (4, 1)
    assert [one.second for one in found.delegations] == ["Haïti", "Jamaïque", ""]
    assert found.delegations[1].people[0].head
    assert "Specimen" not in str(to_plain(found))


def test_a_delegation_stays_in_the_list_although_nobody_of_it_agreed(desk: Desk) -> None:
    enter(desk, Person(given_name="Ilse", family_name="Muster", delegation="AW", consent=Consent.NO))
    assert ("Aruba", []) in names(desk.read(gather_participants, Ask()))


def test_a_final_list_has_those_who_came(desk: Desk) -> None:
    everybody = desk.read(gather_participants, Ask(final=True))
    assert everybody.listed == 4, "where no attendance was taken a final list has those who are expected"
    assert not everybody.by_attendance
    come(desk, "Example-Blake", 0, 8, 41)
    come(desk, "Specimen-Valdés", 0, 8, 42)
    final = desk.read(gather_participants, Ask(final=True))
    assert names(final) == [("Haiti", []), ("Jamaica", ["Example-Blake"])]
    assert (final.by_attendance, final.not_listed) == (True, 1)


def test_an_unchanged_meeting_gives_an_equal_list_and_a_change_another_one(desk: Desk) -> None:
    before = desk.read(gather_participants, Ask())
    assert desk.read(gather_participants, Ask()) == before
    enter(desk, Person(given_name="Winsome", family_name="Example", delegation="AW"))
    assert desk.read(gather_participants, Ask()) != before


def test_certificates_go_to_those_who_came_often_enough(desk: Desk) -> None:
    come(desk, "Example-Blake", 0, 8, 41)
    come(desk, "Example-Blake", 0, 9, session="opening")
    come(desk, "Example-Blake", 1, 8, 41)
    come(desk, "Example-Blake", 1, 9, session="discussion")
    come(desk, "Sample-Cox", 1, 9, 30)
    go(desk, "Sample-Cox", 1, 10)
    one_day = desk.read(gather_certificates, Ask())
    assert [one.name for one in one_day.certificates] == ["Keisha Example-Blake", "Andre Sample-Cox"]
    assert one_day.certificates[0].came == Attended(2, 2) == one_day.taken
    assert one_day.certificates[1].came == Attended(0, 1), "who left early was there"
    two_days = desk.read(gather_certificates, Ask(days_needed=2, sessions_needed=2))
    assert [one.name for one in two_days.certificates] == ["Keisha Example-Blake"]
    assert desk.read(gather_certificates, Ask(sessions_needed=3)).certificates == ()
    assert desk.read(gather_certificates, Ask(only="HT")).certificates == ()


def test_a_certificate_keeps_its_number_when_others_come(desk: Desk) -> None:
    come(desk, "Sample-Cox", 0, 8, 41)
    (first,) = desk.read(gather_certificates, Ask()).certificates
    come(desk, "Example-Blake", 0, 8, 42)
    again = desk.read(gather_certificates, Ask()).certificates
    assert [one.serial for one in again][1] == first.serial
    assert again[0].serial != first.serial


def test_host_and_organisers_sign_with_their_full_names(desk: Desk) -> None:
    assert desk.read(gather_certificates, Ask()).signatories == (
        "Government of Jamaica",
        "IOM",
        "Office of the United Nations High Commissioner for Refugees (UNHCR)",
    )


def test_a_quorum_is_of_those_in_the_room_at_the_instant(desk: Desk) -> None:
    come(desk, "Example-Blake", 0, 8, 41)
    come(desk, "Muster-Żółć", 0, 8, 50)
    come(desk, "Muster-Croes", 0, 8, 55)
    come(desk, "Sample-Cox", 0, 9, 10, session="opening")
    desk.do(attendance.excuse, participant=whose(desk, "Muster-Żółć"), session="context", reason="Bilateral meeting")
    go(desk, "Example-Blake", 0, 11)
    assert _present(desk, 8, 45) == {"Jamaica": (1, 2), "Haiti": (0, 2), "Aruba": (0, 0)}
    assert _present(desk, 9, 15) == {"Jamaica": (2, 2), "Haiti": (1, 2), "Aruba": (0, 0)}
    assert _present(desk, 10, 20) == {"Jamaica": (1, 2), "Haiti": (0, 2), "Aruba": (0, 0)}
    assert _present(desk, 11, 30) == {"Jamaica": (0, 2), "Haiti": (0, 2), "Aruba": (0, 0)}
    found = _quorum(desk, 9, 15)
    assert (found.states, found.everybody) == (Tally(2, 2), Tally(2, 3))
    assert found.sessions == ("Day1-registration", "Opening")
    assert found.organisations == (
        Standing("Office of the United Nations High Commissioner for Refugees", DelegationKind.UN, 1, 1),
    )
    assert _quorum(desk, 9, 15, day=1).states == Tally(0, 2)


def test_an_interpreter_is_no_delegation_and_who_came_counts_as_expected(desk: Desk) -> None:
    enter(desk, Person(given_name="Ilse", family_name="Muster-Vrij", delegation="AW", capacity=Capacity.INTERPRETER))
    come(desk, "Muster-Vrij", 0, 8, 41)
    come(desk, "Example-Blake", 0, 8, 42)
    desk.do(registration.withdraw, participant=whose(desk, "Example-Blake"))
    assert _present(desk, 9, 15) == {"Jamaica": (1, 2), "Haiti": (0, 2), "Aruba": (0, 0)}


def test_a_quorum_without_an_instant_is_a_mistake_of_the_program(desk: Desk) -> None:
    with pytest.raises(ValueError, match="of an instant"):
        desk.read(gather_quorum, Ask())


@pytest.mark.parametrize("kind", PAPERS_OF_PEOPLE, ids=[kind.key for kind in PAPERS_OF_PEOPLE])
def test_every_kind_can_be_made_listed_and_recorded(desk: Desk, kind: PaperKind) -> None:
    assert resource("icons", f"{kind.icon}.svg").exists()
    assert kind.asks <= {field.name for field in fields(Ask)}
    assert set(kind.fields) <= set(FIELD_NAMES)
    content = desk.read(kind.gather, Ask(at=local(0, 9)))
    assert to_plain(content) == to_plain(desk.read(kind.gather, Ask(at=local(0, 9))))
    for form in kind.formats:
        assert kind.render(content, form, texts("en"), IMPRINT)
    assert kind.people(content) == {"participants": 4, "certificates": 0, "quorum": 0}[kind.key]


def test_an_empty_meeting_has_papers_too(tmp_path: Path) -> None:
    empty = open_desk(tmp_path)
    for kind in PAPERS_OF_PEOPLE:
        content = empty.read(kind.gather, Ask(at=local(0, 9)))
        assert page_count(kind.render(content, Format.PDF, texts("en"), IMPRINT)) == 1
    empty.close()


def test_three_hundred_people_stand_in_the_list_each_once(tmp_path: Path) -> None:
    big = open_crowd(tmp_path, 300, encrypted=False, consent=YES)
    kind = next(one for one in PAPERS_OF_PEOPLE if one.key == "participants")
    content = big.read(kind.gather, Ask())
    big.close()
    found = [f"{one.given_name} {one.family_name}" for each in content.delegations for one in each.people]
    lines = pdf_lines(kind.render(content, Format.PDF, texts("en"), IMPRINT))
    assert len(set(found)) == 300
    assert [line for line in lines if line in set(found)] == found


def _quorum(desk: Desk, hour: int, minute: int, *, day: int = 0) -> Quorum:
    return desk.read(gather_quorum, Ask(at=local(day, hour, minute)))


def _present(desk: Desk, hour: int, minute: int) -> dict[str, tuple[int, int]]:
    return {one.name: (one.present, one.of) for one in _quorum(desk, hour, minute).delegations}
