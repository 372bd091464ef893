"""Files of every released schema open, lose nothing on the way, and end with the tables that a new file has."""

import gzip
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlcipher3 import dbapi2

from cmc_desk.clock import ManualClock
from cmc_desk.db import schema, store
from cmc_desk.db.connection import connect
from cmc_desk.db.migrations import SCHEMA_VERSION
from cmc_desk.desk import registration
from cmc_desk.desk.opening import open_meeting, verify_journal
from cmc_desk.desk.people import Filter, card, find_people
from cmc_desk.desk.rundown import rundown
from cmc_desk.rules.agenda_defaults import minimum_of, start_kind_of
from cmc_desk.rules.agenda_plan import EndKind, Importance
from tests.meetings import DESK_A, MORNING

GOLDEN = Path(__file__).parent / "golden"
RELEASED = ("1.0", "1.1", "1.4", "1.5", "1.6")
# Those that had no clock of the agenda and no seats yet: what was added then is checked of them alone.
BEFORE_THE_CLOCK = ("1.0", "1.1")
WITH_THE_CLOCK = tuple(one for one in RELEASED if one not in BEFORE_THE_CLOCK)
# Regions, receipts that say who was paid, and notes came together.
BEFORE_THE_NOTES = ("1.0", "1.1", "1.4")
WITH_THE_NOTES = tuple(one for one in RELEASED if one not in BEFORE_THE_NOTES)
# Drafts with their proposals, and the report.
BEFORE_THE_DRAFTS = (*BEFORE_THE_NOTES, "1.5")
WITH_THE_DRAFTS = tuple(one for one in RELEASED if one not in BEFORE_THE_DRAFTS)
# What the column of a photograph was called where it was not called as it is now.
PICTURE = {"1.0": "png"}
Rows = list[dict[str, Any]]


@pytest.fixture(params=RELEASED)
def release(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def old(tmp_path: Path, release: str) -> Path:
    path = tmp_path / "meeting.cmc"
    path.write_bytes(gzip.decompress((GOLDEN / f"meeting-{release}.cmc.gz").read_bytes()))
    return path


def version_of(release: str) -> int:
    """Return the number by which a file knows the schema of a release."""
    major, minor = map(int, release.split("."))
    return major * 1_000 + minor


def rows_of(path: Path, table: str) -> Rows:
    connection = connect(path, None)
    try:
        cursor = connection.execute(f"SELECT * FROM {table} ORDER BY 1")
        names = [column[0] for column in cursor.description]
        return [
            {name: value.hex() if isinstance(value, bytes) else value for name, value in zip(names, row, strict=True)}
            for row in cursor.fetchall()
        ]
    finally:
        connection.close()


def definitions(path: Path) -> dict[str, str]:
    connection = connect(path, None)
    try:
        found = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    finally:
        connection.close()
    return {name: re.sub(r"\s*([(),])\s*", r"\1", " ".join(sql.split())) for name, sql in found}


def test_every_released_file_has_its_rows_beside_it(release: str) -> None:
    assert (GOLDEN / f"meeting-{release}.json").is_file()
    assert sorted(path.name for path in GOLDEN.glob("*.cmc.gz")) == [f"meeting-{one}.cmc.gz" for one in RELEASED]


@pytest.mark.parametrize("release", WITH_THE_CLOCK)
def test_no_table_of_a_file_that_was_at_work_is_empty(old: Path, release: str) -> None:
    kept: dict[str, Rows] = json.loads((GOLDEN / f"meeting-{release}.json").read_text(encoding="utf-8"))
    assert [table for table, rows in kept.items() if not rows] == []
    connection = connect(old, None)
    assert connection.execute("PRAGMA user_version").fetchone() == (version_of(release),)
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    connection.close()
    # What an index of words keeps for itself is made of the rows of the others.
    assert {name for name in tables if "_search" not in name} == set(kept)


def test_an_old_file_keeps_every_row(old: Path, release: str) -> None:
    before: dict[str, Rows] = json.loads((GOLDEN / f"meeting-{release}.json").read_text(encoding="utf-8"))
    store.open_store(old).close()
    migrated = before.pop("migration")
    assert rows_of(old, "migration")[: len(migrated)] == migrated
    photos = before.pop("photo")
    assert [(row["id"], row["image"]) for row in rows_of(old, "photo")] == [
        (row["id"], row[_picture(release)]) for row in photos
    ]
    assert photos
    for table, rows in before.items():
        # A step may add columns; those that were there keep what stood in them.
        kept = [{name: row[name] for name in rows[0]} for row in rows_of(old, table)] if rows else rows_of(old, table)
        assert kept == rows, table


def test_an_old_file_ends_with_the_tables_of_a_new_one(old: Path, tmp_path: Path) -> None:
    store.open_store(old).close()
    store.create(tmp_path / "new.cmc").close()
    assert definitions(old) == definitions(tmp_path / "new.cmc")
    connection = connect(old, None)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


@pytest.mark.parametrize("release", [one for one in RELEASED if version_of(one) < SCHEMA_VERSION])
def test_the_file_as_it_was_lies_beside_the_migrated_one(old: Path, release: str) -> None:
    written = old.read_bytes()
    store.open_store(old).close()
    before = old.with_name(f"{old.name}.before-{SCHEMA_VERSION}")
    assert rows_of(before, "photo")[0][_picture(release)]
    assert old.read_bytes() != written


def test_the_desk_goes_on_with_an_old_file(old: Path) -> None:
    desk = open_meeting(old, author=DESK_A, clock=ManualClock(MORNING))
    assert desk.read(verify_journal).whole
    found = desk.read(find_people, text="sample", only=Filter.ALL)
    assert {hit.name for hit in found.hits} == {"Andre Sample-Cox", "Perry Sample-Rolle"}
    shown = desk.read(card, participant=found.hits[0].id)
    assert shown.person.functional_title == "Legal Adviser"
    desk.do(registration.edit_person, participant=shown.id, changes={"functional_title": "Senior Legal Adviser"})
    desk.undo()
    assert desk.read(card, participant=shown.id).person.functional_title == "Legal Adviser"
    desk.close()


@pytest.mark.parametrize("release", BEFORE_THE_CLOCK)
def test_every_old_item_has_the_timing_that_a_new_meeting_would_give_it(old: Path) -> None:
    opened = store.open_store(old)
    with opened.read() as session:
        pairs = session.execute(
            select(schema.Item, schema.ItemTiming)
            .join(schema.ItemTiming, schema.ItemTiming.id == schema.Item.id)
            .order_by(schema.Item.day, schema.Item.starts, schema.Item.ends, schema.Item.id)
        ).all()
        items = session.scalar(select(func.count()).select_from(schema.Item))
    opened.close()
    assert len(pairs) == items
    places: dict[date, int] = {}
    for item, timing in pairs:
        place = places[item.day] = places.get(item.day, -1) + 1
        assert timing.position == place
        assert timing.minimum == minimum_of(item.kind, item.ends - item.starts).total_seconds()
        assert timing.start_kind is start_kind_of(item.kind, first_of_day=place == 0)
        assert (timing.track, timing.topic, timing.remark, timing.not_after) == ("", "", "", None)
        assert (timing.end_kind, timing.importance) == (EndKind.LENGTH, Importance.ORDINARY)


@pytest.mark.parametrize("release", BEFORE_THE_CLOCK)
def test_the_clock_of_an_old_file_runs(old: Path) -> None:
    desk = open_meeting(old, author=DESK_A, clock=ManualClock(MORNING))
    shown = desk.read(rundown)
    desk.close()
    assert [line.item.key for line in shown.lines][:3] == ["day1-registration", "opening", "coffee"]
    assert shown.events == ()
    assert shown.tracks == ()


def test_a_print_belongs_to_a_badge_of_the_same_person(old: Path) -> None:
    opened = store.open_store(old)
    with opened.read() as session:
        badges = {row.id: row.participant for row in session.query(schema.Badge)}
    badge, holder = next(iter(badges.items()))
    other = next(participant for participant in badges.values() if participant != holder)
    opened.close()
    connection = connect(old, None)
    # Those of the file itself stand in the way: every badge of it may have been printed.
    connection.execute("DELETE FROM badge_print")
    with pytest.raises(dbapi2.IntegrityError, match="FOREIGN KEY"):
        _print(connection, badge, other)
    _print(connection, badge, holder)
    with pytest.raises(dbapi2.IntegrityError, match="UNIQUE"):
        _print(connection, badge, holder)
    _print(connection, badge, holder, reason="lost")
    connection.close()


def _picture(release: str) -> str:
    return PICTURE.get(release, "image")


def _print(connection: Any, badge: str, participant: str, reason: str = "") -> None:
    connection.execute(
        "INSERT INTO badge_print (id, badge, participant, at, station, operator, printer, design, stock, job, reason, words, "
        "voided_by, void_reason) VALUES (?, ?, ?, '2019-12-05 13:40:00.000000', '', '', '', '', '', '', ?, '{}', '', '')",
        (f"{badge}{participant}{reason}", badge, participant, reason),
    )
