"""What a verb answers, and how the verbs that have acts come to their answer."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cmc_desk.cli.opening import answer
from cmc_desk.desk.desk import Desk
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal

if TYPE_CHECKING:
    from cmc_desk.desk.making_papers import MadePaper

A = TypeVar("A")


@dataclass(frozen=True, slots=True)
class Told:
    """What is answered: facts for a program, words for people; `refused` says that something stands against what was looked at."""

    facts: Any
    words: str
    refused: bool = False


def run_act(
    acts: Mapping[str, Callable[[A], Told]],
    act: str,
    asked: Callable[[Desk], A],
    *,
    no_such: str,
    meeting: AbstractContextManager[Desk],
    as_json: bool,
) -> int:
    """Do one of the acts of a verb in a meeting that is opened for it, print the answer and return the exit code.

    Raises Refusal, in the words of `no_such`, if the verb has no such act; the meeting is not opened then.
    """
    if act not in acts:
        raise Refusal(no_such.format(act=act, acts=", ".join(acts)), field="act")
    with meeting as desk:
        told = acts[act](asked(desk))
    if as_json:
        answer(told.facts)
    else:
        click.echo(told.words)
    return int(told.refused)


def warn_of(made: "MadePaper") -> None:
    """Say beside the answer what whoever hands a paper out must know first, and what no font can print."""
    if made.caution:
        click.echo(made.caution, err=True)
    for one in made.unprintable:
        click.echo(_("No font has {letters} of “{text}”.").format(letters=one.letters, text=one.text), err=True)
