"""Setting a machine up: what is installed, what is asked for, what is said."""

import ast
import sys
from pathlib import Path

import pytest

import run
from tools import console, environment, libraries, packages

LISTED = """\
:env:.cert='ignored.pem'
global.cert='corporate.pem'
global.extra-index-url='\\nfile:///first/simple\\nfile:///second/simple'
global.find-links='nowhere'
global.index-url='https://mirror.example.org/simple'
install.index-url='https://nearer.example.org/simple'
"""


def test_an_older_python_can_read_the_file_that_tells_it_so() -> None:
    source = Path(run.__file__).read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 8))


def test_an_older_python_is_told_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 8, 18))
    assert run.main([]) == 3
    assert capsys.readouterr().err == "CMC Desk needs Python 3.11 or newer, and this is 3.8.\n"


def test_linux_without_a_display_has_no_screen() -> None:
    assert not run.has_screen("linux", {})
    assert not run.has_screen("linux", {"DISPLAY": ""})


def test_linux_with_a_display_has_a_screen_and_so_have_the_others() -> None:
    assert run.has_screen("linux", {"DISPLAY": ":0"})
    assert run.has_screen("linux", {"WAYLAND_DISPLAY": "wayland-0"})
    assert run.has_screen("darwin", {})
    assert run.has_screen("win32", {})


def test_a_changed_lock_or_a_moved_folder_means_another_environment(tmp_path: Path) -> None:
    stamps = set()
    for folder in ("here", "there"):
        (tmp_path / folder).mkdir()
        for content in ("one==1", "one==2"):
            (tmp_path / folder / "a.lock").write_text(content)
            stamps.add(environment.stamp_of(tmp_path / folder, "a.lock"))
            stamps.add(environment.stamp_of(tmp_path / folder, "a.lock"))
    assert len(stamps) == 4


LOCKS = (packages.MAIN_LOCK, packages.CAMERA_LOCK, packages.DEVELOPMENT_LOCK)


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Return what uv was asked to install, by the names of the locks, in a folder with an environment that has a python."""
    asked: list[list[str]] = []

    def uv(root: Path, *arguments: str | Path) -> None:
        assert root == tmp_path
        if arguments[0] == "venv":
            (root / ".venv").mkdir(exist_ok=True)
            return
        asked.append([one.name for one in arguments if isinstance(one, Path) and one.suffix == ".lock"])

    monkeypatch.setattr(packages, "uv", uv)
    monkeypatch.setattr(environment, "_add_project", lambda _root, _python: None)
    for name in LOCKS:
        (tmp_path / name).write_text(name)
    python = tmp_path / ".venv" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    python.parent.mkdir(parents=True)
    python.touch()
    return asked


def ready(root: Path, made_from: tuple[str, ...]) -> None:
    stamp = environment.stamp_of(root, *made_from)
    (root / ".venv" / "made-from").write_text(stamp, encoding="utf-8")


@pytest.mark.parametrize("made_from", [LOCKS[:1], LOCKS[1:2], LOCKS[2:], LOCKS[1:]])
def test_an_environment_that_is_ready_is_left_alone(
    tmp_path: Path, made: list[list[str]], made_from: tuple[str, ...]
) -> None:
    ready(tmp_path, made_from)
    assert environment.make_ready(tmp_path, packages.MAIN_LOCK).is_file()
    assert made == []


def test_the_camera_stays_when_the_locks_change_and_when_somebody_works_on_the_program(
    tmp_path: Path, made: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    ready(tmp_path, (packages.MAIN_LOCK,))
    environment.make_ready(tmp_path, packages.CAMERA_LOCK)
    assert made == [[packages.CAMERA_LOCK]]
    assert "run.py camera" not in capsys.readouterr().err
    environment.make_ready(tmp_path, packages.DEVELOPMENT_LOCK)
    assert made[1:] == [[packages.CAMERA_LOCK, packages.DEVELOPMENT_LOCK]]
    environment.make_ready(tmp_path, packages.MAIN_LOCK)
    (tmp_path / packages.CAMERA_LOCK).write_text("newer")
    environment.make_ready(tmp_path, packages.MAIN_LOCK)
    assert made[2:] == [[packages.CAMERA_LOCK, packages.DEVELOPMENT_LOCK]]


def test_who_sets_the_program_up_is_told_how_a_camera_is_added(
    tmp_path: Path, made: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".venv" / "made-from").write_text("something older", encoding="utf-8")
    environment.make_ready(tmp_path, packages.MAIN_LOCK)
    said = capsys.readouterr()
    assert "type once: python3 run.py camera" in said.out + said.err


def test_the_word_camera_installs_it_and_says_where_it_is(
    tmp_path: Path, made: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "ROOT", tmp_path)
    assert run.main(["camera"]) == 0
    assert made[-1] == [packages.CAMERA_LOCK]
    said = capsys.readouterr()
    assert "Ctrl+T" in said.out + said.err
    assert "python3 run.py camera" in (run.__doc__ or "")


def test_pips_settings_are_read_and_the_narrower_one_wins() -> None:
    settings = packages.read_pip_settings(LISTED, {"PIP_FIND_LINKS": "here there", "HOME": "x"})
    assert settings == {
        "cert": "corporate.pem",
        "extra-index-url": "\nfile:///first/simple\nfile:///second/simple",
        "find-links": "here there",
        "index-url": "https://nearer.example.org/simple",
    }


def test_uv_is_told_what_pip_is_configured_with(tmp_path: Path) -> None:
    folder, absent = tmp_path / "wheels", tmp_path / "absent"
    folder.mkdir()
    settings = packages.read_pip_settings(LISTED, {"PIP_FIND_LINKS": f"{folder} {absent} https://links.example.org/"})
    assert packages.uv_environment(settings, {"HOME": "x"}) == {
        "HOME": "x",
        "SSL_CERT_FILE": "corporate.pem",
        "UV_DEFAULT_INDEX": "https://nearer.example.org/simple",
        "UV_INDEX": "file:///first/simple file:///second/simple",
        "UV_INDEX_STRATEGY": "unsafe-best-match",
        "UV_FIND_LINKS": f"{folder},https://links.example.org/",
    }


def test_what_is_set_for_uv_itself_stands() -> None:
    settings = {"cert": "pips.pem", "extra-index-url": "file:///first/simple"}
    mine = {"SSL_CERT_FILE": "mine.pem", "UV_INDEX": "file:///mine/simple", "UV_INDEX_STRATEGY": "first-index"}
    assert packages.uv_environment(settings, mine) == mine


def test_without_settings_of_pip_uv_gets_the_environment_as_it_is() -> None:
    assert packages.uv_environment(packages.read_pip_settings("", {}), {"HOME": "x"}) == {"HOME": "x"}


def test_the_packages_of_the_missing_libraries_are_named() -> None:
    present = {"libGL.so.1", "libfontconfig.so.1", "libdbus-1.so.3", "libxkbcommon.so.0", "libglib-2.0.so.0"}
    assert libraries.missing(libraries.ALWAYS, present.__contains__) == ["libegl1"]
    assert libraries.missing(libraries.ALWAYS, lambda _: True) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks libraries of Qt")
def test_a_library_is_missing_when_it_cannot_be_loaded() -> None:
    assert libraries.loads("libc.so.6")
    assert not libraries.loads("libno-such-library.so.1")


def test_the_line_to_type_is_exact() -> None:
    line = "    sudo apt-get install -y --no-install-recommends libgl1 libegl1"
    assert line in libraries.advice(["libgl1", "libegl1"], debian=True).splitlines()


def test_where_there_is_no_apt_get_the_packages_are_named() -> None:
    advice = libraries.advice(["libgl1", "libegl1"], debian=False)
    assert advice.endswith("libgl1 libegl1")
    assert "apt-get" not in advice


def test_a_set_up_that_cannot_go_on_says_which_step_failed_and_ends_with_3(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        console.step([sys.executable, "-c", "print('words'); raise SystemExit(7)"])
    assert ended.value.code == 3
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("words\nThis step of the set-up failed with exit code 7: ")


def test_every_word_for_those_who_work_on_it_names_a_module_and_stands_in_the_help() -> None:
    assert set(run.MODULES) == {"bench", "texts", "flags", "airports"}
    root = Path(run.__file__).parent
    for word, module in run.MODULES.items():
        path = root.joinpath(*module.split("."))
        assert path.with_suffix(".py").is_file() or (path / "__main__.py").is_file()
        assert f"python3 run.py {word}" in (run.__doc__ or "")
