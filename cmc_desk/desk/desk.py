"""One open meeting: commands go in, facts come out, and whoever looks on is told what changed."""

import json
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar, get_type_hints

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from cmc_desk.clock import Clock
from cmc_desk.db import journal
from cmc_desk.db.connection import BUSY_SECONDS
from cmc_desk.db.schema import JournalRow
from cmc_desk.db.store import Store
from cmc_desk.desk.changes import Changes
from cmc_desk.desk.command import Author, Tx, breaks_a_rule, kind_of
from cmc_desk.desk.indexing import index_changes
from cmc_desk.desk.plan_changes import count_changes
from cmc_desk.desk.remembered import TABLES, Remembered
from cmc_desk.desk.undoing import Undoable, Undone, last_undoable, undo
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.plain import from_plain, to_plain
from cmc_desk.rules.refusal import Busy, Refusal, Unavailable

P = ParamSpec("P")
R = TypeVar("R")
Listener = Callable[[frozenset[str]], None]


class Desk:
    """The open meeting of this window: the one way in for every command and query."""

    def __init__(self, store: Store, *, clock: Clock, author: Author) -> None:
        self.store = store
        self.clock = clock
        self.author = author
        self.saved_at: datetime | None = None
        self._listeners: list[Listener] = []
        self._version = store.data_version(patience=BUSY_SECONDS)
        self._kept_out = 0
        self._remembered = Remembered()
        self._apart: set[object] = set()

    def do(self, function: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a command in a transaction of its own, record it, and tell the listeners.

        Raises what the command raises; then nothing was changed.
        """
        del args  # commands take keyword arguments only
        # A nonce that was drawn this instant is in no journal: only `do_once` need look.
        return self._told(self._do(self.store, new_nonce(), function, kwargs, once=False))  # type: ignore[no-any-return] # what the command returns

    def do_promptly(self, function: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a command as `do` does, but at once or not at all: raises Unavailable if the file is not free within `KEEPING_SECONDS`."""
        del args  # as above
        return self._told(  # type: ignore[no-any-return] # see `do`
            self._do(self.store, new_nonce(), function, kwargs, once=False, patience=KEEPING_SECONDS)
        )

    def do_once(self, nonce: str, function: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a command unless `nonce` is in the journal already; then return what was recorded the first time."""
        del args  # commands take keyword arguments only
        return self._told(self._do(self.store, nonce, function, kwargs, once=True))  # type: ignore[no-any-return] # see `do`

    def do_apart(
        self, function: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[R, Callable[[], None]]:
        """Run a long command in a thread of its own; call what comes back with the result in the thread of the listeners.

        It tells the listeners, as `do` does by itself. Meanwhile the windows go on reading, on the connection of the desk.
        """
        del args  # as above
        return self._do_apart(new_nonce(), function, kwargs, once=False)

    def do_once_apart(
        self, nonce: str, function: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[R, Callable[[], None]]:
        """Run a long command as `do_apart` does, unless `nonce` is in the journal already: see `do_once`."""
        del args  # as above
        return self._do_apart(nonce, function, kwargs, once=True)

    def _do_apart(
        self, nonce: str, function: Callable[..., Any], kwargs: dict[str, Any], *, once: bool
    ) -> tuple[Any, Callable[[], None]]:
        token = object()
        self._apart.add(token)
        try:
            with self.beside() as store:
                done = self._do(store, nonce, function, kwargs, once=once)
        finally:
            self._apart.discard(token)
        return done.result, partial(self._tell_of_apart, done)

    @property
    def at_work(self) -> bool:
        """Whether a long command is being written: what need not be read at once is better read afterwards."""
        return bool(self._apart)

    @contextmanager
    def beside(self) -> Iterator[Store]:
        """Open the meeting once more, for long work in another thread: the desk has one connection, and the windows need it."""
        self.store.check_in_place()
        store = Store(self.store.path, self.store.key)
        try:
            yield store
        finally:
            store.close()

    def read(self, query: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a query; it never writes."""
        with self.store.read() as session:
            return query(session, *args, **kwargs)

    def read_promptly(self, query: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a query at once or not at all: raises Unavailable if the file is not free within `KEEPING_SECONDS`."""
        with self.store.read(patience=KEEPING_SECONDS) as session:
            return query(session, *args, **kwargs)

    def keep(self, function: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Write what is being typed: at once or not at all, without a row of the journal.

        The text is on record when its entry is filed or left, or a revision of it is taken: those are commands. Nobody who types waits
        for another process: raises Unavailable if the file is not free within `KEEPING_SECONDS`.
        """
        del args  # keyword arguments only, as those of a command
        calling: Callable[..., R] = function
        changes = Changes()
        with self.store.write(patience=KEEPING_SECONDS) as session:
            changes.watch(session)
            tx = Tx(session, self.clock.now(), self.author, new_nonce(), remembered=self._remembered)
            result = calling(tx, **kwargs)
            session.flush()
        self._emit(changes.ended(), at=tx.now)
        return result

    def undo(self, *, since: int = 0) -> Undone:
        """Take back the last command of this station that has not been taken back yet, and came after row `since` of the journal.

        Raises Refusal if there is none, if it cannot be taken back, or if somebody changed the same thing since.
        """
        return self.do(undo, seq=self.to_undo(since=since).seq)

    def to_undo(self, *, since: int = 0) -> Undoable:
        """Return what `undo` would take back, or refuse to; raises Refusal if there is nothing."""
        found = self.read(last_undoable, station=self.author.station, since=since)
        if found is None:
            raise Refusal(
                _("There is nothing of this session to undo.")
                if since
                else _("There is nothing to undo at this station.")
            )
        return found

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener(tables)` after every change, by whatever window; return the way to stop it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def poll(self) -> bool:
        """Look whether another window has written; if so, tell the listeners that everything may have changed."""
        if self.at_work:
            # While the pages of a long command are written the file is locked: nobody need stand still for that.
            return False
        try:
            version = self.store.data_version()
        except Busy:
            self._kept_out += 1
            if self._kept_out < _LOOKS:
                return False
            raise
        self._kept_out = 0
        if version == self._version:
            return False
        before, self._version = self._version, version
        try:
            self._emit(EVERYTHING, at=None)
        except Unavailable:
            # Somebody could not read what is new: the next look tells it again.
            self._version = before
            raise
        return True

    def close(self) -> None:
        """Close the meeting file."""
        self._listeners.clear()
        self.store.close()

    def _do(
        self,
        store: Store,
        nonce: str,
        function: Callable[..., Any],
        kwargs: dict[str, Any],
        *,
        once: bool,
        patience: float | None = None,
    ) -> "_Done":
        changes = Changes()
        # What is remembered belongs to one connection and one thread.
        remembered = self._remembered if store is self.store else Remembered()
        with store.write(patience=patience) as session:
            if once and (recorded := _recorded(session, nonce)) is not None:
                return _Done(_outcome(function, recorded))
            changes.watch(session)
            tx = Tx(session, self.clock.now(), self.author, nonce, remembered=remembered)
            try:
                result = function(tx, **kwargs)
                session.flush()
            except IntegrityError as error:
                raise breaks_a_rule() from error
            finally:
                if changes.tables & TABLES:
                    remembered.forget()
            index_changes(session, changes)
            count_changes(session, changes, now=tx.now)
            self._record(tx, kind_of(function), kwargs, result, changes)
        return _Done(result, changes.ended(), tx.now)

    def _told(self, done: "_Done") -> Any:
        if done.at is not None:  # what is in the journal already was told when it happened
            try:
                self._emit(done.tables, at=done.at)
            except Unavailable:
                # It is saved, and nobody is to hear that it is not: whoever could not read what is new is told by the next look.
                self._version = _UNKNOWN
        return done.result

    def _tell_of_apart(self, done: "_Done") -> None:
        if done.at is None:
            return
        try:
            version = self.store.data_version()
        except Unavailable:
            self._told(done)
            return
        # To this connection it looks as if another window had written: that is said now, or a poll has said it already.
        self.saved_at = done.at
        if version != self._version:
            self._version = version
            self._emit(done.tables | EVERYTHING, at=done.at)

    def _record(self, tx: Tx, kind: str, args: dict[str, Any], result: Any, changes: Changes) -> None:
        inverse = tx.inverse if tx.inverse is not None else {"rows": changes.recorded()}
        entry = journal.Entry(
            station=self.author.station,
            operator=self.author.operator,
            role=self.author.role.value,
            at=tx.now,
            kind=kind,
            nonce=tx.nonce,
            args=to_plain(args | tx.apart),
            outcome=to_plain(result),
            inverse=inverse or None,
            undoes=tx.undoes,
        )
        journal.append(tx.session, entry)

    def _emit(self, tables: frozenset[str], *, at: datetime | None) -> None:
        if at is not None:
            self.saved_at = at
        for listener in tuple(self._listeners):
            listener(tables)


@dataclass(frozen=True, slots=True)
class _Done:
    """What a command came to; without an instant it was recorded before and nothing has happened now."""

    result: Any
    tables: frozenset[str] = frozenset()
    at: datetime | None = None


def new_nonce() -> str:
    """Return what one act is known by; a window draws it when the form is opened that the act saves."""
    return secrets.token_hex(16)


EVERYTHING: frozenset[str] = frozenset({"*"})
# How long a key may wait for another window that writes: what could not be kept is tried again.
KEEPING_SECONDS = 0.05
# A number that no version of the file has.
_UNKNOWN = -1
# Whoever saves has the file for a moment; that it cannot be read for seconds, at two looks a second, is to be said.
_LOOKS = 6


def _recorded(session: Session, nonce: str) -> str | None:
    return session.scalar(select(JournalRow.outcome).where(JournalRow.nonce == nonce))


def _outcome(function: Callable[..., Any], recorded: str) -> Any:
    return from_plain(get_type_hints(function).get("return", Any), json.loads(recorded))
