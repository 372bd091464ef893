"""Where a folder really lies: on a disk of this computer, in a synchronised folder, or on the network."""

import os
import shutil
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath, PurePosixPath

# What a synchronising program calls its folder, in small letters; "OneDrive - Agency" and "Dropbox (Office)" begin like this.
_SYNCHRONISED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "mobile documents": "iCloud",
    "cloudstorage": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud": "pCloud",
    "box sync": "Box",
    "seafile": "Seafile",
}
# Folders may have been renamed; these marks stay in them.
_MARKS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".stfolder": "Syncthing",
}
_NETWORK = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb2",
        "smb3",
        "smbfs",
        "afs",
        "ceph",
        "glusterfs",
        "9p",
        "davfs",
        "vboxsf",
        "prl_fs",
        "fuse.sshfs",
        "fuse.rclone",
        "fuse.davfs2",
        "fuse.glusterfs",
        "fuse.gvfsd-fuse",
        "fuse.vmhgfs-fuse",
    }
)
_MOUNTS = Path("/proc/mounts")
_REMOTE_DRIVE = 4


class PlaceKind(StrEnum):
    """Whether a meeting file is safe in a folder: another program or another computer may write to it there."""

    LOCAL = "local"
    SYNCHRONISED = "synchronised"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class Place:
    """A folder as it was found: its kind, who synchronises it or which file system it is on, the free space in bytes if known."""

    kind: PlaceKind
    name: str = ""
    free: int | None = None


def place_of(folder: Path) -> Place:
    """Look at `folder`, or at the nearest folder above it that exists."""
    there = next((parent for parent in (folder, *folder.parents) if parent.is_dir()), folder)
    try:
        resolved = there.resolve()
        free: int | None = shutil.disk_usage(there).free
    except OSError:
        resolved, free = there, None
    found = kind_of_path(folder)
    if found[0] is PlaceKind.LOCAL:
        # A link may lead into a synchronised folder, and a mark may lie in any folder above.
        found = kind_of_path(resolved)
    if found[0] is PlaceKind.LOCAL:
        found = _marked(resolved)
    if found[0] is PlaceKind.LOCAL:
        found = _mounted(resolved)
    return Place(found[0], found[1], free)


def kind_of_path(path: PurePath) -> tuple[PlaceKind, str]:
    """Classify a path by its words alone: a share of the network, or the folder of a synchronising program."""
    text = str(path)
    if text.startswith(("\\\\", "//")) and not text.startswith(("\\\\?\\", "\\\\.\\")):
        return PlaceKind.NETWORK, "UNC"
    for part in path.parts:
        small = part.casefold()
        for word, name in _SYNCHRONISED.items():
            if small.startswith(word):
                return PlaceKind.SYNCHRONISED, name
    return PlaceKind.LOCAL, ""


def file_system_of(path: PurePosixPath, mounts: str) -> str:
    """Return the type of the file system that `path` is on; `mounts` is the text of /proc/mounts."""
    best, kind = PurePosixPath("/"), ""
    for line in mounts.splitlines():
        words = line.split(" ")
        if len(words) < 3:
            continue
        # Blanks in a path are written as octal there.
        point = PurePosixPath(words[1].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\"))
        if path.is_relative_to(point) and len(point.parts) >= len(best.parts):
            best, kind = point, words[2]
    return kind


def is_network(file_system: str) -> bool:
    """Tell whether a type of file system is that of another computer."""
    return file_system in _NETWORK


def _marked(folder: Path) -> tuple[PlaceKind, str]:
    for parent in (folder, *folder.parents):
        for mark, name in _MARKS.items():
            # The home folder holds the settings of Dropbox under the same name as the mark of its folder.
            if parent != Path.home() and (parent / mark).exists():
                return PlaceKind.SYNCHRONISED, name
    return PlaceKind.LOCAL, ""


def _mounted(folder: Path) -> tuple[PlaceKind, str]:
    if sys.platform == "win32":
        import ctypes

        remote = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _REMOTE_DRIVE
        return (PlaceKind.NETWORK, folder.anchor) if remote else (PlaceKind.LOCAL, "")
    if not os.access(_MOUNTS, os.R_OK):
        return PlaceKind.LOCAL, ""
    kind = file_system_of(PurePosixPath(folder), _MOUNTS.read_text(encoding="utf-8", errors="replace"))
    return (PlaceKind.NETWORK, kind) if is_network(kind) else (PlaceKind.LOCAL, "")
