"""Which fields of a badge are there for whom."""

from dataclasses import replace

import pytest

from cmc_desk.rules.badge_conditions import CONDITIONS, conditions_of, is_condition, is_shown, met_by
from cmc_desk.rules.badge_design import BadgeFacts, Box, DesignField, Show
from cmc_desk.rules.meeting import DelegationKind
from cmc_desk.rules.people import Capacity

ANA = BadgeFacts(participant="p1", name="Ana Sample", first="Ana", second="Sample")
FIELD = DesignField(Show.TEXT, Box(0, 0, 10, 10), text="Floor")


def test_a_person_meets_their_capacity_and_the_kind_of_their_delegation() -> None:
    assert conditions_of(Capacity.SPEAKER, DelegationKind.UN) == {"speaker", DelegationKind.UN.value}


def test_a_focal_point_and_a_category_are_conditions_too() -> None:
    assert conditions_of(Capacity.PRESS, DelegationKind.OTHER, walk_in=True) == {
        "press",
        "other organisation",
        "walk-in",
    }
    met = conditions_of(Capacity.HEAD, DelegationKind.STATE, category="delegates", focal_point=True)
    assert met == {"head of delegation", "State", "focal point", "category delegates"}


def test_what_a_badge_shows_need_not_be_told() -> None:
    assert met_by(ANA) == frozenset()
    whole = replace(
        ANA,
        second="",
        photo=b"",
        flag="jm",
        code="CDK",
        replacement=True,
        delegation_second="Jamaïque",
        conditions=frozenset({"speaker"}),
    )
    assert met_by(whole) == {
        "speaker", "photograph", "flag", "code", "replacement", "name of one line", "second language",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("only", "unless", "met", "shown"),
    [
        ((), (), set(), True),
        (("speaker",), (), set(), False),
        (("speaker", "press"), (), {"press"}, True),
        ((), ("press",), {"press"}, False),
        (("speaker",), ("press",), {"speaker", "press"}, False),
        (("speaker",), ("press",), {"speaker"}, True),
    ],
)
def test_one_of_only_has_to_be_met_and_none_of_unless(
    only: tuple[str, ...], unless: tuple[str, ...], met: set[str], *, shown: bool
) -> None:
    assert is_shown(replace(FIELD, only=only, unless=unless), met) is shown


def test_a_design_may_name_the_known_conditions_and_any_category() -> None:
    assert all(is_condition(word) for word in (*CONDITIONS, "category press"))
    assert not any(is_condition(word) for word in ("speakers", "category ", ""))
