"""What the README shows exists, and every command that it shows does what it is for."""

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import click
import pytest
from PySide6.QtWidgets import QApplication

from cmc_desk import app
from cmc_desk.cli import main, shows
from cmc_desk.cli.verbs import verbs
from cmc_desk.clock import ManualClock
from cmc_desk.desk import backups, demo_meeting, draft_acts, floor, notes, people, proposals, readouts
from cmc_desk.desk.demo_moments import Moment
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.opening import open_meeting
from cmc_desk.resource import resource
from cmc_desk.rules.document_kinds import ProposalDecision
from cmc_desk.rules.note_kinds import EntryKind, SummaryStatus
from cmc_desk.ui import screens, sound, theme
from cmc_desk.ui.shell import MainWindow
from tests import travelled
from tests.desk import drafted, note_hands
from tests.desk.floor_hands import inscribe, open_list, speeches
from tests.founded import founded
from tests.meetings import DESK_A, MORNING, PASSPHRASE, PEOPLE, open_desk

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
SHOWN = sorted({line.strip() for line in README.splitlines() if re.match(r"\s*cmc-desk [a-z]", line)})


# What stands for something else in a line of the README, and what is taken for it here.
PLACES = {
    "FILE.cmc": "m.cmc",
    "FILE.toml": "my-meeting.toml",
    "FILE.jsonl": "typed.jsonl",
    "NAME": "cmc-2019",
    "PEOPLE": "list.csv",
    "TEXT": "keisha",
    "ID": "opening",
    "TIME": "2019-12-05 08:52",
    "WHEN": "2019-12-05 08:29",
    "ITEM": "opening",
    "TRACK": "plenary",
    "PLAN": "plan.csv",
    "X.ics": "out.ics",
    "X.json": "out.json",
    "X.csv": "out.csv",
    "X.xlsx": "out.xlsx",
    "X.pdf": "out.pdf",
    "X.docx": "out.docx",
    "LANG": "fr",
    "DATE": "2019-12-05",
    "DELEGATION": "JM",
    "STATUS": "nominated",
    "D": "a6",
    "S": "a4-4-a6",
    "N": "1",
    "FOLDER": "stick",
    "TOPIC": "priorities",
    "TITLE": "Guiding principles",
    "LENGTH": "2:45",
    "DIR": "out",
    "MOMENT": "list",
    "PERSON": "keisha",
    "WHY": "lost",
    "WORDS": "participants",
    "X,Y": "0.5,-0.5",
    "FILE.json": "cases.json",
    "SHEET": "flights.csv",
    "DRAFT": "principles",
    "DRAFT.toml": "draft.toml",
    "PARAGRAPH": "2",
    "PROPOSAL": "P-001",
    "MATRIX": "matrix.csv",
    **travelled.PLACES,
}

# What must have been done before something that the README shows makes sense.
_CIRCULATED = ["report", "m.cmc", "circulate"]
_SIGNED = [
    ["report", "m.cmc", "leave-out", "proceedings"],
    ["report", "m.cmc", "leave-out", "organisation/opening"],
    _CIRCULATED,
    ["report", "m.cmc", "sign-off", "--by", "A. Muster"],
]
_FINAL = [*_SIGNED, ["report", "m.cmc", "final"], ["report", "m.cmc", "correction", "1", "Two came."]]
BEFORE = {
    ("report", "correction"): [_CIRCULATED],
    ("report", "sign-off"): _SIGNED[:-1],
    ("report", "final"): _SIGNED,
    ("report", "issue"): _FINAL,
    ("report", "settle"): _FINAL,
    ("report", "corrigendum"): [*_FINAL, ["report", "m.cmc", "settle", "1", "--accepted", "--read", "Two came."]],
    ("travel", "letter-file"): [["travel", "m.cmc", "letter", "HT", "anaïs", "--file", "list.csv"]],
    ("closing", "--verify"): [["closing", "m.cmc", "--out", "out"]],
}


def ways(line: str) -> Iterator[list[str]]:
    """Yield what can be typed for a line: with no option, with each choice of all of them; places are filled in."""
    bare = re.sub(r"\[[^]]*\]", "", line)
    yield [choices(word)[0] for word in shlex.split(bare)]
    if bare == line:
        return
    words = [choices(word) for word in shlex.split(line.replace("[", "").replace("]", ""))]
    yield from (list(way) for way in product(*words))


def choices(word: str) -> list[str]:
    """Return what a word offers: `X.pdf|docx` is two files, `desk|travel` two words."""
    first, *others = word.split("|")
    name = f"{Path(first).stem}." if first.startswith("X.") else ""
    return [first, *(name + other for other in others)]


def filled(words: list[str], places: dict[str, str]) -> list[str]:
    return [places.get(word, word) for word in words[1:]]


# What the places of a line are in the meeting that all of them work on.
KNOWN: dict[str, str] = {}


def made(path: Path) -> Desk:
    """Make the meeting in which every command has something to be about."""
    desk = open_desk(path.parent, people=PEOPLE, name=path.name)
    open_list(desk, "JM")
    desk.do(floor.start_speech, entry=inscribe(desk, "AW"))
    keisha = desk.read(people.find_people, text="keisha").hits[0].id
    KNOWN["CODE"] = desk.read(people.codes_of, participants=[keisha])[keisha]
    travelled.travel(desk)
    note_hands.file(desk, note_hands.said("Agreed.", kind=EntryKind.DECISION), item="opening")
    desk.do(readouts.issue_readout, readout="item:opening", status=SummaryStatus.DRAFT)
    KNOWN["ENTRY"] = desk.do(notes.delete_entry, entry=note_hands.file(desk, note_hands.said("One.")))
    drafted.bring(desk)
    # Something is there to be answered, and something to be put into the next version.
    for label, words, decision in (("3", "A.", None), ("2(a)", "B.", ProposalDecision.ACCEPTED)):
        key = drafted.propose(desk, label, words, delegations=("HT",))
        if decision:
            desk.do(proposals.decide, proposal=key, decision=decision)
    desk.do(
        draft_acts.add_provision, draft=drafted.KEY, text="C.", label="1 bis", after=drafted.provision(desk, "1").key
    )
    return desk


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Work in a folder with a small meeting, a copy of it, a list and a template; return what the places of a line are here."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_args: tmp_path / "data")
    monkeypatch.setenv("CMC_DESK_PASSPHRASE", PASSPHRASE)
    desk = founded("README", tmp_path / "m.cmc", made)
    copy = backups.copy_now(desk, folder=tmp_path / "copies", now=MORNING).path
    desk.close()
    shutil.copyfile(resource("documents", "principles.toml"), tmp_path / "draft.toml")
    shutil.copyfile(Path(__file__).parent / "rules" / "dsa_vectors.json", tmp_path / "cases.json")
    shutil.copyfile(resource("allowances", "policies.toml"), tmp_path / "policies.toml")
    (tmp_path / "rates.csv").write_text(travelled.RATES, encoding="utf-8")
    (tmp_path / "flights.csv").write_text(travelled.FLIGHTS, encoding="utf-8")
    (tmp_path / "typed.jsonl").write_text('{"type": "Noted."}\n{"key": "Return"}\n', encoding="utf-8")
    (tmp_path / "list.csv").write_text("Given name,Family name,Delegation\nLi,Specimen-Wei,Haiti\n", encoding="utf-8")
    (tmp_path / "matrix.csv").write_text("Document,Country,Comment\nprinciples,Haiti,Why?\n", encoding="utf-8")
    (tmp_path / "plan.csv").write_text("Title,Text,Duration\nFilm about the journey,,15\n", encoding="utf-8")
    shutil.copyfile(resource("meetings", "cmc-2019.toml"), tmp_path / "my-meeting.toml")
    return {**PLACES, **KNOWN, "COPY": str(copy)}


@pytest.mark.parametrize("way", [pytest.param(way, id=" ".join(way)) for line in SHOWN for way in ways(line)])
def test_every_command_that_the_readme_shows_runs(
    way: list[str],
    place: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    qapp: QApplication,
) -> None:
    # All of them draw for half a minute, and have a test of their own.
    monkeypatch.setattr(screens, "PARTS", ("desk",))
    monkeypatch.setattr(shows, "_beside", lambda _out: iter(()))
    monkeypatch.setattr(shows, "_pictures", lambda _desk, _moment, _out: iter(()))
    # Both days of the demo are lived through elsewhere, and their papers made.
    monkeypatch.setattr(shows, "_papers", lambda _desk, _folder: iter(()))
    monkeypatch.setattr(
        demo_meeting, "walk", lambda file: iter([(Moment.END, demo_meeting.left_at(file, Moment.LIST))])
    )
    # A rehearsal opens a window, and ends with it.
    monkeypatch.setattr(qapp, "exec", lambda: close_rehearsals(qapp))
    if way[1] == "new":
        place["FILE.cmc"] = "new.cmc"
    if "resume" in way or "add" in way:
        _in_the_morning(floor.pause_speech if "resume" in way else floor.withdraw, "AW" if "resume" in way else "JM")
    for said, commands in BEFORE.items():
        if set(said) <= set(way):
            assert [main(words) for words in commands] == [0] * len(commands), capsys.readouterr().err
    before = set(Path().iterdir())
    try:
        assert main(filled(way, place)) == 0, capsys.readouterr().err
    finally:
        theme.apply(qapp, dark=False)
        sound.mute(on=False)
    told = capsys.readouterr().out
    assert told or set(Path().iterdir()) - before


def close_rehearsals(qapp: QApplication) -> int:
    open_ones = [one for one in theme.every_widget(qapp) if isinstance(one, MainWindow) and one.isVisible()]
    assert open_ones
    for window in open_ones:
        window.close()
        window.deleteLater()
    return 0


def _in_the_morning(act: Callable[..., str], delegation: str) -> None:
    """Do what must be done before an act of the list of speakers makes sense, at the time of the meeting."""
    desk = open_meeting(Path("m.cmc"), author=DESK_A, secret=PASSPHRASE, clock=ManualClock(MORNING))
    entry = next(one.entry.key for one in speeches(desk) if one.entry.delegation == delegation)
    desk.do(act, entry=entry)
    desk.close()


@pytest.mark.parametrize(("words", "path"), [([], None), (["FILE.cmc"], Path("m.cmc"))])
def test_without_a_verb_the_window_opens(
    words: list[str], path: Path | None, place: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert f"cmc-desk {' '.join(words)}".strip() in [line.split("  ")[0] for line in README.splitlines()]
    asked: list[tuple[Path | None, bool]] = []

    def opened(path: Path | None, *, demo: bool) -> int:
        asked.append((path, demo))
        return 0

    monkeypatch.setattr(app, "run", opened)
    assert main(filled(["cmc-desk", *words], place)) == 0
    assert asked == [(path, False)]


def test_the_readme_shows_every_verb() -> None:
    shown = {shlex.split(line)[1] for line in SHOWN}
    assert shown == set(verbs.commands)


@pytest.mark.parametrize("line", SHOWN)
def test_every_option_that_the_readme_shows_is_taken(line: str) -> None:
    words = re.findall(r"--[a-z-]+", line)
    known = {name for parameter in verbs.commands[shlex.split(line)[1]].params for name in parameter.opts}
    assert set(words) <= known


@pytest.mark.parametrize("name", sorted(verbs.commands))
def test_every_verb_says_what_it_does(name: str) -> None:
    command = verbs.commands[name]
    assert command.help
    options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
    assert all(option.help for option in options)


def test_the_files_that_the_readme_names_are_there() -> None:
    named = re.findall(r"`(resources/[^`]+|tests/[^`]+|rules/|db/|desk/|exchange/|reports/|ui/|cli/)`", README)
    assert named
    root = resource().parent
    for name in named:
        assert (root / name).exists() or (root / "cmc_desk" / name).exists(), name
