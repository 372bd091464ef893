"""The key of a meeting file: one random data key, wrapped for each way of opening it.

A slot holds the data key under Argon2id of a passphrase or of the printed recovery key. Argon2id gives 64 bytes for a random salt
that is used once: the first half masks the data key, the second authenticates the masked key (encrypt-then-MAC), so that a wrong
passphrase is told apart from a damaged file without touching the database.
"""

import base64
import hashlib
import hmac
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cmc_desk.db.files import write_atomically
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal, Unavailable

_FORMAT = 1
# RFC 9106 section 4, second recommendation (64 MiB, three passes, four lanes): about 0.16 s on a laptop.
_COST = {"time_cost": 3, "memory_cost": 65536, "parallelism": 4}
_MOST_MEMORY = 1 << 20  # KiB
_RECOVERY_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_RECOVERY_LENGTH = 32


@dataclass(frozen=True, slots=True)
class DataKey:
    """The 256-bit key of one meeting; never shown, never logged."""

    raw: bytes

    def __repr__(self) -> str:
        return "DataKey(…)"

    @property
    def pragma(self) -> str:
        """The key as SQLCipher takes a raw one, which spares its own derivation at every opening."""
        return f"x'{self.raw.hex()}'"


def new_data_key() -> DataKey:
    """Return a fresh random key."""
    return DataKey(secrets.token_bytes(32))


def new_recovery_key() -> str:
    """Return a recovery key to print: 32 letters and figures without 0, 1, I and O (160 bits), in groups of four."""
    letters = "".join(secrets.choice(_RECOVERY_LETTERS) for _i in range(_RECOVERY_LENGTH))
    return "-".join(letters[i : i + 4] for i in range(0, _RECOVERY_LENGTH, 4))


def key_file_of(meeting_file: Path) -> Path:
    """Return where the key file of a meeting file lies: beside it."""
    return meeting_file.with_name(meeting_file.name + ".key")


def write_key_file(path: Path, key: DataKey, *, passphrase: str, recovery: str) -> None:
    """Write a key file with a slot for the passphrase and one for the recovery key."""
    slots = [_slot("passphrase", passphrase, key), _slot("recovery", _plain_recovery(recovery), key)]
    write_atomically(path, json.dumps({"format": _FORMAT, "slots": slots}, indent=1).encode(), private=True)


def change_passphrase(path: Path, *, key: DataKey, passphrase: str) -> None:
    """Wrap the same data key under a new passphrase; the meeting itself is not encrypted anew."""
    content = _read(path)
    kept = [slot for slot in content["slots"] if slot["kind"] != "passphrase"]
    content["slots"] = [_slot("passphrase", passphrase, key), *kept]
    write_atomically(path, json.dumps(content, indent=1).encode(), private=True)


def unlock(path: Path, secret: str) -> DataKey:
    """Return the data key that a passphrase or a recovery key opens.

    Raises Refusal if the key file is missing, is not one, or if `secret` opens none of its slots; Unavailable if it cannot be read.
    """
    # A training file has no passphrase and opens without waiting for this.
    from argon2.exceptions import HashingError

    damaged = 0
    slots = _read(path)["slots"]
    for slot in slots:
        try:
            key = _open(slot, _plain_recovery(secret) if slot["kind"] == "recovery" else secret)
        except (KeyError, TypeError, ValueError, OverflowError, HashingError):
            # One damaged slot must not keep the other from opening.
            damaged += 1
            continue
        if key is not None:
            return key
    if damaged == len(slots):
        raise _no_key_file(path)
    if damaged:
        raise Refusal(
            _(
                "This does not open what can be read of {name}, and another part of it is damaged: type it again, or put back the key file that lies with the backups."
            ).format(name=path.name),
            field="passphrase",
        )
    raise Refusal(
        _("This is not the passphrase of the meeting, nor its recovery key: type it again."), field="passphrase"
    )


def recovery_salt(path: Path) -> str:
    """Return the salt of the recovery slot, which stays the same whatever the passphrase; empty if it cannot be read."""
    try:
        slots = _read(path)["slots"]
        return str(next((slot["salt"] for slot in slots if slot["kind"] == "recovery"), ""))
    except (Refusal, Unavailable, KeyError, TypeError):
        return ""


def _plain_recovery(text: str) -> str:
    return "".join(letter for letter in text.upper() if letter in _RECOVERY_LETTERS)


def _derive(secret: str, salt: bytes, cost: dict[str, int]) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(secret.encode(), salt, hash_len=64, type=Type.ID, **cost)


def _slot(kind: str, secret: str, key: DataKey) -> dict[str, Any]:
    salt = os.urandom(16)
    derived = _derive(secret, salt, _COST)
    masked = _xor(key.raw, derived[:32])
    seal = hmac.digest(derived[32:], masked, hashlib.sha256)
    return {"kind": kind, "salt": _text(salt), "key": _text(masked), "seal": _text(seal), **_COST}


def _open(slot: dict[str, Any], secret: str) -> DataKey | None:
    if not secret:
        return None
    cost = {name: int(slot[name]) for name in _COST}
    if cost["memory_cost"] > _MOST_MEMORY:
        raise ValueError("a slot that asks for more memory than a laptop has")
    derived = _derive(secret, _bytes(slot["salt"]), cost)
    masked = _bytes(slot["key"])
    if not hmac.compare_digest(hmac.digest(derived[32:], masked, hashlib.sha256), _bytes(slot["seal"])):
        return None
    return DataKey(_xor(masked, derived[:32]))


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_bytes())
        if content["format"] == _FORMAT and content["slots"]:
            return dict(content)
    except FileNotFoundError:
        raise Refusal(
            _("The key file {name} is not beside the meeting file: put it back, a copy lies with every backup.").format(
                name=path.name
            )
        ) from None
    except OSError as error:
        raise Unavailable(
            _("The key file {name} cannot be read ({reason}): try again.").format(name=path.name, reason=error.strerror)
        ) from error
    except (ValueError, KeyError, TypeError):
        pass
    raise _no_key_file(path)


def _no_key_file(path: Path) -> Refusal:
    return Refusal(
        _("{name} is not a key file of CMC Desk: put back the one that lies with the backups.").format(name=path.name)
    )


def _xor(left: bytes, right: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(left, right, strict=True))


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text)
