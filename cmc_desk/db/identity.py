"""Which meeting a file holds, told without its passphrase: two meetings may have the same file name."""

import hashlib
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from cmc_desk.db.keys import key_file_of, recovery_salt

_LENGTH = 8
_FIRST_ROW = "SELECT digest FROM journal WHERE seq = 1"


def mark_of(path: Path) -> str:
    """Return eight letters that every copy of the meeting at `path` shares and no other meeting has; empty if none can be told.

    Of an encrypted meeting they come from what stays the same in its key file, of a training meeting from the first row of its journal.
    """
    try:
        # Without a lock and without rolling back: a file that is damaged or half written is looked at, not touched. And by the library
        # alone: it may be the meeting of this very process, see `is_encrypted`.
        connection = dbapi2.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    except dbapi2.Error:
        return ""
    try:
        return mark_in(connection)
    except dbapi2.Error as error:
        if getattr(error, "sqlite_errorname", "") != "SQLITE_NOTADB":
            return ""
        # What the library takes for no database at all is encrypted, or is nothing of ours and has no key file.
        salt = recovery_salt(key_file_of(path))
        return _mark(salt) if salt else ""
    finally:
        connection.close()


def are_different(one: Path, other: Path) -> bool:
    """Tell whether two files hold different meetings for certain; a file that is not there or cannot be read may hold any."""
    marks = mark_of(one), mark_of(other)
    return all(marks) and marks[0] != marks[1]


def mark_in(connection: Any) -> str:
    """Return the mark of the unencrypted meeting that is open on `connection`."""
    row = connection.execute(_FIRST_ROW).fetchone()
    return _mark(str(row[0])) if row else ""


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]
