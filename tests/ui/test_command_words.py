"""The journal says in words what was done, also what an earlier program did with a command that is no more."""

import importlib
import inspect
import pkgutil
from contextlib import suppress

import pytest

import cmc_desk.desk
from cmc_desk.desk.command import command_named, kind_of
from cmc_desk.ui.command_words import words_of


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("registration.queue_badge", "a badge was queued"),
        ("badges.queue", "badges were queued"),
        ("badges.unqueue", "badges were taken from the queue"),
        ("travel.put_agency", "an agency was changed"),
    ],
)
def test_what_an_earlier_program_did_is_still_said_in_words(kind: str, words: str) -> None:
    with pytest.raises(KeyError):
        command_named(kind)
    assert words_of(kind) == words


def test_every_command_is_said_in_words() -> None:
    said = {kind: words_of(kind) for kind in _kinds()}
    assert len(said) > 150
    # The first is told by what it takes back; nobody does the second but it.
    assert {kind for kind, words in said.items() if kind == words} == {"undo", "attendance.void"}


def _kinds() -> set[str]:
    """Return what the journal calls every command that there is."""
    names = [f"cmc_desk.desk.{module.name}" for module in pkgutil.iter_modules(cmc_desk.desk.__path__)]
    known = [value for name in names for value in vars(importlib.import_module(name)).values()]
    found = set()
    for value in filter(inspect.isfunction, known):
        with suppress(KeyError):
            found.add(kind_of(value))
    return found
