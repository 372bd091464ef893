"""A plan of action that came back filled in: what taking it over would refuse, what its proposals give, and bars that were drawn anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cmc_desk.desk.desk import Desk
from cmc_desk.desk.draft_acts import adopt_draft, next_version
from cmc_desk.desk.draft_texts import draft_text
from cmc_desk.desk.plan_import import import_plan, import_plan_proposals, plan_dry_run, read_plan_file
from cmc_desk.desk.proposals import decide, proposals
from cmc_desk.desk.trying import Trial
from cmc_desk.desk.workbooks_back import look_at
from cmc_desk.rules.document_kinds import ProposalDecision
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.refusal import Refusal
from tests.desk.plan_hands import copied, filled_in, once, with_plan
from tests.desk.test_plan_import import ROWS, fill_in, says, sent


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(tmp_path_factory.mktemp("taken"), with_plan, "plan-of-action")


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[Desk]:
    opened = copied(made, tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def book(desk: Desk, tmp_path: Path) -> Path:
    return tmp_path / "plan-of-action.xlsx"


def test_the_proposals_of_a_plan_give_the_plan_that_was_filled_in_once_all_are_accepted(desk: Desk, book: Path) -> None:
    file = read_plan_file(filled_in(book, "Rows", fill_in))
    desk.do(import_plan_proposals, draft="plan", file=file, delegations=("HT",))
    for one in desk.read(proposals):
        desk.do(decide, proposal=one.key, decision=ProposalDecision.ACCEPTED)
    desk.do(next_version, draft="plan")
    found = [(one.level, one.text, dict(one.cells)) for one in desk.read(draft_text, draft="plan").provisions]
    assert found[3:10] == [
        (3, "States develop common procedures.", {"lead": "UNHCR"}),
        (4, "Number of States", {"baseline": "2", "target": "14"}),
        (4, "Officials trained each year", {"target": "120"}),
        (4, "Cases", {}),
        (3, "States publish comparable data.", {"timeframe": "2020"}),
        (3, "States train officials.", {"lead": "IOM"}),
        (4, "Courses", {"target": "9"}),
    ]


def test_what_taking_a_plan_over_would_refuse_is_said_before(desk: Desk, book: Path) -> None:
    file = read_plan_file(
        filled_in(book, "Rows", lambda rows: [rows[0] | {"Code": "1" * 50, "Lead": "UNHCR"}, *rows[1:]])
    )
    (problem,) = plan_dry_run(Trial(desk), file, draft="plan").problems
    assert problem.endswith(": At most 40 letters, please.")
    assert plan_dry_run(Trial(desk), file, draft="plan", delegations=("HT",)).problems == ()
    with pytest.raises(Refusal, match="At most 40 letters"):
        desk.do(import_plan, draft="plan", file=file)
    filled_in(
        book, "Rows", lambda rows: [*rows, {"Thematic area": "1 Mobility", "Code": "2" * 50, "Activity": "More."}]
    )
    refused = plan_dry_run(Trial(desk), read_plan_file(book), draft="plan", delegations=("HT",)).problems
    assert refused == ("Rows, row 6: At most 40 letters, please.",)
    desk.do(adopt_draft, draft="plan", decided=Decided.APPROVED)
    for delegations in (None, ("HT",)):
        problems = plan_dry_run(Trial(desk), file, draft="plan", delegations=delegations).problems
        assert problems
        assert all("adopted this text" in one for one in problems)
    assert desk.read(proposals) == ()


def test_what_a_plan_would_do_is_found_for_those_whose_proposals_it_becomes(desk: Desk, book: Path) -> None:
    filled_in(book, "Rows", lambda rows: [rows[0] | {"Lead": "UNHCR"}])
    file = read_plan_file(book)
    for whose in (("HT",), ()):
        desk.do(import_plan_proposals, draft="plan", file=file, delegations=whose)
    told: dict[tuple[str, ...] | None, str] = {
        ("HT",): "proposed already",
        (): "proposed already",
        ("JM",): "",
        None: "",
    }
    for by, said in told.items():
        problems = look_at(desk, file, near="plan", as_proposals=True, delegations=by).preview.problems
        assert said in "".join(problems)
        assert bool(problems) is bool(said)


def test_a_bar_that_somebody_draws_in_the_calendar_becomes_the_words_of_the_timeframe(desk: Desk, book: Path) -> None:
    def draw(rows: ROWS) -> ROWS:
        assert [(row["Code"], row["June 2020"]) for row in rows] == [("1.1.1", None), ("1.1.2", "■"), ("2.1", None)]
        rows[0] |= {"January 2020": "x", "February 2020": "x"}
        return rows

    preview = sent(desk, filled_in(book, "Calendar", draw))
    assert [(one.name, one.column, one.after) for one in preview.changes] == [
        ("1.1.1", "timeframe", "January 2020 – February 2020")
    ]
    assert (preview.problems, preview.told) == ((), ())
    desk.do(import_plan, draft="plan", file=read_plan_file(book))
    assert {"lead": "IOM", "timeframe": "January 2020 – February 2020"} in [
        cells for _label, _text, cells in says(desk)
    ]


def test_columns_of_money_by_years_in_a_plan_of_somebody_else_are_no_timeframe(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "ours.csv"
    path.write_text(
        "Code,Activity,Lead,Timeframe,2020,2021\n"
        "3.1.1,States share what they learn.,JM,2021 to 2022,1000,2000\n"
        "3.1.2,States meet again.,HT,by March 2021,,\n"
        "3.1.3,States count.,HT,,500,\n"
        "3.1.4,States write.,HT,,x,x\n",
        encoding="utf-8",
    )
    found = sent(desk, path)
    assert [dict(one.read.cells).get("timeframe") for one in found.new] == [
        "2021 to 2022",
        "by March 2021",
        None,
        "2020 – 2021",
    ]
    assert all("timeframe" not in one for one in found.told)
