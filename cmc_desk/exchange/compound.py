"""The old Excel format from outside: which streams a compound file holds, and what the first records of a workbook say."""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENTRY = 128
_SMALL = 4096
_NO_SECTOR = 0xFFFFFFFA  # this and everything above it ends a chain


class BrokenCompoundError(Exception):
    """The file begins like a compound file and is none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the directory: `kind` 1 is a storage, 2 a stream, 5 the root."""

    name: str
    kind: int
    start: int
    size: int


def entries(data: bytes) -> Mapping[str, Entry]:
    """Return the storages and streams of a compound file by name, wherever they stand; raises BrokenCompoundError."""
    try:
        directory = _chain(data, struct.unpack_from("<I", data, 48)[0])
        found = (_entry(directory, place) for place in range(0, len(directory) - _ENTRY + 1, _ENTRY))
        return {entry.name: entry for entry in found if entry is not None}
    except struct.error as error:
        raise BrokenCompoundError from error


def stream(data: bytes, entry: Entry) -> bytes:
    """Return the bytes of a stream of at least 4 KB, and nothing for a smaller one; raises BrokenCompoundError."""
    return _chain(data, entry.start)[: entry.size] if entry.size >= _SMALL else b""


def global_records(workbook: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield kind and content of the records of an Excel 97 workbook up to the end of its global part ([MS-XLS] 2.1.4)."""
    place = 0
    while place + 4 <= len(workbook):
        kind, length = struct.unpack_from("<HH", workbook, place)
        yield kind, workbook[place + 4 : place + 4 + length]
        if kind == 0x000A:
            return
        place += 4 + length


def _entry(directory: bytes, place: int) -> Entry | None:
    length, kind = struct.unpack_from("<HB", directory, place + 64)
    if kind not in {1, 2, 5} or not 2 <= length <= 64:
        return None
    start, size = struct.unpack_from("<II", directory, place + 116)
    return Entry(directory[place : place + length - 2].decode("utf-16-le", "replace"), kind, start, size)


def _chain(data: bytes, sector: int) -> bytes:
    """Follow a chain of sectors; each is visited once, so that a circle ends."""
    size = {9: 512, 12: 4096}.get(struct.unpack_from("<H", data, 30)[0])
    if size is None:
        raise BrokenCompoundError
    table = _sector_table(data, size)
    parts: list[bytes] = []
    while sector < _NO_SECTOR:
        if sector >= len(table) or len(parts) > len(table):
            raise BrokenCompoundError
        parts.append(data[(sector + 1) * size : (sector + 2) * size])
        sector = table[sector]
    return b"".join(parts)


def _sector_table(data: bytes, size: int) -> tuple[int, ...]:
    """Return the allocation table: for each sector the one that follows it ([MS-CFB] 2.3, 2.5)."""
    places = [place for place in struct.unpack_from("<109I", data, 76) if place < _NO_SECTOR]
    more, limit = struct.unpack_from("<I", data, 68)[0], len(data) // size
    while more < _NO_SECTOR and len(places) <= limit:
        listed = struct.unpack_from(f"<{size // 4}I", data, (more + 1) * size)
        places.extend(place for place in listed[:-1] if place < _NO_SECTOR)
        more = listed[-1]
    needed = limit * 4 // size + 1
    table = b"".join(data[(place + 1) * size : (place + 2) * size] for place in places[:needed])
    return struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])
