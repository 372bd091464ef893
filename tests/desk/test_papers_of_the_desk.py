"""The papers of the desk from a real meeting: what is gathered, and that it is the same twice."""

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest

from cmc_desk.clock import ManualClock
from cmc_desk.db import schema
from cmc_desk.desk import agenda_plan, attendance, registration
from cmc_desk.desk.agenda_paper import gather_agenda
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.fallback import gather_fallback_pack
from cmc_desk.desk.opening import create_meeting
from cmc_desk.desk.paper_kinds import PaperKind, paper_kinds
from cmc_desk.desk.papers_of_the_desk import PAPERS_OF_THE_DESK
from cmc_desk.desk.plates import gather_envelopes, gather_name_plates
from cmc_desk.desk.signing import gather_signatures, gather_tick_list
from cmc_desk.i18n import texts
from cmc_desk.resource import resource
from cmc_desk.rules.papers import Ask, Format
from cmc_desk.rules.people import FIELD_NAMES
from tests.bench.crowd import open_crowd
from tests.desk.running import new
from tests.meetings import ANDRE, DAYS, DESK_A, ILSE, MORNING, PEOPLE, clock_of, enter, local, plan
from tests.reports.desk_papers_case import IMPRINT
from tests.reports.read_pdf import page_count
from tests.reports.reading import pdf_lines

FIRST, SECOND = (day.isoformat() for day in DAYS)
ASKS = (
    Ask(),
    Ask(second="fr", day=FIRST, persons=True, at=local(0, 9, 50)),
    Ask(language="fr", only="JM", flags=False),
)


@pytest.fixture
def full(desk: Desk) -> Desk:
    """The desk after Keisha and Anaïs came; Andre is still expected."""
    ids = [enter(desk, person).id for person in PEOPLE]
    desk.do(attendance.check_in, participant=ids[0], via="name")
    clock_of(desk).advance(seconds=70)
    desk.do(attendance.check_in, participant=ids[2], via="name")
    desk.do(registration.add_note, participant=ids[1], text="Call protocol")
    return desk


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A meeting of three hundred."""
    opened = open_crowd(tmp_path_factory.mktemp("crowd"), 300, encrypted=False)
    yield opened
    opened.close()


def made(kind: PaperKind, content: object) -> bytes:
    return kind.render(content, Format.PDF, texts("en"), IMPRINT)


@pytest.mark.parametrize("kind", PAPERS_OF_THE_DESK, ids=lambda kind: kind.key)
@pytest.mark.parametrize("ask", ASKS)
def test_equal_data_gives_equal_content(full: Desk, kind: PaperKind, ask: Ask) -> None:
    first = full.read(kind.gather, ask)
    clock_of(full).advance(seconds=3600)
    assert full.read(kind.gather, ask) == first
    assert repr(full.read(kind.gather, ask)) == repr(first)


@pytest.mark.parametrize("kind", PAPERS_OF_THE_DESK, ids=lambda kind: kind.key)
def test_every_paper_of_an_empty_meeting_can_be_made(desk: Desk, kind: PaperKind) -> None:
    for ask in ASKS:
        content = desk.read(kind.gather, ask)
        assert page_count(made(kind, content)) >= 1
        assert kind.people(content) == 0


@pytest.mark.parametrize("kind", PAPERS_OF_THE_DESK, ids=lambda kind: kind.key)
def test_every_paper_of_three_hundred_people_can_be_made(crowd: Desk, kind: PaperKind) -> None:
    content = crowd.read(kind.gather, Ask(second="es", day=FIRST))
    assert page_count(made(kind, content)) >= 1
    assert kind.people(content) in (0, 300)


@pytest.mark.parametrize("kind", PAPERS_OF_THE_DESK, ids=lambda kind: kind.key)
def test_a_kind_asks_for_what_there_is_and_says_which_fields_leave_the_meeting(kind: PaperKind) -> None:
    assert kind.asks <= {field.name for field in fields(Ask)}
    assert set(kind.fields) <= set(FIELD_NAMES)
    assert kind.formats == (Format.PDF,)
    assert resource("icons", f"{kind.icon}.svg").is_file()


def test_every_kind_of_paper_has_a_key_of_its_own() -> None:
    keys = [kind.key for kind in paper_kinds()]
    assert len(set(keys)) == len(keys)
    assert [kind.key for kind in PAPERS_OF_THE_DESK] == [
        "name-plates",
        "signature-sheet",
        "tick-list",
        "agenda-table",
        "delegation-sheets",
        "envelopes",
        "fallback-pack",
    ]


def test_plates_are_for_the_delegations_that_have_people_in_official_order(full: Desk) -> None:
    plates = full.read(gather_name_plates, Ask(second="fr"))
    assert [(plate.name, plate.below) for plate in plates.plates] == [
        ("Haiti", ("Haïti",)),
        ("Jamaica", ("Jamaïque",)),
        ("Office of the United Nations High Commissioner for Refugees", ()),
    ]


def test_a_plate_that_was_asked_for_is_made_for_a_delegation_without_people_too(full: Desk) -> None:
    plates = full.read(gather_name_plates, Ask(only="AW"))
    assert [plate.name for plate in plates.plates] == ["Aruba"]
    assert full.read(gather_name_plates, Ask(only="XX")).plates == ()


def test_plates_of_persons_have_the_head_first_and_no_empty_lines(full: Desk) -> None:
    plates = full.read(gather_name_plates, Ask(persons=True, only="JM")).plates
    assert [plate.name for plate in plates] == ["Keisha Example-Blake", "Andre Sample-Cox"]
    assert plates[0].below == ("Director of Immigration", "Jamaica")
    ilse = full.read(gather_name_plates, Ask(persons=True, only="UNHCR")).plates[0]
    assert ilse.below == ("Office of the United Nations High Commissioner for Refugees",)


def test_an_envelope_says_how_many_badges_belong_into_it(full: Desk) -> None:
    labels = full.read(gather_envelopes, Ask(flags=False)).labels
    assert [(label.name, label.badges, label.flag) for label in labels][:2] == [("Haiti", 2, ""), ("Jamaica", 2, "")]


def test_a_signature_sheet_is_for_the_session_the_day_or_every_day(full: Desk) -> None:
    session = full.read(gather_signatures, Ask(session="opening", day=SECOND)).sheets
    assert [(sheet.key, sheet.title, sheet.starts) for sheet in session] == [("opening", "Opening", local(0, 9))]
    day = full.read(gather_signatures, Ask(day=SECOND)).sheets
    assert [(sheet.key, sheet.title, sheet.starts) for sheet in day] == [(SECOND, "", None)]
    assert [sheet.key for sheet in full.read(gather_signatures, Ask()).sheets] == [FIRST, SECOND]
    assert full.read(gather_signatures, Ask(session="no such session")).sheets == ()


def test_a_meeting_without_days_has_one_signature_sheet(tmp_path: Path) -> None:
    bare = replace(plan(), days=(), items=())
    desk = create_meeting(tmp_path / "bare.cmc", bare, clock=ManualClock(MORNING), author=DESK_A, training=True)
    assert [(sheet.key, sheet.day) for sheet in desk.read(gather_signatures, Ask()).sheets] == [("", None)]
    desk.close()


def test_a_signature_sheet_can_be_of_one_delegation(full: Desk) -> None:
    sheet = full.read(gather_signatures, Ask(session="opening", only="HT", language="fr")).sheets[0]
    assert [(group.name, [one.name for one in group.signers]) for group in sheet.groups] == [
        ("Haïti", ["Anaïs Muster-Żółć", "José Specimen-Valdés"])
    ]


def test_check_ins_make_no_signature_sheet_out_of_date_and_new_people_do(full: Desk) -> None:
    before = full.read(gather_signatures, Ask(day=FIRST))
    full.do(attendance.mark_delegation, delegation="JM")
    assert full.read(gather_signatures, Ask(day=FIRST)) == before
    enter(full, replace(ANDRE, given_name="Another"))
    assert full.read(gather_signatures, Ask(day=FIRST)) != before


def test_a_tick_list_is_by_tray_and_family_name(full: Desk) -> None:
    enter(full, replace(ILSE, given_name="", family_name="Álamo"))
    listed = full.read(gather_tick_list, Ask())
    assert [(part.letters, [row.name for row in part.rows]) for part in listed.parts] == [
        ("A–K", ["Álamo", "Example-Blake, Keisha"]),
        ("L–Z", ["Muster-Croes, Ilse", "Muster-Żółć, Anaïs", "Sample-Cox, Andre", "Specimen-Valdés, José"]),
    ]
    assert {row.delegation for part in listed.parts for row in part.rows} == {"UNHCR", "Jamaica", "Haiti"}
    assert [row.name for part in listed.parts for row in part.rows if row.noted] == ["Sample-Cox, Andre"]


def test_a_tick_list_of_a_day_ticks_who_came_that_day_and_one_without_a_day_nobody(full: Desk) -> None:
    def came(ask: Ask) -> dict[str, str]:
        parts = full.read(gather_tick_list, ask).parts
        return {row.given_name: f"{row.came_at:%H:%M}" for part in parts for row in part.rows if row.came_at}

    assert came(Ask(day=FIRST)) == {"Keisha": "08:40", "Anaïs": "08:41"}
    assert came(Ask(day=SECOND)) == came(Ask()) == {}


def test_the_agenda_can_be_that_of_one_day(full: Desk) -> None:
    agenda = full.read(gather_agenda, Ask(day=FIRST, second="es"))
    assert [day.day for day in agenda.days] == [DAYS[0]]
    assert agenda.days[0].rows[0].starts == local(0, 8, 30)
    assert (agenda.second, agenda.city) == ("es", "Kingston")
    assert len(full.read(gather_agenda, Ask()).days) == 2


def test_the_agenda_names_the_rooms_of_what_runs_at_once_the_plenary_first(full: Desk) -> None:
    rooms = [
        full.do(agenda_plan.put_track, id="", name=name, place=place) for name, place in (("B", "Room 2"), ("A", ""))
    ]
    for room, title in ((rooms[1], "In A"), (rooms[0], "In B"), ("", "All")):
        new(full, 13, 0, 60, title, track=room)
    rows = full.read(gather_agenda, Ask(day=FIRST)).days[0].rows
    assert [(row.title, row.room) for row in rows[-3:]] == [("All", ""), ("In B", "B · Room 2"), ("In A", "A")]
    agenda = next(kind for kind in PAPERS_OF_THE_DESK if kind.key == "agenda-table")
    assert "B · Room 2" in " ".join(pdf_lines(made(agenda, full.read(gather_agenda, Ask(day=FIRST)))))


def test_a_second_language_that_is_the_first_is_none(full: Desk) -> None:
    assert full.read(gather_agenda, Ask(language="es", second="es")).second == ""


def test_speakers_stand_with_their_point(crowd: Desk) -> None:
    rows = {row.title: row for day in crowd.read(gather_agenda, Ask()).days for row in day.rows}
    opening, context = rows["Opening Remarks"], rows["Regional context and CMC background"]
    assert [speaker.organisation for speaker in opening.speakers] == ["Government of Jamaica", "IOM", "UNHCR"]
    assert [point.title for point in opening.points] == ["Approval of the agenda", "Introduction of Participants"]
    assert context.speakers == ()
    assert [speaker.name for speaker in context.points[1].speakers] == ["Catalina Acevedo", "Miriam Aertker"]


def test_a_pack_has_the_sheets_of_the_sessions_of_the_day_that_have_not_ended(full: Desk) -> None:
    def sheets(ask: Ask) -> list[str]:
        return [sheet.key for sheet in full.read(gather_fallback_pack, ask).signatures.sheets]

    assert sheets(Ask(day=FIRST)) == ["day1-registration", "opening", "context"]
    assert sheets(Ask(at=local(0, 9, 10))) == ["opening", "context"]
    assert sheets(Ask(day=SECOND, at=local(0, 9, 10))) == ["day2-registration", "discussion"]
    assert sheets(Ask(at=local(1, 13))) == []
    assert len(sheets(Ask())) == 5


def test_a_pack_is_of_the_day_that_was_asked_for_else_of_that_of_the_instant(full: Desk) -> None:
    def day(ask: Ask) -> object:
        return full.read(gather_fallback_pack, ask).day

    assert day(Ask(day=SECOND, at=local(0, 9))) == DAYS[1]
    assert day(Ask(at=local(1, 23))) == DAYS[1]
    assert day(Ask(at=local(1, 9).replace(day=20))) is None
    assert day(Ask()) is None


def test_a_pack_has_everybody_who_works_here_and_the_contacts(full: Desk) -> None:
    with full.store.write() as session:
        session.add(schema.Contact(id="b", position=2, label="Hotel", number="+1 876 555 0100"))
        session.add(schema.Contact(id="a", position=1, label="Police", number="119"))
    content = full.read(gather_fallback_pack, Ask(blanks=3))
    assert content.contacts == (("Police", "119"), ("Hotel", "+1 876 555 0100"))
    assert [name for name, _role in content.operators] == ["M. Sample-Ford", "T. Sample-Reid"]
    assert content.stations == ("Desk A", "Desk B")
    assert (content.blanks, content.people) == (3, 5)
