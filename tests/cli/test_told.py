"""What whoever hands a paper out must know first stands beside the answer, not in it."""

from dataclasses import replace
from pathlib import Path

import pytest

from cmc_desk.cli.told import warn_of
from cmc_desk.desk.making_papers import MadePaper
from cmc_desk.reports.unprintable import Unprintable
from cmc_desk.rules.papers import Ask, Format

PLAIN = MadePaper(
    kind="participants",
    ask=Ask(language="en"),
    form=Format.PDF,
    asked=Path("list.pdf"),
    path=Path("list.pdf"),
    version=1,
    digest="",
    source="",
    fields=(),
    people=1,
)


def test_of_most_papers_there_is_nothing_to_say(capsys: pytest.CaptureFixture[str]) -> None:
    warn_of(PLAIN)
    assert capsys.readouterr() == ("", "")


def test_what_must_be_known_and_what_no_font_prints_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    warn_of(replace(PLAIN, caution="Names are left in it.", unprintable=(Unprintable("Muster 𒀀", "𒀀"),)))
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "Names are left in it.\nNo font has 𒀀 of “Muster 𒀀”.\n"
