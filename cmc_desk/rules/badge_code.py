"""Codes on badges and tickets: our own, made and checked, and those of other programs, recognised.

Ours is `CDK`, 16 random letters and a check letter, of an alphabet that lies in the same place on every Latin keyboard
layout in use and has no vowels. The check letter makes the sum of all 17 letters, weighted by the powers of α in GF(16)
with x⁴ + x + 1, vanish: weights of neighbours differ, so every wrong letter and every swap of neighbours is found.
"""

import base64
import binascii
import json
import re
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from cmc_desk.i18n import gettext as _

ALPHABET = "BCDFGHJKLNPRSTVX"
PREFIX = "CDK"
RANDOM_BITS = 64
LENGTH = 20
LONGEST = 300
_LONGEST_OURS = 64
_RANDOM_LETTERS = RANDOM_BITS // 4
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
# A scanner may send the symbology (]Q1) and the character set (\000026 for UTF-8) before or between what is in the code.
_SYMBOLOGY = re.compile(r"^\][A-Za-z][0-9A-Za-z]")
_CHARACTER_SET = re.compile(r"\\[0-9]{6}")
_SEPARATORS = re.compile(r"[\s\-‐‑–]")
# Secrets that organisers bring along use more letters than pretix' own, which have no o, 0, 1, i and l.
_PRETIX = re.compile(r"[a-z0-9]{32}")
_PRETIX_SIGNED_HEADER = 5
_BASE64_UUID = re.compile(r"[A-Za-z0-9+/]{22}==")
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


class CodeKind(StrEnum):
    """Whose code it is."""

    OURS = "ours"
    INDICO = "indico"
    PRETIX = "pretix"
    PRETIX_SIGNED = "pretix signed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a scan or a typed code says.

    `code` is the text to look up: ours in capitals without spaces, the base64 ticket uuid or check-in secret of Indico,
    the secret of pretix, anything else as it is. `also` holds other spellings of the same code that a list may have.
    `event` and `server` say where a ticket of Indico comes from, empty if it does not say.
    A `problem` is one sentence to show instead of looking anything up.
    """

    kind: CodeKind
    code: str
    also: tuple[str, ...] = ()
    event: str = ""
    server: str = ""
    problem: str = ""


def make(random_bits: int) -> str:
    """Return our code for 64 random bits (from `secrets`); raises ValueError if there are more."""
    if not 0 <= random_bits < 1 << RANDOM_BITS:
        raise ValueError("a code holds 64 bits")
    letters = "".join(ALPHABET[random_bits >> shift & 15] for shift in range(RANDOM_BITS - 4, -1, -4))
    return PREFIX + letters + check_letter(letters)


def check_letter(letters: str) -> str:
    """Return the check letter for 16 letters of the alphabet."""
    return ALPHABET[_product(_LAST_WEIGHT_INVERSE, _weighted_sum(letters))]


def in_groups(code: str) -> str:
    """Return our code as people read it out: five groups of four letters."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def parse(text: str) -> Scanned:
    """Say what a scanner sent or somebody typed; never raises.

    Case, spaces and hyphens do not matter for our code. A scanner types through the keyboard, so Caps Lock turns the
    case of every letter round: codes of others are tried in both.
    """
    text = _CONTROLS.sub("", _CHARACTER_SET.sub("", _SYMBOLOGY.sub("", _CONTROLS.sub("", text).strip()))).strip()
    if not text:
        return Scanned(CodeKind.UNKNOWN, "", problem=_("This code is empty."))
    if len(text) > LONGEST:
        return Scanned(CodeKind.UNKNOWN, "", problem=_("This code is too long for a badge or a ticket."))
    ours = _ours(text)
    if ours:
        return ours
    for reading in (text, text.swapcase()):
        theirs = _indico(reading) or _pretix(reading)
        if theirs:
            return theirs
    return Scanned(CodeKind.UNKNOWN, text)


def _product(a: int, b: int) -> int:
    product = 0
    for bit in range(4):
        if b >> bit & 1:
            product ^= a << bit
    for bit in (6, 5, 4):
        if product >> bit & 1:
            product ^= 0b10011 << (bit - 4)
    return product


def _powers_of_alpha(count: int) -> tuple[int, ...]:
    powers = [1]
    while len(powers) < count:
        powers.append(_product(powers[-1], 2))
    return tuple(powers)


_WEIGHTS = _powers_of_alpha(_RANDOM_LETTERS + 1)
# α¹⁵ = 1, so the inverse of α¹⁶ is α¹⁴.
_LAST_WEIGHT_INVERSE = _WEIGHTS[14]


def _weighted_sum(letters: str) -> int:
    total = 0
    for weight, letter in zip(_WEIGHTS, letters, strict=False):
        total ^= _product(weight, ALPHABET.index(letter))
    return total


def _ours(text: str) -> Scanned | None:
    compact = _SEPARATORS.sub("", text).upper()
    of_our_letters = set(compact) <= set(ALPHABET)
    # A secret of pretix may begin with our three letters, but has 32 characters.
    begins_like_ours = compact.startswith(PREFIX) and compact.isalpha() and not _PRETIX.fullmatch(compact.lower())
    if len(text) > _LONGEST_OURS or not (begins_like_ours or (len(compact) == LENGTH and of_our_letters)):
        return None
    problem = ""
    if len(compact) != LENGTH:
        problem = _("A badge code has {expected} letters, this one has {found}.").format(
            expected=LENGTH, found=len(compact)
        )
    elif not of_our_letters:
        wrong = next(letter for letter in compact if letter not in ALPHABET)
        problem = _("There is no {letter} in badge codes: compare it with the badge.").format(letter=wrong)
    elif not compact.startswith(PREFIX) or _weighted_sum(compact[len(PREFIX) :]):
        problem = _("A letter of this badge code is wrong: compare it with the badge.")
    return Scanned(CodeKind.OURS, compact, problem=problem)


def _indico(text: str) -> Scanned | None:
    spellings = _other_spellings(text)
    if spellings:
        return Scanned(CodeKind.INDICO, text, spellings)
    try:
        payload = json.loads(text)
    except ValueError:
        return None
    match payload:
        case {"i": [int(), str(server), str(ticket), *companion]} if ticket:
            return Scanned(
                CodeKind.INDICO,
                ticket,
                _other_spellings(ticket),
                server=server,
                problem=_("This is the ticket of an accompanying person: look for the name.") if companion else "",
            )
        case {"checkin_secret": str(secret)} if secret:
            event, server = str(payload.get("event_id", "")), str(payload.get("server_url", ""))
            return Scanned(CodeKind.INDICO, secret, _other_spellings(secret), event, server)
        case {"regform_id": _, "server": dict()}:
            return Scanned(CodeKind.INDICO, "", problem=_("This code sets up a scanner for Indico: it is no ticket."))
    return None


def _other_spellings(ticket: str) -> tuple[str, ...]:
    """Return the uuid of a ticket as Indico writes it elsewhere: hexadecimal up to 3.2, base64 since 3.3."""
    if _BASE64_UUID.fullmatch(ticket):
        uuid = UUID(bytes=base64.b64decode(ticket))
    elif _UUID.fullmatch(ticket):
        uuid = UUID(ticket)
    else:
        return ()
    spellings = (str(uuid), base64.b64encode(uuid.bytes).decode())
    return tuple(spelling for spelling in spellings if spelling != ticket)


def _pretix(text: str) -> Scanned | None:
    if _PRETIX.fullmatch(text):
        return Scanned(CodeKind.PRETIX, text)
    try:
        signed = base64.b64decode(text[::-1], validate=True)
    except (binascii.Error, ValueError):
        return None
    lengths = int.from_bytes(signed[1:3], "big") + int.from_bytes(signed[3:5], "big")
    if signed[:1] == b"\x01" and len(signed) == _PRETIX_SIGNED_HEADER + lengths > _PRETIX_SIGNED_HEADER:
        return Scanned(CodeKind.PRETIX_SIGNED, text)
    return None
