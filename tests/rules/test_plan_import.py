"""A plan of action as a table beside the one that is here: places, numbers, and rows that nobody knows any more."""

from cmc_desk.rules.document_kinds import Channel, PlanField, ProposalAction, ProvisionKind, ProvisionStatus
from cmc_desk.rules.drafts import ACTIVITY, DraftText, Provision
from cmc_desk.rules.plan_import import plan_proposals, plan_table
from cmc_desk.rules.plan_lines import plan_lines
from cmc_desk.rules.plan_nodes import line_cells, line_mark
from cmc_desk.rules.plan_rows import PlanFile, PlanRow

ROW, HEADING = ProvisionKind.PLAN_ROW, ProvisionKind.HEADING
NOTE = Provision("n", ProvisionKind.PARAGRAPH, "It ends in 2022.")
AREA = Provision("a", HEADING, "Mobility", "1")
ACT = Provision("p", ROW, "States meet.", "1.1", ACTIVITY, cells=((PlanField.LEAD, "IOM"),))
GONE = Provision("g", ROW, "Gone.", "1.2", ACTIVITY, status=ProvisionStatus.DELETED)


def text(*provisions: Provision) -> DraftText:
    return DraftText("plan", "Plan", "Plan", provisions=provisions)


def rows(*cells: dict[str, str]) -> PlanFile:
    return PlanFile("plan.xlsx", tuple(PlanRow(f"row {number}", one) for number, one in enumerate(cells, 2)))


def written(*provisions: Provision, **anew: str) -> dict[str, str]:
    """Return the first line of a plan as our workbook has it, with cells that somebody wrote anew."""
    line = plan_lines(provisions)[0]
    return line_cells(line) | {"mark": line_mark(line)} | anew


def test_the_first_plan_of_a_draft_is_all_new_and_stands_after_what_is_there() -> None:
    preview = plan_table(
        rows({"area": "1 Mobility", "activity": "States meet.", "code": "1.1", "lead": "IOM"}), text(NOTE)
    )
    assert [(one.kind, one.label, one.text, one.level) for one in preview.provisions] == [
        (ProvisionKind.PARAGRAPH, "", "It ends in 2022.", 1),
        (HEADING, "1", "Mobility", 1),
        (ROW, "1.1", "States meet.", 3),
    ]
    assert preview.told == ()
    assert [one.after for one in preview.new] == ["n", "n"]


def test_a_new_area_stands_after_the_table_and_before_what_follows_it() -> None:
    preview = plan_table(rows({"area": "II. Work", "activity": "Skills count."}), text(AREA, ACT, NOTE))
    assert [one.text for one in preview.provisions] == [
        "Mobility",
        "States meet.",
        "Work",
        "Skills count.",
        "It ends in 2022.",
    ]
    assert preview.told == ("1 row of the plan is not in the file: it stays as it is.",)


def test_activities_below_no_area_are_told() -> None:
    preview = plan_table(rows({"activity": "Skills count."}, {"activity": "Data count.", "code": "7"}), text())
    assert preview.told == ("2 activities stand below no thematic area.",)
    assert [one.text for one in preview.provisions] == ["Skills count.", "Data count."]


def test_a_row_that_was_deleted_here_since_is_told() -> None:
    deleted = Provision("g", ROW, "Gone.", "1.2", ACTIVITY)
    (problem,) = plan_table(rows(written(AREA, deleted)), text(AREA, ACT, GONE)).problems
    assert problem == "row 2: this row of the plan is not there any more. Leave it out, or bring it as a new row."


def test_an_area_is_renamed_and_renumbered_and_a_code_is_no_proposal() -> None:
    preview = plan_table(rows(written(AREA, ACT, area="2 Moving", code="2.1", lead="")), text(AREA, ACT))
    assert [(one.label, one.text, one.cells) for one in preview.provisions] == [
        ("2", "Moving", ()),
        ("2.1", "States meet.", ()),
    ]
    found = [row for _where, row in plan_proposals(preview, draft="plan", delegations=["JM"], channel=Channel.GROUP)]
    assert [(one.provision, one.field, one.new_text) for one in found] == [("a", "", "Moving"), ("p", "lead", "")]
    assert {(one.action, one.channel) for one in found} == {(ProposalAction.MODIFY, Channel.GROUP)}


def test_a_mark_that_is_none_is_passed_over() -> None:
    preview = plan_table(rows({"activity": "States meet.", "mark": "a.b x=00000", "lead": "UNHCR"}), text(AREA, ACT))
    assert [(one.provision, one.column, one.after) for one in preview.changes] == [("p", "lead", "UNHCR")]


def test_a_new_row_without_words_is_none() -> None:
    preview = plan_table(rows(written(ACT, activity="States  meet.") | {"indicator": " "}), text(ACT))
    assert (preview.new, preview.changes) == ((), ())


def test_a_formula_without_its_value_is_no_text() -> None:
    (problem,) = plan_table(rows(written(AREA, ACT, activity="#NOT CALCULATED!")), text(AREA, ACT)).problems
    assert problem.startswith("row 2: “Activity” is a formula without its value.")


def test_a_row_that_lost_its_mark_is_known_by_one_further_down_that_has_it() -> None:
    marked = written(AREA, ACT)
    preview = plan_table(rows({name: said for name, said in marked.items() if name != "mark"}, marked), text(AREA, ACT))
    assert (preview.new, preview.changes, preview.problems) == ((), (), ())


def test_what_was_deleted_stays_in_the_text() -> None:
    preview = plan_table(rows(written(AREA, ACT, lead="UNHCR")), text(AREA, ACT, GONE))
    assert [one.replaces for one in preview.provisions] == ["a", "p", "g"]
