"""What a contact must have."""

import pytest

from cmc_desk.rules.contacts import MOST_CONTACTS, problem_among, problem_of


@pytest.mark.parametrize(
    ("label", "number", "expected"),
    [
        ("Police", "119", ""),
        ("Secretariat", "+1 876 555 0100 ext. 4", ""),
        ("", "119", "Say whom the number 119 calls"),
        ("Police", "", "has no number to call"),
        ("Police", "ask the desk", "has no number to call"),
        ("P" * 61, "119", "too long"),
        ("Police", "1" * 41, "too long"),
    ],
)
def test_a_contact_says_whom_one_calls_and_what_to_dial(label: str, number: str, expected: str) -> None:
    found = problem_of(label, number)
    assert expected in found
    assert bool(found) is bool(expected)


def test_contacts_are_told_apart_and_fit_on_a_badge() -> None:
    some = [(f"Desk {number}", "119") for number in range(MOST_CONTACTS)]
    assert problem_among(some) == ""
    assert "room for 12" in problem_among([*some, ("Police", "119")])
    assert "twice" in problem_among([("Police", "119"), ("police ", "110")])
    assert "no number" in problem_among([("Police", "119"), ("Fire", "")])
