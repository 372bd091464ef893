"""A file in TOML that a person can write: read as text, checked as a whole, and what is wrong told with line and key."""

import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from cmc_desk.exchange.toml_days import problem_in_line
from cmc_desk.exchange.toml_lines import Place, line_of, locate
from cmc_desk.exchange.toml_table import Problem, Table
from cmc_desk.i18n import N_, ngettext
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal, Unavailable

T = TypeVar("T")
_MAX_FILE = 1024 * 1024
_SHOWN = 10

# How the standard library's reader begins its complaints, and what a person who writes such a file has to do about them.
_COMPLAINTS = (
    (("Cannot overwrite", "Cannot declare", "Cannot mutate", "Duplicate"), N_("this key or section stands here twice")),
    (("Unclosed", "Unterminated"), N_("a bracket or quotation mark that was opened is not closed")),
    (
        ("Illegal character '\\n'",),
        N_("a text has to end in the line in which it begins; is a quotation mark missing?"),
    ),
    (("Unescaped", "Invalid hex", "Escaped"), N_("a backslash within a text has to be written twice")),
    (
        ("Invalid value", "Invalid date"),
        N_("this is no value: a text stands in quotation marks, a day is written as 2019-12-05"),
    ),
)
_ANY_COMPLAINT = N_("this line cannot be read; is a comma, an equals sign or a quotation mark missing?")


@dataclass(frozen=True, slots=True)
class Kind:
    """What is said of a file that cannot be of this kind: a folder, no text, brackets too deep; each names `{file}`."""

    folder: str
    no_text: str
    too_deep: str


def read_toml(path: Path, kind: Kind, read: Callable[[Table], T]) -> T:
    """Return what `read` makes of the table that the file at `path` holds.

    Raises Refusal if there is no such file, if it is no text, or if `read` notes that anything is wrong; the sentence then
    lists what is wrong, each with its line and key. Raises Unavailable if it cannot be read now.
    """
    text = _content(path, kind)
    try:
        data = tomllib.loads(text)
        lines = locate(text)
    except tomllib.TOMLDecodeError as error:
        raise _syntax_refusal(path, text, str(error)) from None
    except RecursionError:
        raise Refusal(_(kind.too_deep).format(file=path.name)) from None
    problems: list[Problem] = []
    made = read(Table(data, (), problems))
    if problems:
        found = [(line_of(lines, problem.place), problem) for problem in problems]
        raise _refusal(path, sorted(found, key=lambda pair: pair[0]))
    return made


def _content(path: Path, kind: Kind) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_FILE + 1)
    except FileNotFoundError:
        raise Refusal(_("There is no file “{file}”.").format(file=path.name)) from None
    except IsADirectoryError:
        raise Refusal(_(kind.folder).format(file=path.name)) from None
    except OSError as error:
        raise Unavailable(
            _("“{file}” cannot be read: {reason}.").format(file=path.name, reason=error.strerror)
        ) from error
    if len(data) > _MAX_FILE or b"\0" in data:
        raise Refusal(_(kind.no_text).format(file=path.name))
    try:
        # utf-8-sig: some editors put a mark at the beginning, which TOML does not know.
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise Refusal(
            _("“{file}” is not UTF-8 text (line {line}). Open it in a text editor and save it as UTF-8.").format(
                file=path.name, line=data.count(b"\n", 0, error.start) + 1
            )
        ) from None


def _syntax_refusal(path: Path, text: str, complaint: str) -> Refusal:
    found = re.search(r"at line (\d+)", complaint)
    line = int(found[1]) if found else text.rstrip().count("\n") + 1
    sentence = next((said for begins, said in _COMPLAINTS if complaint.startswith(begins)), _ANY_COMPLAINT)
    written = text.split("\n")[line - 1 : line]
    return _refusal(path, [(line, Problem((), problem_in_line("".join(written)) or _(sentence)))])


def _refusal(path: Path, found: Sequence[tuple[int, Problem]]) -> Refusal:
    head = ngettext(
        "“{file}” cannot be used; {number} thing is wrong:",
        "“{file}” cannot be used; {number} things are wrong:",
        len(found),
    ).format(file=path.name, number=len(found))
    shown = [_told(line, problem) for line, problem in found[:_SHOWN]]
    left = len(found) - len(shown)
    if left:
        shown.append(ngettext("and {number} more", "and {number} more", left).format(number=left))
    return Refusal("\n".join([head, *shown]), field=_key(found[0][1].place))


def _told(line: int, problem: Problem) -> str:
    key = _key(problem.place)
    if not line:
        return f"{key}: {problem.sentence}"
    where = _("line {line}").format(line=line)
    return f"{where}, {key}: {problem.sentence}" if key else f"{where}: {problem.sentence}"


def _key(place: Place) -> str:
    """Return a place as a person writes it: `days[1].items[3].starts`."""
    text = ""
    for part in place:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text
