"""The manifest of a closing kit: which files belong to it, and what is not as it was when it was made."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from cmc_desk.rules.plain import from_plain, to_plain

# The manifest itself, and the same digests as other programs check them.
MANIFEST, SUMS = "manifest.json", "SHA256SUMS"
# No database counts further.
_MOST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class KitFile:
    """A file of the kit: its path in the folder, with slashes, its length in bytes, and its SHA-256."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a kit is made of; `journal` is the digest of the last of `rows` rows of the journal when it was made (aware)."""

    meeting: str
    meeting_key: str
    made_at: datetime
    made_by: str
    program: str
    rows: int
    journal: str
    files: tuple[KitFile, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found of a kit: files that are `missing`, `changed`, or `added` since.

    `journal` says whether the meeting has the past that the manifest tells of, `recorded` whether its journal knows this manifest: whoever
    changes a file can write its new digest into the manifest, but not into the journal.
    """

    files: int
    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    journal: bool = True
    recorded: bool = True

    @property
    def whole(self) -> bool:
        """Whether everything is as it was made."""
        return not (self.missing or self.changed or self.added) and self.journal and self.recorded


def written(manifest: Manifest) -> bytes:
    """Return a manifest as it is written."""
    return (json.dumps(to_plain(manifest), ensure_ascii=False, indent=1) + "\n").encode()


def read(content: bytes) -> Manifest:
    """Return the manifest that was written; raises ValueError if it is none."""
    try:
        told: Any = json.loads(content)
        found: Manifest = from_plain(Manifest, {name: told[name] for name in Manifest.__slots__})
        # What is null stays so, and a manifest may say anything.
        numbers: list[Any] = [found.rows, *(one.size for one in found.files)]
        if all(isinstance(one, int) and 0 <= one <= _MOST for one in numbers):
            return found
        raise ValueError("this is no manifest of a closing kit: its numbers are none")
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("this is no manifest of a closing kit") from error


def sums(manifest: Manifest) -> bytes:
    """Return the digests in the form that `sha256sum --check` reads."""
    return "".join(f"{one.sha256}  {one.path}\n" for one in manifest.files).encode()


def compared(manifest: Manifest, found: Mapping[str, str]) -> Verdict:
    """Return what became of the files of a kit; `found` are the digests of those that are there, by path."""
    listed = {one.path: one.sha256 for one in manifest.files}
    known = listed | {SUMS: sha256(sums(manifest)).hexdigest()}
    return Verdict(
        files=len(listed),
        missing=tuple(path for path in known if path not in found),
        changed=tuple(path for path, digest in known.items() if found.get(path, digest) != digest),
        added=tuple(sorted(path for path in found if path not in known and path != MANIFEST)),
    )
