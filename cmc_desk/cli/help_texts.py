"""What `--help` says, in the language of the computer: click takes its texts when the verbs are made, before anybody is known."""

import os
from collections.abc import Iterator

import click

from cmc_desk.i18n import LANGUAGES
from cmc_desk.i18n import gettext as _

# The English texts of commands and options, by where each stands.
_english: dict[tuple[str, str], str] = {}


def help_texts(group: click.Group) -> Iterator[str]:
    """Yield the English texts of a group, its verbs and their options, each once; the catalogues of translations want them."""
    _learn(group)
    yield from dict.fromkeys(_english.values())


def translate(group: click.Group) -> None:
    """Let the group, its verbs and their options say what they do in the language that was chosen."""
    _learn(group)
    for command in (group, *group.commands.values()):
        command.help = _translated(command.name, "")
        for option in _options(command):
            option.help = _translated(command.name, option.name)


def language_of_the_computer() -> str:
    """Return the language that the environment asks for, as every program of a command line does; else English."""
    wanted = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return wanted[:2] if wanted[:2] in LANGUAGES else "en"


def _learn(group: click.Group) -> None:
    for command in (group, *group.commands.values()):
        _english.setdefault((command.name or "", ""), command.help or "")
        for option in _options(command):
            _english.setdefault((command.name or "", option.name or ""), option.help or "")


def _translated(command: str | None, option: str | None) -> str:
    english = _english[command or "", option or ""]
    return _(english) if english else ""


def _options(command: click.Command) -> Iterator[click.Option]:
    return (parameter for parameter in command.params if isinstance(parameter, click.Option))
