"""A matrix of comments that comes back, on the command line: looked at, or looked at and taken over."""

from dataclasses import replace
from pathlib import Path

from cmc_desk.cli.told import Told
from cmc_desk.desk.beside import copy_beside
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.draft_texts import draft_text
from cmc_desk.desk.matrix_import import import_matrix, matrix_dry_run, read_matrix_file, refuse_problems
from cmc_desk.desk.trying import Trial
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.matrix_import import column_words
from cmc_desk.rules.matrix_rows import MatrixPreview
from cmc_desk.rules.refusal import Refusal


def check_matrix(desk: Desk, files: tuple[str, ...], *, draft: str = "") -> Told:
    """Say what a file would add and change, and what stands against it; nothing is written.

    `draft` is the document of those rows that name none.
    """
    preview = _looked_at(desk, files, draft)
    return Told(preview, "\n".join((*_words(preview), *preview.problems)), refused=bool(preview.problems))


def take_matrix(desk: Desk, files: tuple[str, ...], *, draft: str = "") -> Told:
    """Take a file over as a whole; raises Refusal with every problem, a line each, if there is one."""
    preview = _looked_at(desk, files, draft)
    refuse_problems(preview)
    taken = desk.do(import_matrix, new=preview.new, changes=preview.changes, source=preview.source)
    return Told(taken, "\n".join(_words(preview)))


def _looked_at(desk: Desk, files: tuple[str, ...], draft: str) -> MatrixPreview:
    if len(files) != 1:
        raise Refusal(_("Which file? Name the matrix of comments that came back."), field="what")
    file = read_matrix_file(Path(files[0]))
    if draft:
        desk.read(draft_text, draft=draft)
        rows = tuple(
            row if row.cells.get("document", "").strip() else replace(row, cells={**row.cells, "document": draft})
            for row in file.rows
        )
        file = replace(file, rows=rows)
    with copy_beside(desk) as store:
        return matrix_dry_run(Trial(desk, store), file)


def _words(preview: MatrixPreview) -> list[str]:
    lines = [
        _("{where}: {name}, {columns}").format(
            where=one.where, name=one.name, columns=", ".join(column_words(name) for name in one.cells)
        )
        for one in preview.changes
    ]
    lines += [_("{where}: new comment").format(where=one.where) for one in preview.new]
    count = ngettext("{number} row is as it was.", "{number} rows are as they were.", preview.unchanged)
    return [*lines, count.format(number=preview.unchanged), *preview.told]
