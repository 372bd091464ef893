"""Text modules in files: those that come with the program, and a table that a rapporteur takes to another meeting."""

import csv
import io
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from cmc_desk.exchange.separated import decoded, separator
from cmc_desk.exchange.toml_file import Kind, read_toml
from cmc_desk.exchange.toml_table import Table
from cmc_desk.i18n import LANGUAGES, N_
from cmc_desk.i18n import gettext as _
from cmc_desk.reports.workbook import Sheet, SheetColumn, csv_of
from cmc_desk.resource import resource
from cmc_desk.rules.folding import fold
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.snippets import Snippet, checked_snippet

_KIND = Kind(
    folder=N_("“{file}” is a folder. Choose a file of text modules."),
    no_text=N_("“{file}” is not a file of text modules, which is a text that ends in .toml."),
    too_deep=N_("“{file}” is no list of text modules: its brackets are nested too deep."),
)
COLUMNS = ("language", "trigger", "text")
_MAX_BYTES = 1024 * 1024
# A line of a table is one line: a break within a text is written as a program would write it.
_ESCAPES = (("\\", "\\\\"), ("\n", "\\n"))


@cache
def shipped_snippets() -> tuple[Snippet, ...]:
    """Return the text modules that come with the program, in all languages."""
    return tuple(
        snippet
        for language in LANGUAGES
        for snippet in read_snippets(resource("snippets", f"{language}.toml"), language)
    )


def read_snippets(path: Path, language: str) -> tuple[Snippet, ...]:
    """Return the text modules of a language in a file in TOML.

    Raises Refusal if anything in it is wrong, which is told with line and key; Unavailable if it cannot be read now.
    """

    def read(root: Table) -> tuple[Snippet, ...]:
        table = root.table("snippets", needed=True)
        found = tuple(filter(None, (_of_table(table, language, trigger) for trigger in table.names())))
        table.finish()
        root.finish()
        return found

    return read_toml(path, _KIND, read)


def snippets_csv(snippets: Iterable[Snippet]) -> bytes:
    """Return a table of text modules that a spreadsheet program opens and `snippets_of_csv` reads."""
    columns = tuple(SheetColumn(name, name) for name in COLUMNS)
    rows = tuple((one.language, one.trigger, _escaped(one.text)) for one in snippets)
    return csv_of(Sheet(name="snippets", title="snippets", columns=columns, rows=rows))


def snippets_of_csv(data: bytes) -> tuple[Snippet, ...]:
    """Return the text modules of a table with the columns language, trigger and text, in any order.

    Of a trigger that stands there twice the last counts. Raises Refusal that names the row and what is wrong with it.
    """
    rows = _rows(data)
    heading = [fold(cell) for cell in rows[0]] if rows else []
    if not set(COLUMNS) <= set(heading):
        raise Refusal(
            _("The first row has to name the columns {columns}.").format(columns=", ".join(COLUMNS)), field="file"
        )
    places = [heading.index(name) for name in COLUMNS]
    found: dict[tuple[str, str], Snippet] = {}
    for number, cells in enumerate(rows[1:], start=2):
        if not any(map(str.strip, cells)):
            continue
        language, trigger, text = (cells[place] if place < len(cells) else "" for place in places)
        try:
            snippet = checked_snippet(language.strip().lower(), trigger, _unescaped(text))
        except Refusal as refusal:
            raise Refusal(
                _("Row {number}: {problem}").format(number=number, problem=refusal.sentence), field=refusal.field
            ) from None
        found[snippet.language, snippet.trigger.casefold()] = snippet
    return tuple(found.values())


def _rows(data: bytes) -> list[list[str]]:
    """Return the rows of a text table as they are written: the reader of lists takes no-break spaces for spaces."""
    if len(data) > _MAX_BYTES:
        raise Refusal(_("This is no table of text modules: it is too large."), field="file")
    text = decoded(data)
    try:
        return list(csv.reader(io.StringIO(text), delimiter=separator(text), strict=True))
    except csv.Error:
        raise Refusal(
            _("A quotation mark in this table is not closed, or one stands where none can be."), field="file"
        ) from None


def _of_table(table: Table, language: str, trigger: str) -> Snippet | None:
    text = table.text(trigger, needed=True)
    if not text:
        return None
    try:
        return checked_snippet(language, trigger, text)
    except Refusal as refusal:
        table.problem(trigger, refusal.sentence)
        return None


def _escaped(text: str) -> str:
    for sign, written in _ESCAPES:
        text = text.replace(sign, written)
    return text


def _unescaped(text: str) -> str:
    # A text that a spreadsheet program would take for a formula was written with an apostrophe before it.
    text = text[1:] if text[:1] == "'" and text[1:2] in tuple("=@+-") else text
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text)
