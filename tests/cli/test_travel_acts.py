"""Sponsored travel from the command line: journeys, nights, money and lists, on a small meeting with somebody at every step."""

import json
from pathlib import Path
from typing import Any

import pytest

from cmc_desk.cli import main
from cmc_desk.desk.desk import Desk
from tests import travelled
from tests.founded import founded
from tests.meetings import PASSPHRASE, PEOPLE, open_desk


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

    def refused(self, *words: str) -> str:
        """Return why it is not done, in one sentence."""
        assert main(["travel", str(self.file), *words]) == 1
        said = self.capsys.readouterr()
        assert (said.out, said.err.count("\n")) == ("", 1)
        return said.err.strip()


@pytest.fixture
def travel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Travel:
    monkeypatch.setenv("CMC_DESK_PASSPHRASE", PASSPHRASE)
    monkeypatch.chdir(tmp_path)
    desk = founded("travelled", tmp_path / "m.cmc", _made)
    desk.close()
    return Travel(desk.store.path, capsys)


def _made(path: Path) -> Desk:
    desk = open_desk(path.parent, people=PEOPLE, name=path.name)
    travelled.travel(desk)
    return desk


def test_a_journey_is_typed_held_and_its_nights_are_settled(travel: Travel) -> None:
    there, back = "BW 415 4DEC PAP MBJ 1435 1540", "BW 414 7DEC KIN PAP 0915 1020"
    assert "None of these" in travel.refused("journey", "HT-2", "BW 1 4DEC PAP POS 1000 1400")
    assert "ends at MBJ" in travel.refused("journey", "HT-2", there, back)
    assert travel("journey", "HT-2", there, "road MBJ KIN 4DEC 1700 1930", back).startswith(
        "HT-2 José Specimen-Valdés:"
    )
    assert "Until when" in travel.refused("hold", "HT-2")
    held = travel.facts("hold", "HT-2", "--until", "2040-01-01 18:00", "--fare", "400", "--currency", "USD")
    assert held["sponsorship"]
    assert travel("nights", "HT-2", "2019-12-04..2019-12-06", "--room", "double", "--without-breakfast")
    shown = travel.facts("show", "HT-2")["one"]
    assert [(night["date"], night["room"], night["breakfast"]) for night in shown["nights"]] == [
        (f"2019-12-0{day}", "double", False) for day in (4, 5, 6)
    ]
    assert shown["itinerary"]["hold_until"].startswith("2040-01-01T23:00")
    assert travel("nights", "HT-2", "none")
    assert travel.facts("show", "HT-2")["one"]["nights"] == []
    for words in ((), ("tomorrow",), ("2019-12-06..2019-12-04",)):
        assert "night" in travel.refused("nights", "HT-2", *words)


def test_what_comes_back_is_recorded_of_somebody_who_has_left_the_seat(travel: Travel) -> None:
    travel("replace", "HT-4", "guerda", "--reason", "Ill")
    assert "Sample-Fourth" in travel("show", "marie")
    said = travel("cancel", "marie", "--reason", "Does not come", "--refund", "400")
    assert said == "Marie Sample-Fourth, HT-4: replaced; ticket cancelled."
    assert travel("cost", "marie", "ticket", "12.50", "--currency", "USD") == said
    assert "Of what kind" in travel.refused("cost", "marie", "taxi", "1", "--currency", "USD")
    assert "Nobody is or was" in travel.refused("cancel", "nobody", "--reason", "x")
    travel("nominate", "JM-1", "andre")
    assert "may be any of" in travel.refused("cost", "specimen", "ticket", "1", "--currency", "USD")


def test_a_ticket_is_issued_anew(travel: Travel) -> None:
    said = travel("reissue", "HT-4", "106-2400000009", "--fare", "450", "--refund", "12.50", "--currency", "USD")
    assert said.startswith("HT-4 Marie Sample-Fourth:")
    assert travel.facts("show", "HT-4")["one"]["itinerary"]["ticket"] == "106-2400000009"


def test_money_goes_from_computed_to_settled_and_is_made_void(travel: Travel) -> None:
    assert [line["state"] for line in travel.facts("payments")] == ["computed", "approved", "paid"]
    assert "receipt 1" in travel("payments", "HT-6")
    assert "No allowance of" in travel.refused("pay", "HT-1")
    assert travel("pay", "HT-5").startswith("Receipt 2: Rose Specimen-Fifth, USD")
    assert "Paid" in travel("payments", "HT-5")
    assert "has not begun yet" in travel.refused("settle", "HT-5")
    assert "Why is it void" in travel.refused("void", "HT-6")
    assert "against receipt 1" in travel("void", "HT-6", "--reason", "wrong rate", "--returned")
    assert travel("approve", "HT-4", "--method", "bank").startswith("HT-4")
    assert "Nothing is computed" in travel.refused("approve")
    words = travel("allowance", "HT-2", "KIN 2019-12-04 15:40 2019-12-06 09:15")
    assert words.startswith("HT-2")
    assert "is no stay" in travel.refused("allowance", "HT-2", "KIN")
    assert "is no stay" in travel.refused("allowance", "HT-2", "KIN 2019-12-04 15:40 2019-12-06 late")
    assert travel("approve") == "Approved 1 payment."
    assert travel("allowance").startswith("Computed ")


def test_rates_and_policies_come_in_as_files(travel: Travel, tmp_path: Path) -> None:
    table, toml = tmp_path / "rates.csv", tmp_path / "rates.toml"
    table.write_text(travelled.RATES, encoding="utf-8")
    assert travel("rates", str(table), "--dry-run").splitlines() == [
        "2 rates can be read.",
        "Nothing was written (dry run).",
    ]
    assert travel("rates", str(table)) == "New: 1. Changed: 1. Unchanged: 0."
    assert travel("rates", str(table)) == "New: 0. Changed: 0. Unchanged: 2."
    toml.write_text(
        '[[exchange]]\nmonth = 2019-12-01\nbase = "USD"\nquoted = "JMD"\nrate = "138.50"\nsource = "Example"\n',
        encoding="utf-8",
    )
    assert travel("rates", str(toml)) == "New: 1. Changed: 0. Unchanged: 0."
    assert travel("rates").splitlines()[-1] == "2019-12  1 USD = 138.5 JMD  Example"
    table.write_text("Month,Base,Quoted,Rate,Source\n2019-12,USD,JMD,-1,Example\n", encoding="utf-8")
    assert travel.refused("rates", str(table)).startswith("row 2: ")
    assert "Of which place" in travel.refused("rate")
    assert "Which currencies" in travel.refused("exchange")
    assert "is no day" in travel.refused("rate", "KIN", "240", "--currency", "USD", "--source", "x", "--until", "soon")
    policies = tmp_path / "policies.toml"
    policies.write_text(
        '[policies.own]\nname = "Own"\nsource = "Letter"\nroom = "0.5"\nbreakfast = "0.06"\nlunch = "0.12"\ndinner = "0.12"\n'
        'last_day = "0.4"\nsame_day = "0.4"\n\n[agencies]\nIOM = "own"\n',
        encoding="utf-8",
    )
    assert travel("policies", str(policies), "--dry-run").endswith("Nothing was written (dry run).")
    assert travel("policies", str(policies)) == "New: 1. Changed: 0. Unchanged: 0."
    assert "own: Own: 50\N{NO-BREAK SPACE}%" in travel("policies")
    assert "Which agency" in travel.refused("policy", "IOM")
    policies.write_text(policies.read_text(encoding="utf-8").replace("IOM =", "Nobody ="), encoding="utf-8")
    assert "There is no agency “Nobody”." in travel.refused("policies", str(policies))


def test_vehicles_know_the_way_and_hotels_wait(travel: Travel) -> None:
    assert travel("drive", "MBJ", "2:30").endswith("MBJ 150 min")
    assert travel.facts("drive", "MBJ", "none").get("MBJ") is None
    assert "From which airport" in travel.refused("drive", "MBJ")
    assert travel("rooms-kept", "19:30") == "Who is at the hotel after 19:30 is announced as late."
    assert "Until when" in travel.refused("rooms-kept")


def test_a_list_is_made_handed_over_and_kept_as_sent(travel: Travel, tmp_path: Path) -> None:
    out = str(tmp_path / "rooming.pdf")
    said = travel("hand-over", "hotel", "Example", "Hotel", "--out", out)
    assert said == f"{out}: handed to Example Hotel. Kept as sent: version 1."
    assert "handed to Mission" in travel("hand-over", "sponsor", "Mission", "--out", str(tmp_path / "wall.pdf"))
    entries = travel("handed-over").splitlines()
    assert [line.split("  ")[1] for line in entries] == ["seat-wall", "rooming"]
    for words, sentence in (
        ((), "To whom is it handed? Type one of hotel, driver"),
        (("hotel",), "Type a name"),
        (("hotel", "Example"), "Where is the file written"),
        (("hotel", "Example", "--out", "x.docx"), "is not made as “.docx”"),
        (("hotel", "Example", "--out", "x.pdf", "--paper", "manifest"), "more than Hotel needs"),
        (("hotel", "Example", "--out", "x.pdf", "--paper", "none"), "There is no paper “none”."),
    ):
        assert sentence in travel.refused("hand-over", *words)
    assert not Path("x.pdf").exists()


def test_what_deserves_a_look_after_an_act_is_said(travel: Travel, tmp_path: Path) -> None:
    lines = travelled.PLACES["LINES"].replace("290101", "200101")
    assert "check digit" in travel.refused("passport", "HT-1", *lines.split())
    assert travel("passport", "HT-1", *travelled.PLACES["LINES"].split()).startswith("HT-1 Anaïs")
    assert "Say who releases" in travel.refused("release", "HT-3", "--operator", "", "--reason", "Ill")
    said = travel("nominate", "JM-2", "andre")
    assert "! " in said


def test_the_file_of_a_letter_is_written_for_whoever_wants_to_read_it(travel: Travel) -> None:
    Path("nv.pdf").write_bytes(b"%PDF a note verbale")
    assert "No file was kept" in travel.refused("letter-file", "HT-1", "--out", "out.pdf")
    travel("letter", "HT", "anaïs", "--file", "nv.pdf", "--received", "2019-11-08")
    assert "Give --out with a file" in travel.refused("letter-file", "HT-1")
    assert travel.facts("letter-file", "HT-1", "--out", "out.pdf") == {"file": "out.pdf", "whole": True}
    assert Path("out.pdf").read_bytes() == b"%PDF a note verbale"
