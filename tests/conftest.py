"""What every test stands on: Qt without a screen, files in memory, folders of its own, and property tests of a modest size."""

import os
import shutil
from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import HealthCheck, settings

from tests import temporary

# Before anything makes an application: where the libraries of a screen are missing, Qt would abort the process.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# The command line speaks the language of whoever runs it; the tests read English.
os.environ["LC_ALL"] = "C.UTF-8"

settings.register_profile(
    "cmc-desk",
    max_examples=50,
    # How fast the machine is, and how busy, is no property of the code.
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    # A red run in CI is about the change, not about the dice; at a developer's desk the dice may find something new.
    derandomize="CI" in os.environ,
)
settings.load_profile("cmc-desk")

temporary.prefer_memory()
_numbers = count()


@pytest.fixture(autouse=True)
def _own_data(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Send copies and rescue files, of this process and its children, to a folder of this test instead of the home of whoever runs it."""
    folder = tmp_path_factory.getbasetemp() / f"data-{next(_numbers)}"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    yield
    if folder.exists():
        shutil.rmtree(folder, ignore_errors=True)
