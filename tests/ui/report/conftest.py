"""The Papers page of a meeting in which something was said, with the report chosen; and its editor."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cmc_desk.desk.outcome_paper import OUTCOME_PAPER
from cmc_desk.ui.report.view import ReportView
from tests.desk.readout_hands import AGREED, RECALLED, TO_DO, write
from tests.paper_kinds import SHEET
from tests.ui.papers.office import Office, make_office

TITLE = OUTCOME_PAPER.title


@pytest.fixture
def reported(qtbot: QtBot, tmp_path: Path) -> Iterator[Office]:
    """Return the page with the report before whoever looks it over."""
    office = make_office(qtbot, tmp_path, kinds=(OUTCOME_PAPER,))
    write(office.desk, AGREED, RECALLED, TO_DO)
    office.page.report.reader.read()
    yield office
    office.close()


@pytest.fixture
def written(qtbot: QtBot, tmp_path: Path) -> Iterator[Office]:
    """Return the page of a meeting with a report, which is not shown among the papers: its pages take their time."""
    office = make_office(qtbot, tmp_path, kinds=(SHEET,))
    write(office.desk, AGREED)
    yield office
    office.close()


@pytest.fixture
def editor(written: Office) -> ReportView:
    """Return the editor of the report, shown."""
    written.page.edit_report()
    return written.page.report.editor()
