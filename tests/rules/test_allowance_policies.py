"""What a policy may say: shares between nothing and all, with a name and a source."""

from dataclasses import replace
from decimal import Decimal

import pytest

from cmc_desk.i18n import texts
from cmc_desk.rules.allowance_days import compute
from cmc_desk.rules.allowance_policies import checked_policy, percent
from cmc_desk.rules.allowance_words import policy_words, provided_words, terminals_words
from cmc_desk.rules.refusal import Refusal
from tests.rules.allowance_case import POLICY, STAY

ENGLISH = texts("en")


def test_a_policy_that_deducts_exactly_all_is_taken() -> None:
    whole = replace(POLICY, room=Decimal("0.70"))
    assert checked_policy(whole) is whole


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"),
        ({"source": ""}, "source"),
        ({"room": Decimal("0.71")}, "room"),
        ({"lunch": Decimal("1.01")}, "lunch"),
        ({"last_day": Decimal("-0.1")}, "last_day"),
        ({"same_day": Decimal("NaN")}, "same_day"),
        ({"min_hours": 25}, "min_hours"),
        ({"min_hours": -1}, "min_hours"),
        ({"long_after": -1}, "long_after"),
        ({"terminals": Decimal(-1)}, "terminals"),
        ({"terminals": Decimal("Infinity")}, "terminals"),
    ],
)
def test_what_a_policy_cannot_say_is_refused_with_its_field(changes: dict[str, object], field: str) -> None:
    with pytest.raises(Refusal) as refused:
        checked_policy(replace(POLICY, **changes))  # type: ignore[arg-type] # one field, as the table says
    assert refused.value.field == field


def test_a_policy_over_100_percent_is_one_sentence_when_it_is_computed_with() -> None:
    with pytest.raises(Refusal) as refused:
        compute(replace(POLICY, room=Decimal("0.9")), [STAY], {}, "USD")
    assert refused.value.sentence == (
        "Room and meals make 120\u00a0% of the rate: together they cannot be more than 100 %."
    )


def test_shares_are_read_without_needless_zeros() -> None:
    assert [percent(Decimal(text)) for text in ("0", "0.400", "0.125", "1", "NaN")] == [
        "0\u00a0%",
        "40\u00a0%",
        "12.5\u00a0%",
        "100\u00a0%",
        "NaN",
    ]


def test_a_policy_stands_in_one_line_on_a_sheet() -> None:
    assert policy_words(POLICY, ENGLISH).replace("\u00a0", " ") == (
        "room 50 %, breakfast 6 %, lunch 12 %, dinner 12 %; last day 40 %; same day 40 % from 10 hours on"
    )


def test_what_is_provided_has_words_and_nothing_a_dash() -> None:
    assert [provided_words(letters, ENGLISH) for letters in ("RL", "")] == ["room, lunch", "–"]


def test_terminals_say_how_many_trips_and_at_what() -> None:
    policy = replace(POLICY, terminals=Decimal("47.00"))
    assert terminals_words(compute(policy, [STAY], {}, "USD", trips=4), ENGLISH) == (
        "4 trips to or from a terminal at 47.00."
    )
    assert terminals_words(compute(policy, [STAY], {}, "USD"), ENGLISH) == ""
