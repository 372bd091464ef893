"""What a command would do, found by doing it: everything is taken back at once, so that a dry run finds what the run would."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from cmc_desk.db.store import Store
from cmc_desk.desk.command import Tx, breaks_a_rule
from cmc_desk.desk.desk import Desk, new_nonce
from cmc_desk.rules.refusal import Refusal

P = ParamSpec("P")
R = TypeVar("R")


# Whoever only looks at what would be waits no longer for another window that writes, in seconds.
_PATIENCE = 2.0


class _Over(Exception):
    """It was tried."""


@dataclass(frozen=True, slots=True)
class Trial:
    """Where something is tried: on the connection of the desk, or on one `beside` it, for another thread than that of the windows."""

    desk: Desk
    beside: Store | None = None

    @property
    def store(self) -> Store:
        """The connection."""
        return self.beside if self.beside is not None else self.desk.store

    def read(self, query: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a query."""
        with self.store.read() as session:
            return query(session, *args, **kwargs)


def tried(trial: Trial, function: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Return what `function` returns in a transaction that is taken back; raise what it raises.

    Nothing of it is in the journal, and nobody is told.
    """
    del args  # keyword arguments only, as those of a command
    calling: Callable[..., R] = function
    desk = trial.desk
    with suppress(_Over), trial.store.write(patience=_PATIENCE) as session:
        try:
            result = calling(Tx(session, desk.clock.now(), desk.author, new_nonce()), **kwargs)
            session.flush()
        except IntegrityError as error:
            raise breaks_a_rule() from error
        raise _Over
    return result


def doing(desk: Desk, *, dry_run: bool) -> Callable[..., Any]:
    """Return what runs a command: so that it is done, or in a dry run so that everything is taken back."""
    return partial(tried, Trial(desk)) if dry_run else desk.do


def refusal_of(tx: Tx, act: Callable[[], object]) -> Refusal | None:
    """Return with what an act is refused in the open transaction, of which nothing is left then; None if it is done."""
    try:
        with tx.session.begin_nested():
            act()
    except Refusal as refusal:
        return refusal
    except IntegrityError:
        return breaks_a_rule()
    return None
