"""A memory stick that does not keep what is written to it."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from cmc_desk.db import backup
from cmc_desk.db.connection import connect


def plug_in(patch: pytest.MonkeyPatch) -> None:
    """Let every copy be damaged between its writing and its check, until `patch` is undone."""

    def opened(path: Path, *args: Any, **kwargs: Any) -> Any:
        if ".part" in path.name and not kwargs.get("new"):
            with suppress(FileNotFoundError), path.open("r+b") as stream:
                stream.seek(4096 * 3)
                stream.write(b"\xff" * 4096 * 4)
        return connect(path, *args, **kwargs)

    patch.setattr(backup, "connect", opened)
