"""The text modules of a meeting as a table, for another meeting or for whoever likes to edit them in a spreadsheet program."""

from pathlib import Path

from cmc_desk.db.files import write_beside_if_open
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.snippets import import_snippets, snippets
from cmc_desk.exchange.snippet_file import snippets_csv, snippets_of_csv
from cmc_desk.i18n import LANGUAGES
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Unavailable


def export_snippets(desk: Desk, path: Path) -> Path:
    """Write the text modules of all languages to `path` and return where they went; raises Unavailable if that cannot be."""
    found = [one for language in LANGUAGES for one in desk.read(snippets, language=language)]
    return write_beside_if_open(path, snippets_csv(found), private=False)


def import_snippets_from(desk: Desk, path: Path) -> int:
    """Take over the text modules of a table and return how many are new or say something else now.

    Raises Refusal that names what is wrong in which row, Unavailable if the file cannot be read.
    """
    try:
        data = path.read_bytes()
    except OSError:
        raise Unavailable(_("{path} cannot be read: choose another file.").format(path=path)) from None
    return desk.do(import_snippets, snippets=snippets_of_csv(data), source=path.name)
