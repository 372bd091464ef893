"""The tables on the databases they are meant for."""

import subprocess
import sys
from typing import Any

from sqlalchemy import create_mock_engine

from cmc_desk.db.schema import Base


def test_on_postgresql_the_partial_indexes_keep_their_conditions() -> None:
    statements: list[str] = []

    def note(statement: Any, *_arguments: Any, **_options: Any) -> None:
        statements.append(" ".join(str(statement.compile(dialect=engine.dialect)).split()))

    engine = create_mock_engine("postgresql+psycopg://", note)
    Base.metadata.create_all(engine, checkfirst=False)
    found = {line.split()[3]: line.partition(" WHERE ")[2] for line in statements if line.startswith("CREATE UNIQUE")}
    assert found["uq_presence_event_arrival"] == "kind = 'arrive' AND voided_at IS NULL"
    assert found["uq_badge_valid"] == "revoked_at IS NULL"
    assert found["uq_journal_undoes"] == "undoes IS NOT NULL"
    assert found["uq_journal_station_seq"] == ""


def test_the_tables_load_no_dialect_that_the_program_does_not_use() -> None:
    script = "import sys, cmc_desk.db.schema; print('sqlalchemy.dialects.postgresql' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["False"]
