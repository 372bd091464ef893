"""Copies of a meeting file that were opened and checked before they are called copies."""

import contextlib
import glob
import itertools
import os
import re
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from cmc_desk.db.connection import APPLICATION_ID, connect, journal_of, trouble
from cmc_desk.db.files import sync_folder, write_atomically
from cmc_desk.db.identity import are_different, mark_in, mark_of
from cmc_desk.db.keys import DataKey, key_file_of
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.rules.thinning import keep

_STAMP = "%Y%m%dT%H%M%SZ"
# NAME.MARK.20191205T135107Z
_NAME = re.compile(r"(?P<stem>.+?)(?:\.(?P<mark>[0-9a-f]{8}))?\.(?P<stamp>\d{8}T\d{6}Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Copy:
    """A verified copy of a meeting: where, of which instant, and the journal's last row in it."""

    path: Path
    taken_at: datetime
    journal_seq: int


def make_copy(source: Path, folder: Path, *, key: DataKey | None, now: datetime) -> Copy:
    """Copy the meeting at `source` into `folder`, open the copy, check it, and thin out the older ones.

    Nothing is taken from a file that fails its check, so that a damaged file never replaces good copies.
    Raises Refusal if the file itself fails the check, Unavailable if the folder cannot be written or the copy is not as it should be.
    """
    if not source.is_file():
        # The library would make an empty file of that name.
        raise Unavailable(_("{name} is not there any more: no copy was taken.").format(name=source.name))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        connection = connect(source, key)
        try:
            _check(connection, source)
            head = _head(connection)
            mark = mark_of(source) if key is not None else mark_in(connection)
            target = folder / _name(source, mark, now)
            copy_database(connection, target, key, expected=head)
        finally:
            connection.close()
        if key is not None:
            _copy_key(source, target)
        sync_folder(folder)
    except dbapi2.Error as error:
        raise trouble(error, source) from error
    except OSError as error:
        raise Unavailable(
            _("No copy could be made in {folder} ({reason}): choose another backup folder.").format(
                folder=folder, reason=error.strerror
            )
        ) from error
    _thin(source, folder, mark, now=now)
    return Copy(target, now, head[0])


def copy_database(
    connection: Any, target: Path, key: DataKey | None, *, expected: tuple[int, str] | None = None
) -> None:
    """Copy an open database to `target`, open the copy anew and check that it is whole and has the same journal head.

    Raises Unavailable if it is not: what is wrong with a copy is the trouble of the disk it was written to, not of the meeting.
    """
    # A name of its own: a copy by hand may be made in the second of one by the clock.
    part = target.with_name(f"{target.name}.{secrets.token_hex(4)}.part")
    try:
        with _trouble_of_the_copy(target):
            copy = connect(part, key, new=True)
            try:
                connection.backup(copy)
            finally:
                copy.close()
            part.chmod(0o600)
            checked = connect(part, key)
            try:
                _check(checked, part)
                head = _head(checked)
            finally:
                checked.close()
        if expected is not None and head != expected:
            raise Unavailable(_("The meeting changed while it was being copied: the copy will be tried again."))
        with part.open("rb") as stream:
            os.fsync(stream.fileno())
        part.replace(target)
    finally:
        # The journal stays behind, empty; the part itself only if something went wrong.
        for left in (part, journal_of(part)):
            with contextlib.suppress(OSError):
                left.unlink()


@contextlib.contextmanager
def _trouble_of_the_copy(target: Path) -> Iterator[None]:
    try:
        yield
    except (Refusal, dbapi2.Error) as error:
        found = error if isinstance(error, Refusal) else trouble(error, target)
        if isinstance(found, Unavailable):
            raise found from error
        raise Unavailable(
            _("The copy in {folder} is not as it was written: try again, or choose another backup folder.").format(
                folder=target.parent
            )
        ) from error


def copies_of(source: Path, folder: Path) -> Sequence[tuple[datetime, Path]]:
    """Return the copies of a meeting in `folder`, newest first.

    Copies of another meeting whose file has the same name are not among them; only where `source` itself cannot be read any more, it
    cannot be told apart from them.
    """
    return _copies(source, folder, mark_of(source))


def name_before(copy: Path) -> str:
    """Return what the file was called of which `copy` was taken."""
    named = _NAME.fullmatch(copy.name.removesuffix(copy.suffix))
    return f"{named['stem'] if named else copy.stem}{copy.suffix}"


def restore(copy: Path, target: Path, *, key: DataKey | None, now: datetime) -> Path | None:
    """Put a checked copy in the place of `target`; return where the file that stood there was set aside, if there was one.

    Raises Refusal if the copy fails its check or is of another meeting than `target`; then `target` is as it was.
    """
    if are_different(copy, target):
        raise Refusal(
            _("{copy} is a copy of another meeting than {name}: restore it under another name.").format(
                copy=copy.name, name=target.name
            ),
            field="path",
        )
    aside = _aside(target, now)
    fresh = target.with_name(f".{target.name}.restoring")
    try:
        connection = connect(copy, key)
        try:
            _check(connection, copy)
            copy_database(connection, fresh, key, expected=_head(connection))
        finally:
            connection.close()
        _move(target, aside)
        fresh.replace(target)
        if key is not None:
            _copy_key(copy, target)
        sync_folder(target.parent)
    except dbapi2.Error as error:
        raise trouble(error, copy) from error
    except OSError as error:
        raise Unavailable(
            _("{path} cannot be restored ({reason}).").format(path=target, reason=error.strerror)
        ) from error
    return aside if aside.exists() else None


def set_aside(target: Path, *, now: datetime) -> Path:
    """Make room where `target` stands and return where it is now; nothing is written over.

    Raises Unavailable if the folder cannot be written.
    """
    aside = _aside(target, now)
    try:
        _move(target, aside)
    except OSError as error:
        raise Unavailable(
            _("{path} cannot be set aside ({reason}).").format(path=target, reason=error.strerror)
        ) from error
    return aside


def _aside(target: Path, now: datetime) -> Path:
    name = f"{target.stem}.aside-{now.astimezone(UTC).strftime(_STAMP)}"
    asides = (
        target.with_name(f"{name}{'' if number == 1 else f'-{number}'}{target.suffix}") for number in itertools.count(1)
    )
    return next(one for one in asides if not any(taken.exists() for taken in (one, journal_of(one), key_file_of(one))))


def _move(target: Path, aside: Path) -> None:
    """Move a meeting file and its journal away together, its key file with them.

    The journal of a program that was killed holds the pages as they were. Without it the file that is set aside is half a
    transaction; left where it is, SQLite would roll those pages into whatever takes the place of that file.
    """
    journal = journal_of(target)
    if key_file_of(target).exists():
        _copy_key(target, aside)
    if journal.exists() and journal.stat().st_size:
        # Under both names for a moment: whenever the power fails, the file has its journal beside it.
        try:
            journal_of(aside).hardlink_to(journal)
        except OSError:
            # A memory stick has one name for each file.
            write_atomically(journal_of(aside), journal.read_bytes(), private=True)
    if target.exists():
        target.replace(aside)
        sync_folder(target.parent)
    journal.unlink(missing_ok=True)
    sync_folder(target.parent)


def _copy_key(source: Path, target: Path) -> None:
    write_atomically(key_file_of(target), key_file_of(source).read_bytes(), private=True)


def _check(connection: Any, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise Refusal(_("{path} is not a meeting file of CMC Desk.").format(path=path))
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise Refusal(
            _(
                "{path} is damaged: part of it can no longer be read. No copy is taken from it, the earlier ones are kept."
            ).format(path=path)
        )


def _head(connection: Any) -> tuple[int, str]:
    row = connection.execute("SELECT seq, digest FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return (int(row[0]), str(row[1])) if row else (0, "")


def _thin(source: Path, folder: Path, mark: str, *, now: datetime) -> None:
    copies = _copies(source, folder, mark)
    kept = set(keep([taken for taken, _path in copies], now=now))
    for taken, path in copies:
        if taken not in kept:
            for gone in (path, key_file_of(path)):
                with contextlib.suppress(OSError):
                    gone.unlink()


def _name(source: Path, mark: str, now: datetime) -> str:
    parts = (source.stem, mark, now.astimezone(UTC).strftime(_STAMP))
    return ".".join(part for part in parts if part) + source.suffix


def _copies(source: Path, folder: Path, mark: str) -> Sequence[tuple[datetime, Path]]:
    found: list[tuple[datetime, Path]] = []
    for path in folder.glob(f"{glob.escape(source.stem)}.*{source.suffix}"):
        named = _NAME.fullmatch(path.name.removesuffix(source.suffix))
        if named is None or named["stem"] != source.stem:
            continue
        # The names of earlier copies do not say of which meeting they are: those are looked into.
        if mark and mark != (named["mark"] or mark_of(path)):
            continue
        with contextlib.suppress(ValueError):
            found.append((datetime.strptime(named["stamp"], _STAMP).replace(tzinfo=UTC), path))
    return sorted(found, reverse=True)
