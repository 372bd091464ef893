"""A burst of letters is a name only if it finds somebody and is nobody's code."""

import pytest

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.people import codes_of
from cmc_desk.desk.registration import Registered
from cmc_desk.desk.typed import is_typed_name


@command("test.give_alias")
def give_alias(tx: Tx, *, participant: str, code: str) -> str:
    """Give somebody a ticket of letters only."""
    tx.session.add(schema.CodeAlias(participant=participant, source="list", code=code))
    return participant


@pytest.mark.parametrize("text", ["keisha", "KEISHA", "example-blake", "Keisha Example", "jamaica"])
def test_words_that_find_somebody_are_typed(desk: Desk, keisha: Registered, text: str) -> None:
    assert desk.read(is_typed_name, text=text)


@pytest.mark.parametrize("text", ["", "qwerty", "keisha7", "7741-09", "CDKBCDFGHJKLNPRSTVXB", "- -"])
def test_what_finds_nobody_or_looks_like_a_code_is_a_scan(desk: Desk, keisha: Registered, text: str) -> None:
    assert not desk.read(is_typed_name, text=text)


def test_a_badge_or_a_ticket_of_letters_only_is_a_scan_though_it_is_somebodys_name(
    desk: Desk, keisha: Registered
) -> None:
    code = desk.read(codes_of, participants=[keisha.id])[keisha.id]
    assert not desk.read(is_typed_name, text=code)
    desk.do(give_alias, participant=keisha.id, code="Keisha")
    assert not desk.read(is_typed_name, text="Keisha")
    assert desk.read(is_typed_name, text="example")
