"""Charts as files in a folder: each whole or not at all, beside one that another program holds open."""

from collections.abc import Iterable
from pathlib import Path

from cmc_desk.db.files import make_folder, write_beside_if_open


def write_charts(charts: Iterable[tuple[str, bytes]], folder: Path) -> tuple[Path, ...]:
    """Write charts, each by its name, and return where they went; raises Unavailable if the folder cannot be written."""
    make_folder(folder)
    # They say how many, never who.
    return tuple(write_beside_if_open(folder / name, content, private=False) for name, content in charts)
