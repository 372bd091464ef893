"""A folder as people know it, where there is no room for its whole path."""

from pathlib import Path


def short_path(folder: Path) -> str:
    """Return the last folders of a path, which are those that people know it by."""
    return " / ".join(part for part in folder.parts[-3:] if part != folder.anchor)
