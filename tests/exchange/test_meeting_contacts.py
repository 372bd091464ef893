"""The contacts of a meeting file: whom one calls and the number, in the order of the file."""

from pathlib import Path

import pytest

from tests.exchange.test_meeting_file import SMALL, complaints, read


def with_contacts(*lines: str) -> str:
    return SMALL.replace("[documents]", "\n".join(["[contacts]", *lines, "", "[documents]"]))


def test_contacts_are_read_in_their_order(tmp_path: Path) -> None:
    plan = read(tmp_path, with_contacts('"  Police " = "119"', 'Reception = " 0 "'))
    assert plan.contacts == (("Police", "119"), ("Reception", "0"))
    assert read(tmp_path, SMALL).contacts == ()


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('"Police" = ""', "line 11, contacts.Police: “Police” has no number to call."),
        ('"Police" = "the hotel"', "line 11, contacts.Police: “Police” has no number to call."),
        ('" " = "119"', "line 11, contacts. : Say whom the number 119 calls, such as: Police."),
        ("Police = 119", "line 11, contacts.Police: text in quotation marks is needed here"),
    ],
)
def test_what_is_wrong_with_a_contact_is_told_with_its_line(tmp_path: Path, line: str, complaint: str) -> None:
    assert complaint in complaints(tmp_path, with_contacts(line))


def test_two_that_nobody_can_tell_apart_are_told(tmp_path: Path) -> None:
    (told,) = complaints(tmp_path, with_contacts('Police = "119"', 'police = "120"'))
    assert "contacts.police: “police” stands there twice" in told
