"""What people read on the command line goes through the catalogue; what programs read does not."""

import json
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest

from cmc_desk import i18n
from cmc_desk.cli import help_texts, verbs
from cmc_desk.cli.verbs import run_verb
from cmc_desk.i18n import choose_language
from cmc_desk.resource import resource
from tools import texts

LIST = resource("meetings", "cmc-2019-people.xlsx")


class Loud(NullTranslations):
    """A language in which everything is said in quotation marks."""

    def gettext(self, message: str) -> str:
        return f"«{message}»"


@pytest.fixture
def loud(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(i18n, "texts", lambda language: Loud() if language == "fr" else NullTranslations())
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    yield
    monkeypatch.undo()
    choose_language("en")
    help_texts.translate(verbs.verbs)


@pytest.mark.usefixtures("loud")
def test_help_is_said_in_the_language_of_the_computer(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run_verb(["find", "--help"]) == 0
    said = capsys.readouterr().out
    assert "«Find people by any words, in any order, with or without accents.»" in said
    assert "«Answer as JSON.»" in said
    assert run_verb(["--help"]) == 0
    assert "«Make a copy of the meeting" in capsys.readouterr().out
    monkeypatch.setenv("LC_ALL", "C")
    assert run_verb(["find", "--help"]) == 0
    assert "  Find people by any words" in capsys.readouterr().out


@pytest.mark.usefixtures("loud")
def test_states_are_words_for_people_and_machine_words_in_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(tmp_path / "t.cmc")
    assert run_verb(["new", file, "--training"]) == 0
    assert run_verb(["import", file, str(LIST)]) == 0
    assert "75  «New»" in capsys.readouterr().out
    assert run_verb(["find", file, "keisha"]) == 0
    said = capsys.readouterr().out
    assert "«Head of delegation» · «Confirmed»" in said
    code = said.split()[0]
    assert run_verb(["check-in", file, code, "--at", "2019-12-05 08:41"]) == 0
    assert run_verb(["check-in", file, "7741-09", "--at", "2019-12-05 08:41"]) == 1
    told = capsys.readouterr()
    assert told.out.startswith("«Checked in» · Keisha Example-Blake")
    assert told.err.startswith("«Unknown code»: ")
    assert run_verb(["journal", file]) == 0
    assert "«a list was imported»" in capsys.readouterr().out
    assert run_verb(["find", file, "keisha", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found[0]["capacity"], found[0]["status"]) == ("head of delegation", "confirmed")
    assert run_verb(["journal", file, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[1]["kind"] == "registration.import"


def test_the_catalogues_have_what_help_says(tmp_path: Path) -> None:
    texts.renew(tmp_path, tmp_path / "locale", more={"cmc_desk/cli": help_texts.help_texts(verbs.verbs)})
    template = (tmp_path / "locale" / "cmc_desk.pot").read_text(encoding="utf-8")
    assert "Find people by any words, in any order, with or without accents." in template
    assert "Answer as JSON." in template
