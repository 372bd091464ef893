"""One meeting file: made, opened, read and written."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from cmc_desk.db.connection import APPLICATION_ID, BUSY_SECONDS, connect, is_encrypted, journal_of, trouble
from cmc_desk.db.engines import engine_of
from cmc_desk.db.foreign import what_else
from cmc_desk.db.keys import DataKey, key_file_of, new_data_key, unlock, write_key_file
from cmc_desk.db.migrations import SCHEMA_VERSION, migrate
from cmc_desk.db.note_search import create_note_index
from cmc_desk.db.schema import Base
from cmc_desk.db.search import create_index
from cmc_desk.db.triggers import create_triggers
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Damaged, Refusal, Unavailable

SUFFIX = ".cmc"
# How long a command waits for a reading of the same window, such as the gathering of a paper.
_PATIENCE_SECONDS = 2.5
# How long a window stands still while another program holds the file: then it says so, and what was typed is kept.
HASTY_SECONDS = 2.5
# A window looks twice a second, while somebody types in it.
_LOOKING_SECONDS = 0.05


class Store:
    """An open meeting file; transactions begin and end in `write` and `read` only."""

    def __init__(self, path: Path, key: DataKey | None, *, engine: Engine | None = None) -> None:
        self.path = path
        self.key = key
        self._identity = _identity(path)
        self._engine = engine or engine_of(path, key, patience=_PATIENCE_SECONDS)
        self._hasty: tuple[int, float] | None = None

    def hasten(self, seconds: float = HASTY_SECONDS) -> None:
        """Let this thread wait for at most so long from now on while another process holds the file: the windows stand in it."""
        self._hasty = (threading.get_ident(), seconds)

    @property
    def encrypted(self) -> bool:
        """Whether the file needs a passphrase; a training file does not."""
        return self.key is not None

    @contextmanager
    def write(self, *, patience: float | None = None) -> Iterator[Session]:
        """Open the one transaction of a command; while another process writes, wait for at most `patience` seconds (see `hasten`).

        Raises Unavailable if the file was moved or replaced underneath, or the disk or a lock is in trouble.
        """
        self.check_in_place()
        with self._session("BEGIN IMMEDIATE", patience=patience) as session:
            yield session

    @contextmanager
    def read(self, *, patience: float | None = None) -> Iterator[Session]:
        """Open a short reading transaction; a long one would hold back everybody's commit."""
        with self._session("BEGIN", patience=patience) as session:
            yield session

    def data_version(self, *, patience: float = _LOOKING_SECONDS) -> int:
        """Return a number that changes when another process has written to the file.

        Raises Busy if it is being written to and not free within `patience` seconds, which a window that looks does not wait for;
        Unavailable if it is in trouble.
        """
        try:
            with self._engine.connect() as connection, _waiting(_driver(connection), patience):
                return _data_version(connection)
        except dbapi2.Error as error:
            raise trouble(error, self.path) from error
        except PoolTimeout as error:
            raise Unavailable(
                _("Something else in this window is still at work on {name}: try again.").format(name=self.path.name)
            ) from error

    def check_in_place(self) -> None:
        """Raise Unavailable if the file that was opened is no longer the one at its path."""
        if _identity(self.path) != self._identity:
            raise Unavailable(
                _(
                    "{name} was moved, deleted or replaced while it was open: nothing more is written to it; save a copy elsewhere."
                ).format(name=self.path.name)
            )

    def close(self) -> None:
        """Close the file."""
        self._engine.dispose()

    @contextmanager
    def _session(self, begin: str, *, patience: float | None) -> Iterator[Session]:
        if patience is None:
            thread, seconds = self._hasty or (0, BUSY_SECONDS)
            patience = seconds if thread == threading.get_ident() else BUSY_SECONDS
        try:
            with self._engine.connect() as connection, _waiting(_driver(connection), patience):
                # Straight to the driver, which is told not to begin anything by itself: a listener would be asked at every statement.
                _driver(connection).execute(begin)
                with Session(connection, expire_on_commit=False) as session, session.begin():
                    yield session
        except IntegrityError:
            # A rule of the database was broken: whoever asked knows what it means.
            raise
        except DBAPIError as error:
            raise trouble(error.orig or error, self.path) from error
        except dbapi2.Error as error:
            raise trouble(error, self.path) from error
        except PoolTimeout as error:
            raise Unavailable(
                _("Something else in this window is still at work on {name}: try again.").format(name=self.path.name)
            ) from error


def create(path: Path, *, passphrase: str = "", recovery: str = "") -> Store:
    """Make a new, empty meeting file and open it; without a passphrase it is a plain training file.

    Raises Refusal if something stands at `path` already, Unavailable if the folder cannot be written.
    """
    for taken in (path, key_file_of(path)):
        if taken.exists():
            raise Refusal(_("{path} exists already: choose another name.").format(path=taken), field="path")
    key = new_data_key() if passphrase else None
    try:
        if key is not None:
            write_key_file(key_file_of(path), key, passphrase=passphrase, recovery=recovery)
        return _made(path, key)
    except BaseException:
        # Nothing stood here before, and half a meeting would be in the way of the next attempt.
        for gone in (path, journal_of(path), key_file_of(path)):
            with suppress(OSError):
                gone.unlink()
        raise


def open_store(path: Path, *, secret: str = "", key: DataKey | None = None) -> Store:
    """Open the meeting file at `path` with a passphrase or recovery key, or with a data key that is known already.

    Raises Refusal if it is not a meeting file, is damaged, is newer than this program, or `secret` is wrong; Unavailable if the
    folder cannot be written or the disk is in trouble. An older file is copied, then migrated.
    """
    check_is_meeting_file(path)
    if key is None and is_encrypted(path):
        key = unlock(key_file_of(path), secret)
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise Unavailable(
            _("{path} is read-only: copy it to a folder where you may write, and open the copy.").format(path=path)
        )
    connection = connect(path, key, accept=lambda fresh: _check_kind(fresh, path))
    try:
        version = _check_content(connection, path)
        if version < SCHEMA_VERSION:
            migrate(connection, path, key, version)
    except dbapi2.Error as error:
        raise trouble(error, path) from error
    finally:
        connection.close()
    return Store(path, key)


def check_is_meeting_file(path: Path) -> None:
    """Raise Refusal if there is no file with something in it at `path`, or if it is plainly something else."""
    if not path.is_file():
        raise Refusal(_("There is no meeting file {path}: check the name.").format(path=path), field="path")
    if path.stat().st_size == 0:
        raise Refusal(
            _("{path} is empty, not a meeting file: open the newest backup instead.").format(path=path), field="path"
        )
    if kind := what_else(path):
        raise Refusal(_("{path} is {kind}, not a meeting file of CMC Desk.").format(path=path, kind=kind), field="path")


def _made(path: Path, key: DataKey | None) -> Store:
    connection = connect(path, key, new=True)
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except dbapi2.Error as error:
        raise trouble(error, path) from error
    finally:
        connection.close()
    path.chmod(0o600)
    store = Store(path, key)
    try:
        with store.write() as session:
            Base.metadata.create_all(session.connection())
            create_index(session.connection())
            create_note_index(session.connection())
            create_triggers(session.connection())
    except BaseException:
        store.close()
        raise
    return store


def _check_kind(connection: Any, path: Path) -> int:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise Refusal(_("{path} is a database, but not a meeting file of CMC Desk.").format(path=path), field="path")
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > SCHEMA_VERSION:
        raise Refusal(
            _(
                "{path} was written by a newer program (its format {theirs}, ours {ours}): update CMC Desk; the file is left as it is."
            ).format(path=path, theirs=_dotted(version), ours=_dotted(SCHEMA_VERSION)),
            field="path",
        )
    return version


def _check_content(connection: Any, path: Path) -> int:
    version = _check_kind(connection, path)
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise Damaged(
            _(
                "{name} is damaged: part of it can no longer be read. It is left as it is, bring the newest copy back."
            ).format(name=path.name),
            copies=_copies_folder(connection),
        )
    return version


def _copies_folder(connection: Any) -> str:
    """Return the folder that the meeting names for its copies, if this part of the file is whole."""
    try:
        row = connection.execute("SELECT backup_folder FROM meeting").fetchone()
    except dbapi2.Error:
        return ""
    return str(row[0]) if row else ""


def data_version(session: Session) -> int:
    """Return a number that changes when another connection has written to the file."""
    return _data_version(session.connection())


def _data_version(connection: Connection) -> int:
    return int(_driver(connection).execute("PRAGMA data_version").fetchone()[0])


@contextmanager
def _waiting(driver: Any, patience: float) -> Iterator[None]:
    if patience == BUSY_SECONDS:
        yield
        return
    driver.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")
    try:
        yield
    finally:
        driver.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")


def _driver(connection: Connection) -> Any:
    return connection.connection.dbapi_connection


def _dotted(version: int) -> str:
    return f"{version // 1000}.{version % 1000}"


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
