"""What a command is: a function with a name in the journal, and the transaction it is given."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy.orm import Session

from cmc_desk.desk.remembered import Remembered
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.meeting import Role
from cmc_desk.rules.plain import to_plain
from cmc_desk.rules.refusal import Refusal

P = ParamSpec("P")
R = TypeVar("R")
_ID_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True)
class Author:
    """Who is at the keyboard, as what, and at which station."""

    operator: str
    role: Role
    station: str


@dataclass
class Tx:
    """The transaction of one command: the store, the time, and who asked.

    Identifiers and secrets come from the nonce, so that a station that replays the command makes the same ones. A command
    that is told afterwards when something happened keeps that in `told`; the journal says when it was recorded. What is too large for the
    journal, or nobody's business there, or told better by the command itself, stands in `apart`, by the name of the argument: what
    the journal keeps in its place.
    """

    session: Session
    now: datetime
    author: Author
    nonce: str
    inverse: dict[str, Any] | None = None
    undoes: int | None = None
    remembered: Remembered = field(default_factory=Remembered)
    told: datetime | None = None
    apart: dict[str, Any] = field(default_factory=dict)
    _drawn: int = field(default=0, repr=False)

    @property
    def at(self) -> datetime:
        """When what is recorded happened, which is now unless the command was told otherwise."""
        return self.told or self.now

    def new_id(self) -> str:
        """Return a new identifier of 16 letters (80 bits)."""
        bits = self.secret_bits(80)
        return "".join(_ID_LETTERS[(bits >> shift) & 31] for shift in range(0, 80, 5))

    def secret_bits(self, count: int) -> int:
        """Return `count` bits (at most 512) that nobody can guess who does not know the nonce."""
        self._drawn += 1
        digest = hashlib.blake2b(f"{self.nonce}:{self._drawn}".encode()).digest()
        return int.from_bytes(digest, "big") >> (512 - count)

    def undo_with(self, inverse: Callable[Concatenate["Tx", P], Any], *args: P.args, **kwargs: P.kwargs) -> None:
        """Say which command takes this one back, where putting the rows back would erase history."""
        del args  # commands take keyword arguments only
        self.inverse = {"command": kind_of(inverse), "args": to_plain(kwargs)}

    def cannot_be_undone(self) -> None:
        """Say that this command only records what happened."""
        self.inverse = {}


_COMMANDS: dict[str, Callable[..., Any]] = {}
_KINDS: dict[Callable[..., Any], str] = {}


def command(kind: str) -> Callable[[Callable[Concatenate[Tx, P], R]], Callable[Concatenate[Tx, P], R]]:
    """Name a function as it stands in the journal, which is also how a replay or an undo finds it."""

    def register(function: Callable[Concatenate[Tx, P], R]) -> Callable[Concatenate[Tx, P], R]:
        if kind in _COMMANDS:
            raise ValueError(f"two commands are called {kind}")
        _COMMANDS[kind] = function
        _KINDS[function] = kind
        return function

    return register


def breaks_a_rule() -> Refusal:
    """Return with what a command is refused where the meeting file itself does not take what it writes."""
    return Refusal(
        _(
            "This would break a rule of the meeting file (something else depends on it, or it exists already): nothing was changed."
        )
    )


def kind_of(function: Callable[..., Any]) -> str:
    """Return the journal's name of a command."""
    return _KINDS[function]


def command_named(kind: str) -> Callable[..., Any]:
    """Return the command that the journal calls `kind`."""
    return _COMMANDS[kind]
