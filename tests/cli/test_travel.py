"""Sponsored travel from the command line: the wall, what is done to seats, and one sentence for whatever is not right."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from cmc_desk.cli import main
from cmc_desk.desk.demo_moments import Moment
from cmc_desk.resource import resource
from tests.desk.demo_days import left_at

FLIGHTS = resource("meetings", "cmc-2019-flights.csv")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the demo two days before the meeting; whoever changes it takes a copy."""
    file = tmp_path_factory.mktemp("demo") / "demo.cmc"
    left_at(Moment.SEATS, file).close()
    return file


class Travel:
    """The verb on one file."""

    def __init__(self, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.file, self.capsys = file, capsys

    def __call__(self, *words: str) -> str:
        """Return what is said; the act must be done."""
        code = main(["travel", str(self.file), *words])
        said = self.capsys.readouterr()
        assert code == 0, said.err
        return said.out.strip()

    def facts(self, *words: str) -> Any:
        """Return what is answered to a program."""
        return json.loads(self(*words, "--json"))

    def refused(self, *words: str, code: int = 1) -> str:
        """Return why it is not done: one sentence, after which nothing is otherwise than before."""
        before = self.rows()
        assert main(["travel", str(self.file), *words]) == code
        said = self.capsys.readouterr()
        assert (said.out, said.err.count("\n")) == ("", 1)
        assert self.rows() == before
        return said.err.strip()

    def rows(self) -> int:
        """Return how many acts the journal has: whatever is written is in it."""
        assert main(["journal", str(self.file), "--json"]) == 0
        return len(json.loads(self.capsys.readouterr().out))


@pytest.fixture
def travel(demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Travel:
    file = tmp_path / "demo.cmc"
    shutil.copyfile(demo, file)
    return Travel(file, capsys)


def test_the_wall_says_where_each_seat_stands_and_what_blocks_it(travel: Travel) -> None:
    lines = travel("--at", "2019-12-03 14:32").splitlines()
    place = lines.index("Haiti")
    assert lines[place + 1 : place + 3] == [
        "  HT-1   Ticket          Blaise Sample-Dorval      blocks travel: The hold has run out (today 12:00).",
        "  HT-2   Visa            Nadège Example-Pierre     blocks travel: A visa is needed. US transit: interview. It was due Mon 2 Dec.",
    ]
    assert "         · The letter came after the deadline." in lines
    assert lines[-1].startswith("46 financed seats · No nominee 1 · Letter awaited 1 · Passport 1 · Visa 2")
    wall = travel.facts("--at", "2019-12-03 14:32")
    assert (wall["counts"]["ready"], wall["financed"], len(wall["rows"])) == (37, 46, 24)


def test_one_traveller_is_shown_with_steps_flights_and_chain(travel: Travel) -> None:
    lines = travel("show", "knowles", "--at", "2019-12-03 14:32").splitlines()
    assert lines[0] == "Latoya Example-Knowles · Bahamas · BS-2 · Immigration · UNHCR"
    assert lines[1] == "Ready"
    assert "  BW 605 NAS–KIN 2019-12-04 13:15–14:50" in lines
    assert lines[-2] == (
        "! The letter came after the deadline. · waived by S. Example-Grant: "
        "The first letter came in time; this one replaces a name"
    )
    assert lines[-1] == "Clyde Specimen-Moxey (replaced) → Latoya Example-Knowles (accepted)"


def test_a_nomination_is_made_accepted_and_withdrawn(travel: Travel) -> None:
    assert travel("withdraw", "MS-1", "--reason", "Not released").startswith("MS-1 nobody: No nominee. USD")
    assert travel("letter", "Montserrat", "ryan", "--reference", "NV 7", "--received", "2019-12-02") == (
        "The letter names 1 official."
    )
    assert travel("nominate", "MS-2", "camille", "ryan").splitlines()[0] == "MS-2 Camille Specimen-Ryan: Acceptance."
    assert travel("accept", "ryan") == "MS-2 Camille Specimen-Ryan: Visa."
    assert travel("decline", "MS-2", "--reason", "Too late") == "MS-2 nobody: No nominee."


def test_after_a_ticket_the_cost_is_said_first_and_a_reason_is_asked_for(travel: Travel) -> None:
    said = travel.refused("replace", "TT-2", "aaliyah")
    assert said == (
        "A ticket was issued for Devon Sample-Ramlal, and USD\N{NO-BREAK SPACE}438.00 would be lost: say why with --reason."
    )
    assert travel("replace", "TT-2", "aaliyah", "--reason", "Posted elsewhere").splitlines()[0] == (
        "TT-2 Aaliyah Specimen-Mohammed: Letter. USD\N{NO-BREAK SPACE}438.00 stay in the cost."
    )
    assert "Devon Sample-Ramlal (replaced) → Aaliyah Specimen-Mohammed (nominated)" in travel("show", "TT-2")


def test_a_no_show_keeps_the_seat_until_somebody_by_name_releases_it(travel: Travel) -> None:
    assert travel("no-show", "SR-1", "--reason", "Was not on board") == "SR-1 Eugène Sample-Sno: No-show."
    assert "Seat 1 is held by Eugène Sample-Sno" in travel.refused("nominate", "SR-1", "pinas")
    assert "Say who releases the seat" in travel.refused("release", "SR-1", "--reason", "Ill")
    assert travel.refused("release", "SR-1", "--operator", "S. Example-Grant") == (
        "Say why: a ticket was issued, and its cost stays."
    )
    done = travel("release", "SR-1", "--operator", "S. Example-Grant", "--reason", "Ill")
    assert done.startswith("SR-1 nobody: No nominee. USD")


def test_papers_and_tickets_are_recorded(travel: Travel) -> None:
    assert travel("visa", "CU-1", "obtained", "--note", "US transit.") == "CU-1 Yunior Specimen-Valdés: Ticket."
    assert travel("ticket", "CU-1", "001-2400000001", "--pnr", "exzzz2", "--fare", "574", "--currency", "USD") == (
        "CU-1 Yunior Specimen-Valdés: Ready."
    )
    lines = "P<GBDSAMPLE<FRETT<<PETRONA<<<<<<<<<<<<<<<<<<", "X9005891<3GBD8001014F2901017<<<<<<<<<<<<<<02"
    said = travel.refused("passport", "VG-2", *lines)
    assert "check digit" in said
    assert travel("cancel", "AG-1", "--reason", "Ill", "--refund", "100") == "AG-1 Thea Example-Roach: Cancelled."
    assert "More would come back" in travel.refused("cancel", "AG-2", "--reason", "Ill", "--refund", "100000")
    assert travel("arrived", "AG-2", "--at", "2019-12-04 16:00") == "AG-2 Andre Sample-Cox: Arrived."


def test_a_boarding_pass_marks_its_flight_flown(travel: Travel) -> None:
    text = "M1SAMPLE-COX/ANDRE MR EEXABH3 ANUKINBW 0457 338Y012C0042 100"
    assert travel("fly", text) == "Andre Sample-Cox: BW 457 flown."
    assert travel("fly", text) == "Andre Sample-Cox: BW 457 was marked flown before."
    assert "not the bar code of a boarding pass" in travel.refused("fly", "M1")


def test_wishes_are_waived_with_a_reason(travel: Travel) -> None:
    assert travel.refused("waive", "SX-1", "no-foreign-affairs") == "Say why: it stays on record."
    assert travel("waive", "SX-1", "no-foreign-affairs", "--reason", "One official only") == (
        "SX-1 Olivier Muster-Gumbs: Ready."
    )
    assert "“late” is no warning: it is one of same-profile, " in travel.refused("waive", "SX-1", "late")


def test_seats_rooms_and_their_price_are_settled(travel: Travel) -> None:
    assert travel("quota", "Bermuda", "2") == "BM: 2 financed seats."
    assert "No room is missing" in travel.refused("rooms")
    assert travel("price", "120", "--currency", "USD").endswith("nights are committed.")


def test_the_list_of_the_agency_is_compared_first(travel: Travel, tmp_path: Path) -> None:
    assert travel("import", str(FLIGHTS), "--dry-run").splitlines()[-1] == "Nothing was written (dry run)."
    assert travel("import", str(FLIGHTS)).splitlines()[-1] == "Nothing to import."
    text = FLIGHTS.read_text(encoding="utf-8")
    later = tmp_path / "later.csv"
    later.write_text(text.replace("14:35,16:10", "15:05,16:40"), encoding="utf-8")
    before = travel.rows()
    said = travel("import", str(later), "--dry-run")
    assert "row 22, Alicia Example-Alleyne: Changed" in said
    assert travel.rows() == before
    assert travel("import", str(later)).splitlines()[-1] == "Imported 8 bookings."
    assert main(["travel", "import", str(travel.file), str(later)]) == 0
    assert travel.capsys.readouterr().out.splitlines()[-1] == "Nothing to import."


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("go",), "There is no “go” in travel; there is: list, show, letter, letter-file, nominate"),
        (("show",), "Who? Name the seat, such as HT-2, or the official."),
        (("show", "nobody"), "Nobody is or was on a seat who is called “nobody”."),
        (
            ("show", "browne"),
            "“browne” may be any of KN-2 Vance Example-Browne (accepted), VC-2 Zinzi Example-Browne (accepted)",
        ),
        (("show", "SX-2"), "Nobody is on seat SX-2."),
        (("show", "HT-3"), "There is no financed seat HT-3"),
        (("nominate",), "Which seat? Name it as HT-2, the second of Haiti."),
        (("nominate", "SX-2"), "Who is it? Type words of the name of a participant."),
        (
            ("nominate", "SX-2", "keisha"),
            "No participant of SX is called “keisha”: enter them in the registration first.",
        ),
        (("nominate", "JM-1", "winsome"), "Seat 1 is held by Opal Example-Blagg"),
        (("letter",), "Which delegation? Name it by its code or its name."),
        (("letter", "Atlantis", "x"), "No delegation, or more than one, is called “Atlantis”"),
        (("letter", "HT"), "Whom does it name? Type the names after the delegation."),
        (("letter", "HT", "pierre", "--received", "2020-01-01"), "The day on which the letter came has not come yet."),
        (("letter", "HT", "pierre", "--dated", "2019-12-04", "--received", "2019-12-01"), "is dated after the day"),
        (("visa", "HT-2", "perhaps"), "“perhaps” is no state of a visa: it is one of not-required, required"),
        (("ticket", "JM-1", "1"), "No flights are planned for this official yet"),
        (("ticket", "HT-1", "1", "--fare", "1", "--currency", "dollars"), "A currency is a code of three letters"),
        (("arrived", "AG-1", "--at", "tomorrow"), "“tomorrow” is no time of the meeting"),
        (("quota", "HT", "many"), "How many? Type the delegation and a number, such as HT 2."),
        (("quota", "HT", "1"), "Nadège Example-Pierre"),
        (("import",), "Which list? Name one: a workbook or a text table of the travel agency."),
        (("price", "-1", "--currency", "USD"), "-1"),
    ],
)
def test_what_cannot_be_is_one_sentence(travel: Travel, words: tuple[str, ...], said: str) -> None:
    # Behind the two dashes nothing is an option any more, and a negative price is.
    assert said in travel.refused(*(("price", "--currency", "USD", "--", "-1") if words[0] == "price" else words))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("04DEC", "04MAR"), "far from 2019-12-05: it is the list of another meeting."),
        (("EXAMPLE", "OTHER"), ""),
    ],
)
def test_the_list_of_another_meeting_is_one_sentence(
    travel: Travel, tmp_path: Path, change: tuple[str, str], said: str
) -> None:
    head = "Passenger,PNR,Ticket,Flight,From,To,Date,Dep,Arr"
    name = "EXAMPLE-PIERRE/NADEGE" if change[0] == "04DEC" else "OTHER/PERSON"
    other = tmp_path / "other.csv"
    day = change[1] if change[0] == "04DEC" else "04DEC"
    other.write_text(f"{head}\n{name},EXQQQ2,,BW 1,PAP,KIN,{day},09:00,10:00\n", encoding="utf-8")
    assert (said or "has a financed seat at this meeting: it is the list of another one.") in travel.refused(
        "import", str(other)
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("14:35,16:10", "14:35,13:40", "would take"),
        ("BW 415,BGI,KIN", "BW 415,ZZZ,KIN", "ZZZ"),
    ],
)
def test_a_leg_that_cannot_be_is_said_with_its_row_and_not_written(
    travel: Travel, tmp_path: Path, old: str, new: str, said: str
) -> None:
    wrong = tmp_path / "wrong.csv"
    wrong.write_text(FLIGHTS.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    before = travel.rows()
    out = travel("import", str(wrong))
    assert any(said in line for line in out.splitlines())
    assert "     8  Problem" in out
    assert out.splitlines()[-1] == "Nothing to import."
    assert travel.rows() == before


@pytest.mark.parametrize("content", [b"", b"\x00\xff", b"Name,Phone\nA,1\n", b"PK\x03\x04"])
def test_what_is_no_list_is_one_sentence(travel: Travel, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    assert travel.refused("import", str(path))


def test_a_day_that_is_none_is_a_matter_of_usage(travel: Travel) -> None:
    assert main(["travel", str(travel.file), "letter", "HT", "pierre", "--dated", "soon"]) == 2
    assert "“soon” is no day: write it as 2019-12-04." in travel.capsys.readouterr().err
