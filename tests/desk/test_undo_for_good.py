"""What was sent or signed is for good: Ctrl+Z does not go behind it to what was done before."""

from datetime import date
from pathlib import Path

import pytest

from cmc_desk.desk import corrigenda, payments, readout_issues, report, report_acts
from cmc_desk.desk.command import command_named
from cmc_desk.desk.undoing import FOR_GOOD
from cmc_desk.rules.refusal import Refusal
from tests.meetings import ANDRE, KEISHA, open_desk


@pytest.mark.parametrize("kind", FOR_GOOD)
def test_what_is_for_good_is_a_command_that_says_so(kind: str) -> None:
    module = Path(f"{command_named(kind).__module__.replace('.', '/')}.py")
    assert module.stem in {
        one.__name__.rpartition(".")[2] for one in (corrigenda, payments, readout_issues, report_acts)
    }


def test_nothing_that_was_done_before_it_was_circulated_or_signed_is_undone(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, people=(KEISHA, ANDRE))
    desk.do(report.set_report, left_out=("proceedings", "organisation/opening"))
    desk.do(report.circulate_report, until=date(2019, 12, 13))
    with pytest.raises(Refusal, match="This cannot be undone"):
        desk.undo()
    assert desk.to_undo().kind == "report.circulate"
    desk.do(report.set_report, language="fr")
    assert desk.undo().kind == "report.set"
    assert desk.to_undo().for_good
    assert desk.read(report.report_standing).left_out == ("organisation/opening", "proceedings")
    desk.do(report.sign_off_report, by="The Permanent Secretary")
    assert desk.to_undo().kind == "report.sign_off"
    desk.do(report.finish_report)
    assert desk.to_undo().kind == "report.finish"
    desk.do(report.reopen_report)
    assert desk.undo().kind == "report.reopen"
    with pytest.raises(Refusal, match="This cannot be undone"):
        desk.undo()
    desk.close()
