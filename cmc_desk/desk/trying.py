"""What a command would do, found by doing it: everything is taken back at once, so that a dry run finds what the run would."""

from collections.abc import Callable
from contextlib import suppress
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy.exc import IntegrityError

from cmc_desk.desk.command import Tx, breaks_a_rule
from cmc_desk.desk.desk import Desk, new_nonce
from cmc_desk.rules.refusal import Refusal

P = ParamSpec("P")
R = TypeVar("R")


class _Over(Exception):
    """It was tried."""


def tried(desk: Desk, function: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Return what `function` returns in a transaction that is taken back; raise what it raises.

    Nothing of it is in the journal, and nobody is told.
    """
    del args  # keyword arguments only, as those of a command
    calling: Callable[..., R] = function
    with suppress(_Over), desk.store.write() as session:
        try:
            result = calling(Tx(session, desk.clock.now(), desk.author, new_nonce()), **kwargs)
            session.flush()
        except IntegrityError as error:
            raise breaks_a_rule() from error
        raise _Over
    return result


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
