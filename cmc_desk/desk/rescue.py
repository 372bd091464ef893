"""When the meeting file cannot be written, what is typed goes to a rescue file elsewhere; the next start offers it.

A line is one save. Of a training meeting it is readable without the program; where the meeting is encrypted each line is sealed with a
key of the meeting, so that only who opens that reads it. The file is for its owner alone, and gone once the meeting has the text.
Cutting away its last lines, or putting an old file back whole, is all that somebody can do who may write there: both offer an older text.
"""

import json
import os
import secrets
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db.keys import DataKey
from cmc_desk.db.own_files import append_line, look_at_folder, read_own
from cmc_desk.db.schema import JournalRow
from cmc_desk.db.sealed_lines import LineSeal
from cmc_desk.desk.command import Author
from cmc_desk.desk.desk import Desk
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.notes import Written
from cmc_desk.rules.plain import from_plain, to_plain
from cmc_desk.rules.refusal import Unavailable

_SUFFIX = ".jsonl"
_ASIDE = ".aside"
_MARK = 12
_PURPOSE = "rescue"


@dataclass(frozen=True, slots=True)
class Rescued:
    """What an entry said when it could not be kept: typed on revision `base`, by whom and when; `file` holds it.

    `filed_at` says when it was filed, if it was. One that is `unsealed` stands in plain words beside an encrypted meeting, as before lines
    were sealed: whoever could write there may have written it, in anybody's name.
    """

    entry: str
    item: str
    started_at: datetime
    at: datetime
    author: str
    station: str
    base: int
    written: Written
    file: str = ""
    filed_at: datetime | None = None
    unsealed: bool = False

    @property
    def author_in_words(self) -> str:
        """The name to show: whose an unsealed text is nobody can tell."""
        return _("not sealed, said to be of {name}").format(name=self.author) if self.unsealed else self.author


class RescueFile:
    """The rescue file of one window; it is made when it is needed, in the first of `folders` that can be written."""

    def __init__(self, folders: Sequence[Path], *, meeting: str, author: Author, key: DataKey | None = None) -> None:
        self._folders = tuple(folders)
        self._seal = _seal_of(key)
        self._name = f"{_prefix(meeting)}{secrets.token_hex(8)}{_SUFFIX}"
        self._author = author
        self._waiting: set[str] = set()
        self._paths: list[Path] = []
        self._lines: Counter[Path] = Counter()

    @property
    def path(self) -> Path | None:
        """Where the texts lie that the meeting does not have, if there are any."""
        return self._paths[-1] if self._paths else None

    def append(
        self,
        *,
        at: datetime,
        entry: str,
        item: str,
        started_at: datetime,
        written: Written,
        base: int,
        filed_at: datetime | None = None,
    ) -> Path:
        """Write what an entry says now, so that it is on the disk when this returns, and return in which file.

        Raises Unavailable if none of the folders can be written either.
        """
        text = Rescued(
            entry=entry,
            item=item,
            started_at=started_at,
            at=at,
            author=self._author.operator,
            station=self._author.station,
            base=base,
            written=written,
            filed_at=filed_at,
        )
        line = _line(text)
        for folder in self._folders:
            path = folder / self._name
            try:
                append_line(path, self._sealed(line, path) + b"\n")
            except OSError:
                continue
            self._lines[path] += 1
            if path not in self._paths:
                self._paths.append(path)
            self._waiting.add(entry)
            return path
        raise Unavailable(
            _(
                "Neither the meeting file nor {folders} can be written: do not close the window, and free some space."
            ).format(folders=", ".join(map(str, self._folders)))
        )

    def settle(self, entry: str) -> None:
        """Learn that the meeting has the text of an entry; when it has all of them, the file goes."""
        self._waiting.discard(entry)
        if not self._waiting:
            for path in self._paths:
                with suppress(OSError):
                    path.unlink()
            self._paths.clear()
            self._lines.clear()

    def _sealed(self, line: bytes, path: Path) -> bytes:
        return line if self._seal is None else self._seal.seal(line, place=path.name, number=self._lines[path])


def rescue_folders(path: Path) -> tuple[Path, ...]:
    """Return where the texts of the meeting file `path` may be rescued to: never beside it, and perhaps on another disk."""
    from platformdirs import user_data_path

    # Computers that several people use have one folder for what is temporary.
    who = os.getuid() if hasattr(os, "getuid") else "user"
    wanted = (user_data_path("cmc-desk") / "rescue", Path(tempfile.gettempdir()) / f"cmc-desk-rescue-{who}")
    return tuple(folder for folder in wanted if folder != path.parent)


def meeting_mark(session: Session) -> str:
    """Return what the rescue files of a meeting are known by: its copies share it, no other meeting has it."""
    return session.scalars(select(JournalRow.digest).where(JournalRow.seq == 1)).one()[:_MARK]


def rescue_file_of(desk: Desk) -> RescueFile:
    """Return the rescue file of this window."""
    folders = rescue_folders(desk.store.path)
    return RescueFile(folders, meeting=desk.read(meeting_mark), author=desk.author, key=desk.store.key)


def rescued_of(desk: Desk) -> tuple[Rescued, ...]:
    """Return what was rescued of this meeting on this computer, by whomever."""
    return rescued(rescue_folders(desk.store.path), desk.read(meeting_mark), key=desk.store.key)


def clear_rescued_of(desk: Desk, texts: Sequence[Rescued], *, taken: bool) -> None:
    """Put away what was looked at of this meeting; see `clear_rescued`."""
    clear_rescued(
        rescue_folders(desk.store.path), desk.read(meeting_mark), texts=texts, taken=taken, key=desk.store.key
    )


def rescued(folders: Sequence[Path], meeting: str, *, key: DataKey | None = None) -> tuple[Rescued, ...]:
    """Return what lies there of a meeting, the newest text that each window kept of an entry, in the order in which they were begun.

    Two windows that typed on one entry have two texts, and both are returned, the older one first.
    """
    seal, found = _seal_of(key), dict[tuple[str, str], Rescued]()
    for path in _files(folders, meeting):
        for text in _read(path, seal)[0]:
            before = found.get((path.name, text.entry))
            if before is None or before.at <= text.at:
                found[path.name, text.entry] = text
    return tuple(sorted(found.values(), key=lambda text: (text.started_at, text.entry, text.at)))


def clear_rescued(
    folders: Sequence[Path], meeting: str, *, texts: Sequence[Rescued], taken: bool, key: DataKey | None = None
) -> None:
    """Put the rescue files of `texts` away: they go if the meeting has what they say, else they are set aside under another name.

    A file that says anything else, such as what a colleague typed meanwhile, stays where it is and is offered again. One with a line
    that could not be read is set aside in any case.
    """
    seal = _seal_of(key)
    looked_at = {(Path(text.file).name, text.entry): text.at for text in texts}
    for path in _files(folders, meeting):
        found, whole = _read(path, seal)
        seen = [looked_at.get((path.name, text.entry)) for text in found]
        if not found or not all(at is not None and text.at <= at for at, text in zip(seen, found, strict=True)):
            continue
        with suppress(OSError):
            if taken and whole:
                path.unlink()
            else:
                path.rename(path.with_name(path.name + _ASIDE))


def _prefix(meeting: str) -> str:
    return f"notes-{meeting}-"


def _files(folders: Sequence[Path], meeting: str) -> Iterable[Path]:
    start = _prefix(meeting)
    for folder in folders:
        with suppress(OSError):
            look_at_folder(folder)
            yield from sorted(
                path for path in folder.iterdir() if path.name.startswith(start) and path.name.endswith(_SUFFIX)
            )


def _seal_of(key: DataKey | None) -> LineSeal | None:
    return LineSeal(key, purpose=_PURPOSE) if key is not None else None


def _line(text: Rescued) -> bytes:
    # The text first: somebody may have to read it in an editor.
    facts = {"text": text.written.text, **to_plain(text)}
    del facts["file"], facts["unsealed"]
    return json.dumps(facts, ensure_ascii=False).encode("utf-8", "replace")


def _read(path: Path, seal: LineSeal | None) -> tuple[list[Rescued], bool]:
    """Return what can be read of a rescue file, and whether that is all of it: the power may have gone in the middle of a line."""
    found, whole, sealed = [], True, 0
    try:
        lines = read_own(path).split(b"\n")
    except OSError:
        return [], False
    for line in lines:
        if not line:
            continue
        # Lines of before they were sealed are read as they stand, and told apart.
        unsealed = seal is not None and line.startswith(b"{")
        try:
            number, content = (sealed, line) if seal is None or unsealed else seal.open(line, place=path.name)
            facts: dict[str, Any] = json.loads(content.decode("utf-8", "replace"))
            facts.pop("text", None)
            text: Rescued = from_plain(Rescued, facts | {"file": str(path), "unsealed": unsealed})
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            whole = False
        else:
            found.append(text)
            # Those of before lines had numbers, sealed or not, tell nothing of what else was there.
            if not unsealed and number is not None:
                whole = whole and number == sealed
                sealed = number + 1
    return found, whole
