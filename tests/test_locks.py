"""The lists of locked packages: complete, hashed, and without the address of an index."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
MAIN, CAMERA = "requirements.lock", "requirements-camera.lock"
DEVELOPMENT, UV = "requirements-dev.lock", "requirements-uv.lock"


def locked(name: str) -> dict[str, str]:
    """Return version by package of a lock file."""
    pins = re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
    assert pins
    return dict(pins)


def unmet(wanted: list[str], lock: str) -> list[str]:
    """Return the requirements that a lock file does not meet."""
    assert wanted
    versions = locked(lock)
    requirements = [Requirement(text) for text in wanted]
    return [str(each) for each in requirements if versions.get(canonicalize_name(each.name), "") not in each.specifier]


def project() -> dict[str, list[str]]:
    content = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {
        "main": content["project"]["dependencies"],
        "camera": content["project"]["optional-dependencies"]["camera"],
        "dev": content["dependency-groups"]["dev"],
    }


def test_every_requirement_of_the_program_is_locked() -> None:
    assert unmet(project()["main"], MAIN) == []


def test_every_requirement_of_development_is_locked() -> None:
    assert unmet(project()["dev"], DEVELOPMENT) == []


def test_what_takes_photographs_is_locked() -> None:
    assert unmet(project()["camera"], CAMERA) == []


@pytest.mark.parametrize("name", [DEVELOPMENT, CAMERA])
def test_the_other_locks_contain_the_main_one(name: str) -> None:
    assert locked(MAIN).items() <= locked(name).items()


@pytest.mark.parametrize("name", [MAIN, CAMERA, DEVELOPMENT, UV])
def test_a_lock_holds_a_hash_of_every_package_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[a-z0-9-]+==)", text, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(locked(name))
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert [line for line in text.splitlines() if "://" in line or re.match(r"\s*--(?!hash=)", line)] == []
