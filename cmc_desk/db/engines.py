"""Engines of SQLAlchemy over meeting files: what one has made of a question serves all of them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Dialect, Engine, create_engine
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from cmc_desk.db.connection import connect
from cmc_desk.db.keys import DataKey

# Making SQL of a question takes longer than asking it, and whatever is read beside a window is read over an engine of its own: each
# would make everything anew. The questions of the program are counted, so nothing is ever dropped.
_MADE: dict[Any, Any] = {}
_DIALECTS: list[Dialect] = []


def engine_of(path: Path, key: DataKey | None, *, patience: float) -> Engine:
    """Return an engine with one connection to `path`; whoever wants it meanwhile waits for at most `patience` seconds."""
    return engine_over(lambda: connect(path, key), patience=patience)


def engine_over(connecting: Callable[[], Any], *, patience: float) -> Engine:
    """Return an engine with the one connection that `connecting` makes; see `engine_of`."""
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=connecting,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=patience,
        # What goes wrong is shown and logged: without the passport that was being written.
        hide_parameters=True,
        execution_options={"compiled_cache": _MADE},
    )
    if not _DIALECTS:
        # It learns at its first connection what the library can do.
        with engine.connect():
            _DIALECTS.append(engine.dialect)
    # What was made is known by the dialect that it was made for.
    engine.dialect = _DIALECTS[0]
    return engine
