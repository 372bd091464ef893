"""The manifest of a closing kit says which files are not as they were made."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from cmc_desk.rules.closing_manifest import MANIFEST, SUMS, KitFile, Manifest, compared, read, sums, written

FILES = (KitFile("report/report.pdf", 12, "ab" * 32), KitFile("people/list.xlsx", 9, "cd" * 32))
KIT = Manifest(
    "Consultations", "M1", datetime(2019, 12, 6, 22, 30, tzinfo=UTC), "T. Sample-Reid", "CMC Desk", 9, "ef", FILES
)
THERE = {one.path: one.sha256 for one in FILES} | {SUMS: sha256(sums(KIT)).hexdigest()}


def test_a_manifest_is_read_back_as_it_was_written() -> None:
    assert read(written(KIT)) == KIT


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"meeting": 1}', b"\xff", b"null"])
def test_what_is_no_manifest_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"no manifest|JSON|Expecting|decode"):
        read(content)


@pytest.mark.parametrize("rows", [10**30, -1, None])
def test_a_manifest_whose_numbers_are_none_is_no_manifest(rows: object) -> None:
    told = json.loads(written(KIT))
    with pytest.raises(ValueError, match="no manifest"):
        read(json.dumps(told | {"rows": rows}).encode())
    with pytest.raises(ValueError, match="no manifest"):
        read(json.dumps(told | {"files": [told["files"][0] | {"size": rows}]}).encode())


def test_other_programs_can_check_the_digests() -> None:
    assert sums(KIT).decode().splitlines()[0] == f"{'ab' * 32}  report/report.pdf"


def test_a_kit_is_whole_as_long_as_every_file_is_there_as_it_was() -> None:
    assert compared(KIT, {**THERE, MANIFEST: "1"}).whole
    assert compared(KIT, {**THERE, SUMS: "2"}).changed == (SUMS,)
    found = compared(KIT, {"report/report.pdf": "00", SUMS: THERE[SUMS], "more.txt": "1"})
    assert (found.missing, found.changed, found.added, found.whole) == (
        ("people/list.xlsx",),
        ("report/report.pdf",),
        ("more.txt",),
        False,
    )
    assert not replace(compared(KIT, THERE), journal=False).whole
    assert not replace(compared(KIT, THERE), recorded=False).whole
