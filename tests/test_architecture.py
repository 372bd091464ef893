"""The rules of the house that no linter knows, each as a sentence."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "cmc_desk"
TESTS = ROOT / "tests"


def modules(*places: Path) -> list[Path]:
    """Return the Python files in `places`; a test over none of them would say nothing."""
    found = sorted(file for place in places for file in (place.rglob("*.py") if place.is_dir() else [place]))
    assert len(found) >= len(places)
    return found


def everything() -> list[Path]:
    return modules(PACKAGE, TESTS, ROOT / "tools", ROOT / "run.py")


def tracked_texts() -> list[tuple[str, str]]:
    """Return name and content of every tracked file that is text."""
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    files = [(name, (ROOT / name).read_bytes()) for name in listed.split("\0") if name and (ROOT / name).is_file()]
    texts = [(name, content.decode("utf-8", "replace")) for name, content in files if b"\0" not in content]
    assert {"run.py", "requirements.lock", ".ci/run"} <= {name for name, _ in texts}
    return texts


def imported(module: Path) -> set[str]:
    """Return the top-level names of what a module imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_bytes())):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


def users_of(*libraries: str) -> set[str]:
    """Return the modules of the package, relative to it, that import one of `libraries`."""
    return {str(file.relative_to(PACKAGE).as_posix()) for file in modules(PACKAGE) if imported(file) & set(libraries)}


def lines_with(pattern: str, files: list[Path]) -> Iterator[str]:
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            if re.search(pattern, line):
                yield f"{file.relative_to(ROOT)}:{number}: {line.strip()}"


def test_no_module_is_longer_than_300_lines() -> None:
    lengths = {file.relative_to(ROOT): len(file.read_bytes().splitlines()) for file in everything()}
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def test_the_main_window_stays_within_250_lines() -> None:
    assert len((PACKAGE / "ui" / "shell.py").read_bytes().splitlines()) <= 250


def test_every_module_says_what_it_is_for() -> None:
    silent = [file for file in modules(PACKAGE, ROOT / "tools", ROOT / "run.py") if not docstring(file)]
    silent += [file for file in modules(TESTS) if file.name != "__init__.py" and not docstring(file)]
    assert silent == []


def docstring(module: Path) -> str | None:
    return ast.get_docstring(ast.parse(module.read_bytes()))


def test_no_module_has_a_name_that_says_nothing() -> None:
    empty_words = {"util", "utils", "helper", "helpers", "manager", "managers", "misc", "common"}
    assert [file for file in everything() if empty_words & set(file.stem.split("_"))] == []


def test_qt_stands_in_the_windows_only() -> None:
    users = users_of("PySide6", "shiboken6")
    assert users
    assert {user for user in users if not user.startswith("ui/") and user != "app.py"} == set()


def test_sqlalchemy_stands_in_the_desk_and_the_store_only() -> None:
    users = users_of("sqlalchemy", "sqlcipher3", "sqlite3")
    assert users
    assert {user for user in users if not user.startswith(("desk/", "db/"))} == set()


def test_papers_and_files_of_others_stand_in_reports_and_exchange_only() -> None:
    users = users_of("openpyxl", "python_calamine", "reportlab", "qrcode", "docx", "PIL", "uharfbuzz")
    assert users
    assert {user for user in users if not user.startswith(("reports/", "exchange/"))} == set()


def test_the_look_is_decided_in_one_place() -> None:
    assert list(lines_with(r"\.setStyleSheet\(", [PACKAGE / "ui" / "theme.py"])) != []
    elsewhere = [file for file in modules(PACKAGE) if file != PACKAGE / "ui" / "theme.py"]
    assert list(lines_with(r"\.setStyleSheet\(", elsewhere)) == []


def test_no_test_waits_for_time_to_pass() -> None:
    assert list(lines_with(r"\bqtbot\.wait\(|\bqWait\(", modules(TESTS))) == []
    # A test of faults lets a child process run for a while before it kills it.
    patient = [file for file in modules(TESTS) if "fault" not in str(file.relative_to(TESTS))]
    assert list(lines_with(r"\btime\.sleep\(|\bsleep\(\d", patient)) == []


def test_no_tracked_file_knows_one_machine() -> None:
    place = re.compile(r"(?<![\w.~>-])/(home|root|tmp|work|opt|Users)/\w|\b[A-Z]:\\+Users\\+\w")
    assert [(name, found[0]) for name, text in tracked_texts() if (found := place.search(text))] == []


def test_no_tracked_file_knows_where_packages_come_from() -> None:
    index = re.compile(
        r"\b(pypi|pythonhosted|npmjs|deb\.debian)\.(org|com|net)\b|--(extra-)?index-url[ =]|--find-links[ =]"
    )
    assert [(name, found[0]) for name, text in tracked_texts() if (found := index.search(text))] == []


def test_a_void_call_of_qt_costs_no_reference_to_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(10_000):
        thing.setObjectName("x")
    # PySide6 6.12.0 on Python 3.10 and 3.11 loses one at each call, and aborts when none is left.
    assert abs(sys.getrefcount(None) - before) < 100


def test_every_folder_of_resources_has_its_licence_stated() -> None:
    stated = (ROOT / "resources" / "LICENCES.md").read_text(encoding="utf-8")
    folders = {folder.name for folder in (ROOT / "resources").iterdir() if folder.is_dir()}
    assert {"fonts", "flags", "icons"} <= folders
    assert {folder for folder in folders if f"`{folder}`" not in stated} == set()
