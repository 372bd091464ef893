"""How sensitive a paper of sponsored travel is, and who may be given it."""

import pytest

from cmc_desk.desk.papers_of_travel import PAPERS_OF_TRAVEL
from cmc_desk.rules.export_classes import (
    CLASSES,
    FOR_WHOM,
    RECIPIENT_WORDS,
    Recipient,
    check_recipient,
    highest,
    recipients_of,
)
from cmc_desk.rules.people import Sensitivity
from cmc_desk.rules.refusal import Refusal


def test_a_paper_is_as_sensitive_as_the_most_sensitive_of_its_fields() -> None:
    assert highest(()) is Sensitivity.PUBLIC
    assert highest(("given_name", "phone")) is Sensitivity.DESK
    assert highest(("given_name", "flight", "phone")) is Sensitivity.TRAVEL
    assert highest(("dietary", "flight")) is Sensitivity.SPECIAL


def test_every_paper_of_travel_has_a_class_and_somebody_it_is_for() -> None:
    assert {kind.key for kind in PAPERS_OF_TRAVEL} == set(FOR_WHOM)
    for kind in PAPERS_OF_TRAVEL:
        assert set(kind.fields) <= set(CLASSES)
        assert highest(kind.fields) is not Sensitivity.SPECIAL, "diets and needs leave the meeting with none of them"
    assert set(RECIPIENT_WORDS) == set(Recipient)


def test_the_travel_desk_has_every_paper_and_others_only_theirs() -> None:
    assert recipients_of("rooming") == (Recipient.HOTEL, Recipient.TRAVEL)
    assert recipients_of("payment-sheet") == (Recipient.FINANCE, Recipient.SPONSOR, Recipient.TRAVEL)
    assert recipients_of("name-plates") == ()
    check_recipient("rooming", Recipient.HOTEL, only="")


@pytest.mark.parametrize(
    ("paper", "to", "words"),
    [
        ("manifest", Recipient.HOTEL, "more than Hotel needs. It is for: Driver, Travel desk."),
        ("name-plates", Recipient.HOTEL, "It is for: nobody."),
        ("chase-list", Recipient.DELEGATION, "its own list, not that of all"),
    ],
)
def test_what_says_more_than_a_recipient_needs_is_refused(paper: str, to: Recipient, words: str) -> None:
    with pytest.raises(Refusal, match=words):
        check_recipient(paper, to, only="")


def test_a_delegation_may_have_the_list_that_is_of_it_alone() -> None:
    check_recipient("chase-list", Recipient.DELEGATION, only="HT")
