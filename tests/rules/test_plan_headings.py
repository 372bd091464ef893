"""Headings of plans are known in four languages, however they are written."""

import pytest

from cmc_desk.i18n import texts
from cmc_desk.rules.document_kinds import PlanField
from cmc_desk.rules.document_words import FIELD_WORDS
from cmc_desk.rules.plan_headings import ACTIVITY_HEAD, AREA_HEAD, INDICATOR_HEAD, NUMBER, OBJECTIVE_HEAD, plan_column


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Activity", ACTIVITY_HEAD),
        ("ACTIVIDADES", ACTIVITY_HEAD),
        ("Activités :", ACTIVITY_HEAD),
        ("Activiteiten", ACTIVITY_HEAD),
        ("Indicator(s)", INDICATOR_HEAD),
        ("Nº", NUMBER),
        ("No.", NUMBER),
        ("Thematic\narea", AREA_HEAD),
        ("Doelstelling", OBJECTIVE_HEAD),
        ("Responsible (lead)", PlanField.LEAD),
        ("Partners/support", PlanField.PARTNERS),
        ("Medios de verificación", PlanField.MEANS),
        ("Weather", ""),
        ("", ""),
    ],
)
def test_a_heading_is_a_column_or_nothing(heading: str, column: str) -> None:
    assert plan_column(heading) == column


def test_what_our_own_papers_call_their_columns_is_known() -> None:
    for field, words in FIELD_WORDS.items():
        assert plan_column(texts("en").gettext(words)) == field
