"""Connections to a meeting file: the key first, then settings that are read back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from cmc_desk.db.keys import DataKey
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Busy, Damaged, Refusal, Unavailable

APPLICATION_ID = 0x434D4344  # "CMCD"
PLAIN_HEADER = b"SQLite format 3\0"
# Four desks that write without a pause make one of them wait for more than two seconds now and then, six on a busy machine for more than
# five: SQLite lets whoever asks at the right moment go first, and asks ten times a second.
BUSY_SECONDS = 15.0

# TRUNCATE + EXTRA lost no acknowledged commit in simulated power cuts, and with a rollback journal and normal locking a file that is
# renamed underneath fails at the next commit instead of swallowing it.
_SETTINGS: dict[str, tuple[str, Any]] = {
    "journal_mode": ("TRUNCATE", "truncate"),
    "synchronous": ("EXTRA", 3),
    "foreign_keys": ("ON", 1),
    "secure_delete": ("ON", 1),
    "trusted_schema": ("OFF", 0),
    # What is put in the place of a row (INSERT OR REPLACE) deletes it: without this no trigger would hear of it.
    "recursive_triggers": ("ON", 1),
    "locking_mode": ("NORMAL", "normal"),
    # In KiB: a meeting of ten thousand people stays in memory, where no page need be decrypted again.
    "cache_size": ("-65536", -65536),
}
# Those of them that say what may be written.
_RULES = ("foreign_keys", "trusted_schema", "recursive_triggers")
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")


def connect(
    path: Path, key: DataKey | None, *, new: bool = False, accept: Callable[[Any], object] | None = None
) -> Any:
    """Return a DB-API connection to `path` with every setting applied and read back.

    Only with `new` is a file made where there is none: the library would put an empty one in the place of one that was moved away.
    `accept` is asked before any setting, because a setting may already change a file that is not ours.
    Raises what `accept` raises, Refusal if the file is not readable with `key`, Unavailable if the disk or a lock is in trouble.
    """
    connection = None
    try:
        connection = dbapi2.connect(
            f"{path.absolute().as_uri()}?mode={'rwc' if new else 'rw'}",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        if key is not None:
            # Before the key: SQLCipher prints on stderr when a page or a key is wrong.
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f'PRAGMA key = "{key.pragma}"')
        if accept is not None:
            accept(connection)
        _apply_settings(connection)
    except dbapi2.Error as error:
        if connection is not None:
            connection.close()
        raise trouble(error, path) from error
    except BaseException:
        if connection is not None:
            connection.close()
        raise
    return connection


def as_ever(copy: Any) -> None:
    """Let a copy in memory keep the rules that a meeting file keeps; where its pages lie is nobody's business."""
    for name in _RULES:
        copy.execute(f"PRAGMA {name} = {_SETTINGS[name][0]}")


def _apply_settings(connection: Any) -> None:
    for name, (value, expected) in _SETTINGS.items():
        connection.execute(f"PRAGMA {name} = {value}").fetchall()
        if connection.execute(f"PRAGMA {name}").fetchone()[0] != expected:
            raise Unavailable(
                _(
                    "This computer's database library refuses the setting {name} = {value}: the meeting is not opened."
                ).format(name=name, value=value)
            )


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps what an unfinished transaction of `path` has overwritten: the two belong together."""
    return path.with_name(path.name + "-journal")


def is_encrypted(path: Path) -> bool:
    """Tell whether `path` is an encrypted meeting file; a plain one begins as every SQLite file does.

    Never of the meeting that this process has open: on POSIX, closing any handle of a file lets go of all locks that the process has on
    it, those of a command that is just being written too, and another desk would write into the middle of it.
    """
    with path.open("rb") as stream:
        return stream.read(len(PLAIN_HEADER)) != PLAIN_HEADER


def trouble(error: BaseException, path: Path) -> Refusal | Unavailable:
    """Turn an error of the database library into the sentence that a person needs."""
    name = str(getattr(error, "sqlite_errorname", "") or "")
    if name.startswith(_DAMAGED):
        return Damaged(
            _(
                "{name} is damaged or does not belong to its key file: it is left as it is, bring the newest copy back."
            ).format(name=path.name)
        )
    if name.startswith("SQLITE_BUSY"):
        return Busy(_("Another window is writing to {name}: try again.").format(name=path.name))
    sentences = {
        "SQLITE_FULL": _("The disk with {name} is full: free some space and try again."),
        "SQLITE_READONLY": _("{name} can no longer be written (moved, replaced or read-only): save a copy elsewhere."),
        "SQLITE_CANTOPEN": _("{name} cannot be opened: check that the folder is there and may be written."),
    }
    for prefix, sentence in sentences.items():
        if name.startswith(prefix):
            return Unavailable(sentence.format(name=path.name))
    return Unavailable(
        _("The disk with {name} does not answer as it should ({reason}): try again.").format(
            name=path.name, reason=name
        )
    )
