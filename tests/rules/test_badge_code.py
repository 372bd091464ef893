"""Our codes are made and checked; those of other programs are recognised."""

import base64
import json
import struct
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmc_desk.rules.badge_code import ALPHABET, LENGTH, CodeKind, Scanned, check_letter, in_groups, make, parse

BITS = st.integers(0, 2**64 - 1)
TICKET = "mMBuCiIYQkyCthTsYJ+AcQ=="
TICKET_UUID = "98c06e0a-2218-424c-82b6-14ec609f8071"
INDICO_2 = '{"i":[2,"indico.example.org","mMBuCiIYQkyCthTsYJ+AcQ=="]}'
INDICO_1 = json.dumps(
    {
        "registrant_id": 123456,
        "checkin_secret": TICKET_UUID,
        "event_id": "1004569",
        "server_url": "https://indico.example.org",
        "version": 1,
    }
)
PRETIX = "abcdefghjkmnpqrstuvwxyz23456789a"
SIGNED = base64.b64encode(struct.pack(">BHH", 1, 30, 64) + bytes(range(94)))[::-1].decode()


def accepted(text: str) -> bool:
    scanned = parse(text)
    return scanned.kind is CodeKind.OURS and not scanned.problem


def test_a_code_is_made_of_the_bits_that_are_given() -> None:
    assert make(0) == "CDKBBBBBBBBBBBBBBBBB"
    assert make(0x0123456789ABCDEF)[:19] == "CDK" + ALPHABET
    assert check_letter(ALPHABET) == make(0x0123456789ABCDEF)[-1]


def test_the_check_letter_follows_the_powers_of_alpha() -> None:
    # The weights α⁰…α¹⁵ for x⁴ + x + 1, and α¹⁴ = α⁻¹⁶, from a printed table of GF(16).
    powers = (1, 2, 4, 8, 3, 6, 12, 11, 5, 10, 7, 14, 15, 13, 9, 1)
    for position, power in enumerate(powers):
        alone = "B" * position + ALPHABET[1] + "B" * (15 - position)
        assert check_letter(alone) == ALPHABET[powers[(powers.index(power) + 14) % 15]]


@pytest.mark.parametrize("bits", [-1, 2**64])
def test_a_code_holds_64_bits_and_no_more(bits: int) -> None:
    with pytest.raises(ValueError, match="64 bits"):
        make(bits)


@given(BITS)
@settings(max_examples=100)
def test_a_code_is_read_back_whatever_its_case_spaces_and_hyphens(bits: int) -> None:
    code = make(bits)
    assert len(code) == LENGTH
    for text in (code, code.lower(), in_groups(code), in_groups(code).replace(" ", "-").title(), f" {code}\r\n"):
        assert parse(text) == Scanned(CodeKind.OURS, code)


@given(BITS)
@settings(max_examples=25)
def test_a_scan_with_one_wrong_letter_is_refused(bits: int) -> None:
    code = make(bits)
    for position, right in enumerate(code):
        for wrong in ALPHABET.replace(right, ""):
            scanned = parse(code[:position] + wrong + code[position + 1 :])
            assert scanned.kind is CodeKind.OURS
            assert scanned.problem == "A letter of this badge code is wrong: compare it with the badge."


@given(BITS)
@settings(max_examples=100)
def test_a_code_with_two_neighbours_swapped_is_refused(bits: int) -> None:
    code = make(bits)
    for first in range(LENGTH - 1):
        swapped = code[:first] + code[first + 1] + code[first] + code[first + 2 :]
        assert accepted(swapped) is (swapped == code)


@given(BITS, st.integers(0, LENGTH - 1))
@settings(max_examples=50)
def test_a_code_that_lost_or_gained_a_letter_is_refused(bits: int, position: int) -> None:
    code = make(bits)
    assert not accepted(code[:position] + code[position + 1 :])
    assert not accepted(code[:position] + "B" + code[position:])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("CDKBBBBBBBBBBBBBBBB", "A badge code has 20 letters, this one has 19."),
        ("cdk-bbbb", "A badge code has 20 letters, this one has 7."),
        ("CDKBBBBBBBBBABBBBBBB", "There is no A in badge codes: compare it with the badge."),
        ("CDFBBBBBBBBBBBBBBBBB", "A letter of this badge code is wrong: compare it with the badge."),
    ],
)
def test_what_looks_like_our_code_but_is_mistyped_is_told_so(text: str, problem: str) -> None:
    assert parse(text).kind is CodeKind.OURS
    assert parse(text).problem == problem


def test_a_code_is_read_out_in_groups_of_four() -> None:
    assert in_groups("CDKBCDFGHJKLNPRSTVXB") == "CDKB CDFG HJKL NPRS TVXB"


@pytest.mark.parametrize(
    ("payload", "scanned"),
    [
        (INDICO_2, Scanned(CodeKind.INDICO, TICKET, (TICKET_UUID,), server="indico.example.org")),
        (
            INDICO_1,
            Scanned(CodeKind.INDICO, TICKET_UUID, (TICKET,), event="1004569", server="https://indico.example.org"),
        ),
        ('{"checkin_secret": "word"}', Scanned(CodeKind.INDICO, "word")),
        (TICKET, Scanned(CodeKind.INDICO, TICKET, (TICKET_UUID,))),
        (TICKET_UUID.upper(), Scanned(CodeKind.INDICO, TICKET_UUID.upper(), (TICKET_UUID, TICKET))),
        (PRETIX, Scanned(CodeKind.PRETIX, PRETIX)),
        ("cdkdefghjkmnpqrstuvwxyzabcdefghj", Scanned(CodeKind.PRETIX, "cdkdefghjkmnpqrstuvwxyzabcdefghj")),
        ("s0000000000000000000000000000183", Scanned(CodeKind.PRETIX, "s0000000000000000000000000000183")),
        (SIGNED, Scanned(CodeKind.PRETIX_SIGNED, SIGNED)),
        ("11529215046068469760", Scanned(CodeKind.UNKNOWN, "11529215046068469760")),
        ('{"i": 2}', Scanned(CodeKind.UNKNOWN, '{"i": 2}')),
        ("[1, 2]", Scanned(CodeKind.UNKNOWN, "[1, 2]")),
        ("Garcia", Scanned(CodeKind.UNKNOWN, "Garcia")),
        (SIGNED[1:], Scanned(CodeKind.UNKNOWN, SIGNED[1:])),
        (SIGNED[:-4], Scanned(CodeKind.UNKNOWN, SIGNED[:-4])),
        ("C" * 65, Scanned(CodeKind.UNKNOWN, "C" * 65)),
        ("CDK" + "B" * 62, Scanned(CodeKind.UNKNOWN, "CDK" + "B" * 62)),
        ("AAAA", Scanned(CodeKind.UNKNOWN, "AAAA")),
        ('{"checkin_secret": ""}', Scanned(CodeKind.UNKNOWN, '{"checkin_secret": ""}')),
        ('{"i":[2,"x",""]}', Scanned(CodeKind.UNKNOWN, '{"i":[2,"x",""]}')),
    ],
)
def test_codes_of_other_programs_are_recognised(payload: str, scanned: Scanned) -> None:
    assert parse(payload) == scanned


@pytest.mark.parametrize("payload", [INDICO_2, INDICO_1, PRETIX, SIGNED, make(0x123456789)])
def test_caps_lock_does_not_matter(payload: str) -> None:
    assert parse(payload.swapcase()) == parse(payload)


def test_both_versions_of_indico_lead_to_the_same_ticket() -> None:
    older, newer = parse(INDICO_1), parse(INDICO_2)
    assert {older.code, *older.also} == {newer.code, *newer.also}
    assert UUID(bytes=base64.b64decode(newer.code)) == UUID(older.code)


def test_the_ticket_of_an_accompanying_person_does_not_check_in_the_delegate() -> None:
    scanned = parse('{"i":[2,"indico.example.org","mMBuCiIYQkyCthTsYJ+AcQ==",1]}')
    assert scanned.problem == "This is the ticket of an accompanying person: look for the name."


def test_the_code_that_sets_up_a_scanner_is_no_ticket() -> None:
    scanned = parse(
        '{"event_id":1,"title":"Example","regform_id":2,"version":2,"server":{"base_url":"https://example.org"}}'
    )
    assert scanned.problem == "This code sets up a scanner for Indico: it is no ticket."


@pytest.mark.parametrize("prefix", ["\\000026", "]Q1\\000026", "]Q3", "\x02", "\x1d \\000003\\000027"])
def test_what_a_scanner_puts_before_a_code_is_stripped(prefix: str) -> None:
    assert accepted(prefix + make(7) + "\r")
    assert parse(prefix + PRETIX).kind is CodeKind.PRETIX


@pytest.mark.parametrize("text", ["", " \r\n", "\\000026", "\x00"])
def test_an_empty_code_is_told_so(text: str) -> None:
    assert parse(text) == Scanned(CodeKind.UNKNOWN, "", problem="This code is empty.")


def test_a_payload_above_the_limit_is_not_looked_at() -> None:
    assert parse("x" * 300) == Scanned(CodeKind.UNKNOWN, "x" * 300)
    assert parse("x" * 301) == Scanned(CodeKind.UNKNOWN, "", problem="This code is too long for a badge or a ticket.")


@given(st.text(st.sampled_from('CDKBcdkbxé012 -=\\][{}":,\x00\x1d'), max_size=40))
@settings(max_examples=100)
def test_whatever_is_scanned_gets_an_answer(text: str) -> None:
    scanned = parse(text)
    assert scanned.code or scanned.problem
