"""A presentation in the report is known by its point, wherever that stands in its item."""

from dataclasses import replace
from pathlib import Path

from cmc_desk.i18n import texts
from cmc_desk.reports.outcome_facts import Presenter
from cmc_desk.reports.outcome_proceedings import CHAPTERS, proceedings
from cmc_desk.rules.report_blocks import Para
from tests.desk.report_hands import facts_of
from tests.meetings import open_desk


def test_what_was_presented_keeps_its_key_when_the_points_are_put_in_another_order(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    facts = facts_of(desk)
    desk.close()
    people = [Presenter(f"{name} Example", point=f"On {name}") for name in ("Ada", "Bo")]

    def keys(presenters: list[Presenter]) -> dict[str, str]:
        item = next(one for one in facts.items if one.kind in CHAPTERS)
        told = replace(facts, items=(replace(item, presenters=tuple(presenters)),))
        return {
            one.text: one.key
            for one in proceedings(told, texts("en"))
            if isinstance(one, Para) and "/presented/" in one.key
        }

    before = keys(people)
    assert len(before) == 2
    assert keys(people[::-1]) == before
