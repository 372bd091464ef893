"""How an older file becomes a present one: a copy first, then one transaction with the record that it ran.

A step is a named function that uses no code of the program, only SQL on the connection it is given, so that it still does tomorrow what
it did on the day it was written.
"""

import itertools
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cmc_desk.db.files import sync_folder
from cmc_desk.db.keys import DataKey
from cmc_desk.db.migrations.to_1_001 import keep_what_was_printed
from cmc_desk.db.migrations.to_1_002 import name_the_host_in_other_languages
from cmc_desk.db.migrations.to_1_003 import give_the_agenda_a_clock
from cmc_desk.db.migrations.to_1_004 import finance_seats
from cmc_desk.db.migrations.to_1_005 import let_regions_receipts_and_notes_stand
from cmc_desk.db.migrations.to_1_006 import let_drafts_be_worked_on
from cmc_desk.db.migrations.to_1_007 import let_the_report_be_corrected

# Major * 1000 + minor.
SCHEMA_VERSION = 1_007


@dataclass(frozen=True, slots=True)
class Migration:
    """A step to `version` from the version before it."""

    version: int
    run: Callable[[Any], None]

    @property
    def name(self) -> str:
        """The name of the function, which says what it does."""
        return self.run.__name__


MIGRATIONS: tuple[Migration, ...] = (
    Migration(1_001, keep_what_was_printed),
    Migration(1_002, name_the_host_in_other_languages),
    Migration(1_003, give_the_agenda_a_clock),
    Migration(1_004, finance_seats),
    Migration(1_005, let_regions_receipts_and_notes_stand),
    Migration(1_006, let_drafts_be_worked_on),
    Migration(1_007, let_the_report_be_corrected),
)


def migrate(
    connection: Any, path: Path, key: DataKey | None, version: int, *, steps: Sequence[Migration] = MIGRATIONS
) -> Path:
    """Bring the file on `connection` to the newest step and return the copy that was made before.

    What is done follows from the version that stands in the file once nobody else can write, not from `version`, which another window
    may have left behind since. A failure or a kill half-way leaves the old file as it was, and no copy of before is ever replaced.
    """
    from cmc_desk.db.backup import copy_database
    from cmc_desk.db.connection import connect

    del version
    newest = steps[-1].version if steps else SCHEMA_VERSION
    before = path.with_name(f"{path.name}.before-{newest}")
    connection.execute("BEGIN IMMEDIATE")
    try:
        present = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if present < newest:
            before = _free(before)
            # Read on a connection of its own: SQLite copies nothing from one that is writing.
            with closing(connect(path, key)) as reading:
                copy_database(reading, before, key)
            sync_folder(path.parent)
        for step in steps:
            if step.version > present:
                step.run(connection)
                connection.execute(
                    "INSERT INTO migration (version, name, at) VALUES (?, ?, strftime('%Y-%m-%d %H:%M:%f', 'now'))",
                    (step.version, step.name),
                )
                connection.execute(f"PRAGMA user_version = {step.version}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    return before


def _free(path: Path) -> Path:
    names = (path.name if number == 1 else f"{path.name}-{number}" for number in itertools.count(1))
    return next(free for name in names if not (free := path.with_name(name)).exists())
