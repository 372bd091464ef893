"""A plan of action as lines of a table: who stands where, and what is missed."""

from dataclasses import replace

from cmc_desk.rules.document_kinds import PlanField, ProvisionKind, ProvisionStatus
from cmc_desk.rules.drafts import ACTIVITY, INDICATOR, Provision
from cmc_desk.rules.plan_lines import Lack, missed, plan_lines

ROW, HEADING = ProvisionKind.PLAN_ROW, ProvisionKind.HEADING
TITLE = Provision("t", ProvisionKind.TITLE, "Plan")
AREA = Provision("a", HEADING, "Mobility", "1")
OBJECTIVE = Provision("o", HEADING, "Ways are safe", "1.1", 2)
FIRST = Provision(
    "p", ROW, "States meet.", "1.1.1", ACTIVITY, cells=((PlanField.LEAD, "IOM"), (PlanField.TARGET, "many"))
)
SECOND = Provision("q", ROW, "states MEET", "1.1.2", ACTIVITY, cells=((PlanField.TIMEFRAME, "2020"),))
ONE = Provision("i", ROW, "Meetings", "", INDICATOR, cells=((PlanField.TARGET, "4"),))
TWO = Provision("j", ROW, "Minutes", "", INDICATOR)


def own(*provisions: Provision) -> str:
    return "".join(line.own.key for line in plan_lines(provisions))


def test_what_has_something_below_it_makes_no_line_of_its_own() -> None:
    assert own(TITLE, AREA, OBJECTIVE, FIRST, ONE, TWO, SECOND) == "ijq"
    assert own(AREA, OBJECTIVE) == "o"
    assert own(AREA, AREA, FIRST) == "ap"
    assert own(FIRST, SECOND) == "pq"


def test_an_indicator_without_an_activity_stands_as_one() -> None:
    (line,) = plan_lines((AREA, ONE))
    assert (line.activity, line.indicator, line.objective) == (ONE, None, None)


def test_what_was_deleted_is_no_line() -> None:
    assert own(AREA, replace(FIRST, status=ProvisionStatus.DELETED)) == "a"


def test_an_indicator_says_its_own_target_and_the_activity_the_rest() -> None:
    first, second = plan_lines((FIRST, ONE, TWO))
    assert (first.said(PlanField.TARGET), second.said(PlanField.TARGET)) == ("4", "many")
    assert (first.said(PlanField.LEAD), first.said(PlanField.NOTES)) == ("IOM", "")


def test_what_a_reader_would_miss_is_told_once_for_each_activity() -> None:
    found = [(one.lack, one.provision.key) for one in missed(plan_lines((AREA, FIRST, ONE, TWO, SECOND)))]
    assert found == [
        (Lack.TIMEFRAME, "p"),
        (Lack.INDICATOR, "q"),
        (Lack.LEAD, "q"),
        (Lack.TWICE, "q"),
    ]
    assert missed(plan_lines((AREA,))) == ()
