"""Which badges are to be printed and why."""

from datetime import UTC, datetime

import pytest

from cmc_desk.rules.badge_design import (
    BadgeDesign,
    BadgeFacts,
    BadgeMeeting,
    BadgeRun,
    Box,
    DesignField,
    Show,
    Stock,
    StockKind,
)
from cmc_desk.rules.badge_state import CHANGED, WHY_WORDS, PrintedBadge, Why, is_to_print, printed_of, why_of

AT = datetime(2019, 12, 5, 13, 40, tzinfo=UTC)
WORDS = {
    "name": "Keisha Example-Blake",
    "functional_title": "Director",
    "institution": "Ministry of Example Affairs",
    "delegation": "Jamaica",
    "capacity": "Delegate",
    "category": "Host",
}


@pytest.mark.parametrize(
    ("printed_at", "queued_at", "expected"),
    [(None, None, Why.NEVER), (None, AT, Why.QUEUED), (AT, AT, Why.QUEUED), (AT, None, Why.PRINTED)],
)
def test_a_badge_whose_words_are_right_waits_if_it_was_never_printed_or_is_queued(
    printed_at: datetime | None, queued_at: datetime | None, expected: Why
) -> None:
    printed = WORDS if printed_at else None
    assert why_of(printed_at=printed_at, queued_at=queued_at, printed=printed, today=WORDS) is expected
    assert is_to_print(expected) is (expected is not Why.PRINTED)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("name", Why.NAME),
        ("functional_title", Why.TITLE),
        ("institution", Why.INSTITUTION),
        ("delegation", Why.DELEGATION),
        ("capacity", Why.CAPACITY),
        ("category", Why.CATEGORY),
    ],
)
def test_a_word_that_differs_says_why_before_the_queue_does(name: str, expected: Why) -> None:
    printed = {**WORDS, name: "something else"}
    for queued_at in (None, AT):
        assert why_of(printed_at=AT, queued_at=queued_at, printed=printed, today=WORDS) is expected
    assert expected in CHANGED
    assert is_to_print(expected)


def test_a_word_that_was_not_on_the_badge_is_not_wrong_on_it() -> None:
    assert why_of(printed_at=AT, queued_at=None, printed={"name": WORDS["name"]}, today=WORDS) is Why.PRINTED


def test_of_a_print_before_there_was_a_ledger_nothing_is_known() -> None:
    assert why_of(printed_at=AT, queued_at=None, printed=None, today=WORDS) is Why.PRINTED


def test_every_reason_has_words() -> None:
    assert set(WHY_WORDS) == set(Why)


def test_the_ledger_keeps_the_words_that_the_design_shows() -> None:
    box = Box(0, 0, 50, 10)
    design = BadgeDesign(
        "small",
        "Small",
        90,
        55,
        front=(DesignField(Show.NAME_FIRST, box), DesignField(Show.DELEGATION, box), DesignField(Show.QR, box)),
        back=(DesignField(Show.BAND, box),),
    )
    person = BadgeFacts(
        "p1", "Keisha Example-Blake", "Keisha", "Example-Blake", delegation="Jamaica", category="Host", code="CDK"
    )
    stock = Stock("one", "One", StockKind.SINGLE, 90, 55, 90, 55)
    run = BadgeRun(design, stock, BadgeMeeting("Sample", "Kingston", language="fr"), (person,))
    assert printed_of(run) == [
        PrintedBadge(
            "CDK", {"language": "fr", "name": "Keisha Example-Blake", "delegation": "Jamaica", "category": "Host"}
        )
    ]
