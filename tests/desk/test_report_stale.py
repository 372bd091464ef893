"""What was written by hand in another text of the report than its own is told of too, once its sources say something else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cmc_desk.desk import report
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.preflight import preflight
from cmc_desk.desk.report_sight import report_sight
from cmc_desk.desk.setup import change_meeting
from cmc_desk.rules.preflight import Check, Finding, Severity
from tests.meetings import KEISHA, open_desk

VENUE = "organisation/venue/sentence"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path, people=(KEISHA,))
    yield opened
    opened.close()


def write(desk: Desk, language: str, text: str, *, attributed: bool = True) -> None:
    desk.do(report.write_block, block=VENUE, language=language, attributed=attributed, text=text)


def move(desk: Desk) -> None:
    """Let the meeting be somewhere else, which all that was written of its venue did not know."""
    desk.do(change_meeting, changes={"venue": "Example Centre"})


def edits(desk: Desk, language: str = "") -> tuple[Finding, ...]:
    return tuple(one for one in desk.read(preflight, language=language) if one.check is Check.EDITS)


def told(desk: Desk, language: str = "") -> list[tuple[Severity, str, int, int]]:
    return [(one.severity, one.what, one.count, one.of) for one in edits(desk, language)]


OWN = "Text written by hand is up to date"


def test_each_language_whose_sources_changed_is_named(desk: Desk) -> None:
    for language in ("en", "es", "fr"):
        write(desk, language, "A hotel.")
    move(desk)
    desk.do(report.accept_block, block=VENUE, language="es", attributed=True)
    assert told(desk) == [
        (Severity.WARNS, OWN, 1, 1),
        (Severity.GOOD, f"{OWN} (Spanish text)", 0, 1),
        (Severity.WARNS, f"{OWN} (French text)", 1, 1),
    ]
    assert [(place.page, place.key) for place in edits(desk)[-1].where] == [("papers", VENUE)]
    # Asked of the French text, that one is its own.
    assert [what for _severity, what, _count, _of in told(desk, "fr")] == [
        OWN,
        f"{OWN} (English text)",
        f"{OWN} (Spanish text)",
    ]
    assert [one for one in desk.read(report_sight).findings if one.check is Check.EDITS] == list(edits(desk))


def test_the_text_without_names_is_told_apart_and_what_is_left_out_is_not_looked_at(desk: Desk) -> None:
    write(desk, "en", "A hotel.", attributed=False)
    move(desk)
    assert told(desk) == [(Severity.WARNS, f"{OWN} (English text without names)", 1, 1)]
    desk.do(report.set_report, left_out=("organisation/venue",))
    assert told(desk) == []


def test_whoever_only_asks_what_blocks_does_not_wait_for_the_other_languages(desk: Desk) -> None:
    write(desk, "fr", "Un hôtel.")
    move(desk)
    assert [one for one in desk.read(preflight, beside=False) if one.check is Check.EDITS] == []
