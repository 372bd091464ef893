"""What hands do at a keyboard, written down one act a line, so that the same typing can be done again."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal

NEW_LINE_KEY = "Shift+Return"
_ACTS = ("type", "key", "wait", "item")


@dataclass(frozen=True, slots=True)
class Stroke:
    """One thing that is done: a letter is typed, a key such as `Alt+2` pressed, some milliseconds waited, or an item opened.

    `line` is the line of the script that says so.
    """

    line: int
    letter: str = ""
    key: str = ""
    wait: float = 0
    item: str = ""


def strokes(lines: Iterable[str]) -> tuple[Stroke, ...]:
    r"""Read a script: objects of JSON, one a line, each with `type` (a text), `key`, `wait` (milliseconds) or `item`.

    A `\n` within a text is a new line of the entry, which Enter would file. Raises Refusal that names the line.
    """
    found: list[Stroke] = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            found.extend(_strokes(number, line))
    return tuple(found)


def _strokes(number: int, line: str) -> Iterator[Stroke]:
    try:
        said = json.loads(line)
    except ValueError:
        raise Refusal(_("Line {number} of the script is no JSON.").format(number=number)) from None
    if not isinstance(said, dict) or len(said) != 1 or (act := next(iter(said))) not in _ACTS:
        raise Refusal(
            _("Line {number} of the script: there must be one of {acts}.").format(number=number, acts=", ".join(_ACTS))
        )
    what = said[act]
    if act == "wait":
        if isinstance(what, bool) or not isinstance(what, int | float) or what < 0:
            raise Refusal(_("Line {number} of the script: a wait is a number of milliseconds.").format(number=number))
        yield Stroke(number, wait=what)
    elif not isinstance(what, str) or not what:
        raise Refusal(_("Line {number} of the script: after “{act}” comes a text.").format(number=number, act=act))
    elif act == "type":
        for letter in what:
            yield Stroke(number, key=NEW_LINE_KEY) if letter == "\n" else Stroke(number, letter=letter)
    elif act == "key":
        yield Stroke(number, key=what)
    else:
        yield Stroke(number, item=what)
