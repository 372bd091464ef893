"""What the foot of the first window says about where a meeting lies, and what its check line says about file and key."""

from dataclasses import dataclass
from datetime import datetime

from cmc_desk.desk.meeting_files import MeetingFile, Place, PlaceKind
from cmc_desk.i18n import gettext as _
from cmc_desk.ui.days import when_words
from cmc_desk.ui.parts.callout import CalloutKind

_LITTLE = 500_000_000


@dataclass(frozen=True, slots=True)
class Check:
    """The check line of a meeting; `why_not` says why it cannot be opened, if so."""

    kind: CalloutKind
    title: str
    second: str
    why_not: str = ""


def place_words(place: Place) -> tuple[str, bool]:
    """Return one line about a folder, and whether it is a warning."""
    free = "" if place.free is None else _("{size} free.").format(size=size_words(place.free))
    if place.kind is PlaceKind.SYNCHRONISED:
        words = _(
            "This folder is synchronised by {name}: it can exchange the file while it is open. Move it out of there."
        )
        return words.format(name=place.name), True
    if place.kind is PlaceKind.NETWORK:
        return _("This folder is on the network: a meeting file is safe only on a disk of this computer."), True
    if place.free is not None and place.free < _LITTLE:
        return _("Stored on this computer only. Only {free}").format(free=free), True
    return _("Stored on this computer only. Folder is not synchronised. {free}").format(free=free).strip(), False


def size_words(size: int) -> str:
    """Return a size as `41 GB` or `320 MB`, rounded down."""
    return f"{size // 10**9} GB" if size >= 10**9 else f"{size // 10**6} MB"


def check_of(found: MeetingFile, *, now: datetime) -> Check:
    """Say whether file and key are there, and when the last copy was taken."""
    copied = (
        _("Last copy {when}").format(when=when_words(found.last_copy.astimezone(), now.astimezone()))
        if found.last_copy
        else _("No copy found yet")
    )
    if not found.exists:
        gone = _("The file is not there any more")
        return Check("coral", gone, _("{path} · {copied}").format(path=found.path, copied=copied), why_not=gone)
    if not found.encrypted:
        return Check(
            "amber",
            _("Training meeting, not encrypted"),
            _("For fictional people only · {copied}").format(copied=copied),
        )
    if not found.has_key:
        missing = _("The key file is missing")
        second = _("Put {name}.key back beside the file; one lies with every copy · {copied}")
        return Check("coral", missing, second.format(name=found.path.name, copied=copied), why_not=missing)
    return Check(
        "leaf", _("File and key are together"), _("{copied} · {folder}").format(copied=copied, folder=found.path.parent)
    )
