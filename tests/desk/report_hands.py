"""What tests ask of the report: its paragraphs, and that no figure of it says anything else than another."""

import re

from cmc_desk.desk import report
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.report_facts import outcome_facts
from cmc_desk.reports.outcome_facts import NO_DELEGATION, OutcomeFacts
from cmc_desk.rules.report_blocks import Block, Figure, Heading, Para, ReportTree, Table, text_of

_AT = "organisation/attendance"


def tree(desk: Desk, *, language: str = "", attributed: bool | None = None, issue: int = 0) -> ReportTree:
    """Return the report as it stands, or a version of it."""
    return desk.read(report.report_tree, language=language, attributed=attributed, issue=issue)


def facts_of(desk: Desk) -> OutcomeFacts:
    """Return what the report is made from, in English with names."""
    return desk.read(outcome_facts, language="en", attributed=True)


def said(found: ReportTree, key: str) -> str:
    """Return the words of a block that must be there."""
    block = found.block(key)
    assert block is not None, key
    assert not block.left_out, key
    return text_of(block)


def para(found: ReportTree, key: str) -> Para:
    """Return a paragraph that must be there."""
    block = found.block(key)
    assert isinstance(block, Para), key
    return block


def table(found: ReportTree, key: str) -> Table:
    """Return a table that must be there."""
    block = found.block(key)
    assert isinstance(block, Table), key
    return block


def numbers(text: str) -> list[int]:
    """Return the numbers in a sentence."""
    return [int(one) for one in re.findall(r"\d+", text)]


def heads_something(shown: tuple[Block, ...]) -> bool:
    """Tell whether something is printed under every heading."""
    following = zip(shown, (*shown[1:], None), strict=True)
    return all(
        after is not None and (not isinstance(after, Heading) or after.level > block.level)
        for block, after in following
        if isinstance(block, Heading)
    )


def figures_agree(found: ReportTree, facts: OutcomeFacts) -> None:
    """Assert that sentences, tables, annexes and chapters have the same figures, in an English report with names."""
    _attendance(found, facts)
    _proposals(found, facts)
    if facts.steps:
        rows = table(found, "steps/table").rows
        done = sum(row[0].endswith(" (done)") for row in rows)
        counted = [number for number in (len(rows) - done, done) if number]
        assert numbers(said(found, "steps/sentence")) == counted
    assert heads_something(found.shown)


def _attendance(found: ReportTree, facts: OutcomeFacts) -> None:
    people, delegations, *by_kind = numbers(said(found, f"{_AT}/sentence"))
    assert said(found, "summary/attendance") == said(found, f"{_AT}/sentence")
    assert sum(by_kind) == delegations
    classes, each = table(found, f"{_AT}/by-class"), table(found, f"{_AT}/by-delegation")
    for one in (classes, each):
        width = len(one.columns)
        figures = [[int(cell.replace("–", "0")) for cell in row[1:]] for row in one.rows]
        # The last row is the sum of the others.
        assert [sum(column) for column in zip(*figures[:-1], strict=True)] == figures[-1]
        assert all(len(row) == width for row in one.rows)
    assert classes.rows[-1][2:] == each.rows[-1][1:]
    if facts.attendance_taken:
        _figures(found, facts, each)
    heads = [column.title for column in each.columns]
    came = int(each.rows[-1][heads.index("Attended" if facts.attendance_taken else "Registered")])
    assert people == came == facts.people
    assert int(classes.rows[-1][1]) == delegations
    assert [int(row[1]) for row in classes.rows[:-1] if row[1] not in ("–", "0")] == by_kind
    listed, whole = numbers(said(found, "annex-participants/notes"))[:2]
    assert whole == people
    annex = [block for block in found.shown if isinstance(block, Table) and block.key.startswith("annex-participants")]
    named = [row for one in annex for place, row in enumerate(one.rows) if place not in one.bands]
    assert sum(row[0] != "Names are not listed" for row in named) == listed
    bands = [one.rows[place][0] for one in annex for place in one.bands]
    there = [one for one in facts.delegations if one.came]
    assert bands == [one.name for one in there]
    assert sum(one.kind is not NO_DELEGATION for one in there) == delegations


def _figures(found: ReportTree, facts: OutcomeFacts, each: Table) -> None:
    """Assert that the charts say what the tables say."""
    heads = [column.title for column in each.columns]
    whole = int(each.rows[-1][heads.index("Registered")])
    days = {
        one.day: int(each.rows[-1][heads.index(f"Day {number}")]) for number, one in enumerate(facts.attended_days, 1)
    }
    shown = [block for block in found.shown if isinstance(block, Figure)]
    bars = [bar for block in shown for bar in block.bars]
    assert [bar.number for bar in bars if bar.strong] == list(days.values())
    assert {bar.whole for bar in bars} == {whole}
    curves = [block.curve for block in shown if block.curve is not None]
    assert [(curve.expected, curve.points[-1].total) for curve in curves] == [(whole, came) for came in days.values()]
    assert [block.label for block in shown] == [str(number) for number in range(1, len(shown) + 1)]


def _proposals(found: ReportTree, facts: OutcomeFacts) -> None:
    if not facts.proposals:
        return
    received, _of, decided = said(found, "summary/proposals").partition(" Of ")
    whole = len(facts.proposals)
    for sentence in (received, decided):
        number, *parts = numbers(sentence)
        assert number == (sum(parts) if parts else whole) == whole
    rows = 0
    for document in facts.documents:
        if not document.proposals:
            continue
        at = f"documents/{document.key}"
        of_document, *_rest = numbers(said(found, f"{at}/proposals"))
        tables = [one for one in found.shown if isinstance(one, Table) and one.key.startswith(f"{at}/")]
        assert of_document == len(document.proposals) == sum(len(one.rows) for one in tables)
        assert of_document == len(table(found, f"annex-matrix/{document.key}/table").rows)
        rows += of_document
        if document.meter.whole:
            provisions, *parts = numbers(said(found, f"{at}/meter").partition(". ")[0])
            assert provisions == sum(parts)
    assert rows == whole
