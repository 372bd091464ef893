"""A matrix of comments that comes back, compared with what stands here: what is new, what was written anew, and what cannot be."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import tzinfo

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.document_kinds import ProposalDecision
from cmc_desk.rules.importing import without_result
from cmc_desk.rules.matrix_checks import check_change, check_length, check_sides, is_cut, is_taken_in, typed_over
from cmc_desk.rules.matrix_columns import ANSWER, HEADINGS
from cmc_desk.rules.matrix_marks import mark_name, read_mark, said_as, told_fields
from cmc_desk.rules.matrix_new import new_row
from cmc_desk.rules.matrix_rows import KnownMatrix, MatrixChange, MatrixFile, MatrixNew, MatrixPreview, MatrixRow
from cmc_desk.rules.matrix_values import Choices, UnreadableError, chosen, codes_in, number_in, reservations_in
from cmc_desk.rules.new_cells import cells_in, cells_words
from cmc_desk.rules.proposals import Proposal
from cmc_desk.rules.refusal import Refusal

_SHOWN = 40
_LISTS = ("delegations", "supporters", "opponents")


def plan_matrix(file: MatrixFile, known: KnownMatrix, named: Choices, *, zone: tzinfo) -> MatrixPreview:
    """Return what a file would do; nothing of one with problems is taken over."""
    problems: list[str] = []
    changes: dict[int, MatrixChange] = {}
    seen: dict[int, None] = {}
    new: list[MatrixNew] = []
    before: list[MatrixNew] = []
    marks = ((row.sheet, read_mark(row.cells.get("mark", ""))) for row in file.rows)
    marked = Counter((sheet, mark[0]) for sheet, mark in marks if mark is not None)
    for row in file.rows:
        try:
            _check_row(row, marked)
            if row.cells.get("number", "").strip():
                number, change = _change(row, known, named)
                seen[number] = None
                if change is not None:
                    changes[number] = _together(changes.get(number), change)
            elif (added := new_row(row, known, named, zone)) is not None:
                if is_taken_in(added, known):
                    before.append(added)
                else:
                    new.append(added)
        except UnreadableError as error:
            words = _("{where}: “{word}” means nothing here. Write it as the lists of the workbook do.")
            problems.append(words.format(where=row.where, word=error))
        except Refusal as refusal:
            problems.append(refusal.sentence)
    return MatrixPreview(
        source=file.source,
        new=_once(new),
        changes=tuple(changes.values()),
        unchanged=len(seen) - len(changes) + len(_once(before)),
        told=(*_told(file, known, seen), *_told_before(_once(before)), *typed_over(file)),
        problems=tuple(problems),
    )


def column_words(name: str) -> str:
    """Return what a column is called."""
    if name.startswith("answer "):
        return _(ANSWER).format(agency=name.removeprefix("answer "))
    return _(HEADINGS[name])


def value_of(name: str, text: str, named: Choices) -> str | None:
    """Return what a cell that may be written anew says, as it is kept; None for a choice that nobody made. Raises UnreadableError."""
    if name == "kind":
        return chosen(text, named.kinds)
    if name == "status":
        return chosen(text, named.decisions)
    if name in _LISTS:
        return " ".join(sorted(codes_in(text, named.delegation_of)))
    if name == "reservations":
        said = reservations_in(text, named.delegation_of)
        return "\n".join(sorted(f"{code}: {words}" if words else code for code, words in said))
    if name == "row":
        cells = cells_in(text, named.fields)
        if cells is None:
            raise UnreadableError(" ".join(text.split())[:_SHOWN])
        return cells_words(cells)
    return text.strip()


def _change(row: MatrixRow, known: KnownMatrix, named: Choices) -> tuple[int, MatrixChange | None]:
    """Return the number of a row, and what it would change; raises Refusal or UnreadableError."""
    written = row.cells["number"].strip()
    number = number_in(written)
    mark = read_mark(row.cells.get("mark", ""))
    if mark is not None and number_in(mark[0]) != number:
        words = _("{where}: the number {number} was written over {before}. Write {before} again, or leave the row out.")
        raise Refusal(words.format(where=row.where, number=written, before=mark[0]))
    proposal = known.proposals.get(number) if number is not None else None
    if number is None or proposal is None:
        words = _("{where}: there is no proposal {number}. A new comment has no number.")
        raise Refusal(words.format(where=row.where, number=written))
    was = mark[1] if mark is not None else {}
    _check_place(row, proposal, was)
    standing = told_fields(proposal, [name.removeprefix("answer ") for name in row.cells if name.startswith("answer ")])
    cells = {
        name: value
        for name in row.cells
        if name in standing and (value := _anew(row, name, standing[name], was, named)) is not None
    }
    if not cells:
        return number, None
    check_change(row.where, proposal, cells, known)
    check_sides(row.where, {name: cells.get(name, standing[name]) for name in row.cells if name in standing})
    return number, MatrixChange(
        row.where, proposal.key, proposal.name, cells, was={name: standing[name] for name in cells}
    )


def _check_row(row: MatrixRow, marked: Counter[tuple[str, str]]) -> None:
    """Raise Refusal if a cell says nothing that can be read, or if somebody took the number out of a row that has its mark."""
    strange = next((name for name in row.cells if without_result(row.cells[name])), None)
    if strange is not None:
        words = _(
            "{where}: “{column}” is a formula without its value. Open the file in a spreadsheet program, save it, and choose it again."
        )
        raise Refusal(words.format(where=row.where, column=column_words(strange)))
    mark = read_mark(row.cells.get("mark", ""))
    # A row that was copied for a new comment has the mark of the one that it was copied from, which is there too.
    if mark is not None and not row.cells.get("number", "").strip() and marked[row.sheet, mark[0]] < 2:
        words = _(
            "{where}: the number of {name} was taken out. Write it again, or take out its mark too if this is a new comment."
        )
        raise Refusal(words.format(where=row.where, name=mark[0]))


def _check_place(row: MatrixRow, proposal: Proposal, was: Mapping[str, str]) -> None:
    if "provision" in row.cells and "provision" in was and said_as(row.cells["provision"]) != was["provision"]:
        words = _(
            "{where}: the provision of {name} was typed anew. A proposal stays where it was made: write the provision as it was, or add a new row."
        )
        raise Refusal(words.format(where=row.where, name=proposal.name))


def _anew(row: MatrixRow, name: str, standing: str, was: Mapping[str, str], named: Choices) -> str | None:
    """Return what a cell says if somebody wrote it anew; None if not."""
    if is_cut(row.cells[name], standing):
        return None
    check_length(row.where, row.cells[name])
    value = value_of(name, row.cells[name], named)
    before = was.get(mark_name(name), said_as(standing))
    if value is None or said_as(value) in (before, said_as(standing)):
        return None
    if said_as(standing) != before:
        words = _(
            "{where}: “{column}” of {name} was changed in the file, and here since the file was written. Say here which one stands, and take the row out of the file."
        )
        raise Refusal(words.format(where=row.where, column=column_words(name), name=row.cells["number"].strip()))
    if name == "status" and value == ProposalDecision.MERGED:
        raise Refusal(_("{where}: proposals are merged on the page of the documents.").format(where=row.where))
    return value


def _together(before: MatrixChange | None, change: MatrixChange) -> MatrixChange:
    """Return what two rows of one proposal change together; raises Refusal if they do not say the same."""
    if before is None:
        return change
    for name, value in change.cells.items():
        if before.cells.get(name, value) != value:
            words = _("{where} and {other}: “{column}” of {name} says two things. Write one of them.")
            raise Refusal(
                words.format(where=before.where, other=change.where, column=column_words(name), name=change.name)
            )
    cells = {**before.cells, **change.cells}
    check_sides(before.where, cells)
    return MatrixChange(before.where, change.proposal, change.name, cells, was={**before.was, **change.was})


def _once(new: Sequence[MatrixNew]) -> tuple[MatrixNew, ...]:
    """Return new comments, one that stands on two sheets once."""
    found: list[MatrixNew] = []
    for one in new:
        if not any(one.proposal == other.proposal for other in found):
            found.append(one)
    return tuple(found)


def _told(file: MatrixFile, known: KnownMatrix, seen: Mapping[int, None]) -> Iterator[str]:
    written = [number for one in file.written if (number := number_in(one)) is not None]
    gone = [known.proposals[one].name for one in written if one in known.proposals and one not in seen]
    if gone:
        yield ngettext(
            "{names} is no longer in the file: it stays as it is.",
            "{names} are no longer in the file: they stay as they are.",
            len(gone),
        ).format(names=", ".join(gone))
    if _sorted_anew(file.rows, written):
        yield _("The rows were put in another order: they were found by their numbers.")


def _told_before(before: Sequence[MatrixNew]) -> Iterator[str]:
    if before:
        yield ngettext(
            "{number} new comment was taken in already: it stays as it is.",
            "{number} new comments were taken in already: they stay as they are.",
            len(before),
        ).format(number=len(before))


def _sorted_anew(rows: Sequence[MatrixRow], written: Sequence[int]) -> bool:
    places = {number: place for place, number in enumerate(written)}
    for sheet in dict.fromkeys(row.sheet for row in rows):
        numbers = (number_in(row.cells.get("number", "")) for row in rows if row.sheet == sheet)
        order = [places[number] for number in numbers if number in places]
        if order != sorted(order):
            return True
    return False
