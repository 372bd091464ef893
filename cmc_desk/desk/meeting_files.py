"""What can be known of a meeting file before it is opened; cheap enough for the first window."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cmc_desk.db.files import make_folder
from cmc_desk.db.places import Place, PlaceKind, place_of

__all__ = [
    "MeetingFile",
    "Place",
    "PlaceKind",
    "found_in",
    "home",
    "look_at",
    "make_folder",
    "needs_no_secret",
    "place_of",
]

SUFFIX = ".cmc"


@dataclass(frozen=True, slots=True)
class MeetingFile:
    """A meeting file as it lies there: `has_key` says that its key file is beside it, `last_copy` when the newest copy was taken."""

    path: Path
    exists: bool
    encrypted: bool = False
    has_key: bool = False
    last_copy: datetime | None = None


def home() -> Path:
    """Return the folder in which meetings are kept on this computer."""
    from platformdirs import user_data_path

    return user_data_path("cmc-desk") / "meetings"


def found_in(folder: Path) -> Sequence[Path]:
    """Return the meeting files in `folder`; what was set aside by a restore is not one of them."""
    if not folder.is_dir():
        return ()
    return tuple(
        path for path in sorted(folder.glob(f"*{SUFFIX}")) if ".aside-" not in path.name and path.name[0] != "."
    )


def needs_no_secret(path: Path) -> bool:
    """Tell whether a meeting lies at `path` that opens without a passphrase."""
    from cmc_desk.db.connection import is_encrypted

    try:
        return not is_encrypted(path)
    except OSError:
        return False


def look_at(path: Path, *, copies_folder: Path | None = None) -> MeetingFile:
    """Return what can be seen of the meeting `path` from outside."""
    from cmc_desk.db.connection import is_encrypted
    from cmc_desk.db.keys import key_file_of
    from cmc_desk.desk.backups import copies

    try:
        encrypted = is_encrypted(path)
    except OSError:
        return MeetingFile(path, exists=False)
    newest = next(iter(copies(path, copies_folder)), None)
    return MeetingFile(
        path,
        exists=True,
        encrypted=encrypted,
        has_key=key_file_of(path).is_file(),
        last_copy=newest.taken_at if newest else None,
    )
