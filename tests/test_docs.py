"""What the README shows exists."""

import re
import shlex
from pathlib import Path

import click
import pytest

from cmc_desk.cli.verbs import verbs
from cmc_desk.resource import resource

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
SHOWN = sorted({line.strip() for line in README.splitlines() if re.match(r"\s*cmc-desk [a-z]", line)})


def test_the_readme_shows_every_verb() -> None:
    shown = {shlex.split(line)[1] for line in SHOWN}
    assert shown == set(verbs.commands)


@pytest.mark.parametrize("line", SHOWN)
def test_every_option_that_the_readme_shows_is_taken(line: str) -> None:
    words = re.findall(r"--[a-z-]+", line)
    known = {name for parameter in verbs.commands[shlex.split(line)[1]].params for name in parameter.opts}
    assert set(words) <= known


@pytest.mark.parametrize("name", sorted(verbs.commands))
def test_every_verb_says_what_it_does(name: str) -> None:
    command = verbs.commands[name]
    assert command.help
    options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
    assert all(option.help for option in options)


def test_the_files_that_the_readme_names_are_there() -> None:
    named = re.findall(r"`(resources/[^`]+|tests/[^`]+|rules/|db/|desk/|exchange/|reports/|ui/|cli/)`", README)
    assert named
    root = resource().parent
    for name in named:
        assert (root / name).exists() or (root / "cmc_desk" / name).exists(), name
