"""What is being written in a line of a read-out is kept while it is typed, as an entry is, and put on record when it is handed over.

Keeping writes no row of the journal. Whoever keeps says what the line said last in their hands; where it says anything else by now
somebody else has written it, and nothing is kept over that. The command that hands the text over puts the line back first as it was
when the writing began, so that taking it back leads there and not to half a word.
"""

import secrets
from dataclasses import dataclass, fields

from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx
from cmc_desk.desk.readout_lines import chosen, standing_lines, wording_of
from cmc_desk.desk.readout_places import place_line, section_of
from cmc_desk.desk.readout_rows import Editing, begun, new_line, refuse_final
from cmc_desk.desk.readout_scope import scope_of, summed_items
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_text import storable
from cmc_desk.rules.readout_text import digest_of_sources
from cmc_desk.rules.refusal import Refusal


@dataclass(frozen=True, slots=True)
class LineText:
    """What was written by hand of a line, with the section that it holds it in and the digests of its sources then."""

    section: str = ""
    rewritten: str = ""
    digest: str = ""
    unnamed: str = ""
    unnamed_digest: str = ""


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A line that somebody begins to write: what of it was written before, and all that keeping it needs, so that no key waits for it.

    A line that is `added` is not there before it is kept, and stands in `section` before the line `before`.
    """

    readout: str
    line: str
    section: str
    began: LineText = LineText()
    digest: str = ""
    named: bool = True
    added: bool = False
    before: str = ""


def rewriting(session: Session, *, readout: str, line: str) -> Rewriting:
    """Return what there is to know of a line that is about to be rewritten; raises Refusal if it is not there."""
    items = summed_items(session)
    scope = scope_of(items, readout)
    language, named = chosen(session, readout, language="", attributed=None)
    standing = standing_lines(session, items, scope, wording_of(session, language, attributed=named))
    found = next((one for one in standing if one.line.key == line), None)
    if found is None:
        raise _gone()
    row = session.get(schema.ReadoutLine, line)
    return Rewriting(
        readout=readout,
        line=line,
        section=str(found.line.section),
        began=text_of(row) if row is not None else LineText(),
        digest=digest_of_sources(found.sources),
        named=named,
    )


def adding(*, readout: str, section: str, before: str) -> Rewriting:
    """Return what there is to know of a line that is about to be added."""
    # As those of entries: drawn here, for it is kept before any command gives it one.
    line = secrets.token_hex(16)
    return Rewriting(readout, line, section, digest=digest_of_sources(()), added=True, before=before)


def keep_line(tx: Tx, *, of: Rewriting, text: str, last: LineText | None = None) -> LineText:
    """Keep what is being written in a line, and return what the line is known to say then; `last` is that of the keeping before.

    Raises Refusal if the summary is final, or if somebody else has written or removed the line meanwhile.
    """
    row = tx.session.get(schema.ReadoutLine, of.line)
    if row is None and last is None:
        row = _new_row(tx, of)
        last = text_of(row)
    opened = tx.session.get(schema.Readout, of.readout)
    if row is None or opened is None:
        raise _gone()
    refuse_final(opened)
    _check_mine(row, of.began if last is None else last)
    written = storable(text).strip()
    row.section = row.section or of.section
    if of.named:
        row.rewritten, row.digest = written, of.digest
    else:
        row.unnamed, row.unnamed_digest = written, of.digest
    opened.changed_at = tx.now
    return text_of(row)


def put_back(tx: Tx, *, of: Rewriting, last: LineText) -> None:
    """Let a line say again what it said before somebody kept something of it; one that was added goes.

    Where nothing was kept, as at a station that has it from the journal, there is nothing to do. Raises Refusal if somebody else has
    written it meanwhile.
    """
    row = tx.session.get(schema.ReadoutLine, of.line)
    if row is None or (not of.added and text_of(row) == of.began):
        return
    _check_mine(row, last)
    if of.added:
        tx.session.delete(row)
    else:
        for one in fields(LineText):
            setattr(row, one.name, getattr(of.began, one.name))
    tx.session.flush()


def text_of(row: schema.ReadoutLine) -> LineText:
    """Return what was written by hand of a line."""
    return LineText(**{one.name: getattr(row, one.name) for one in fields(LineText)})


def _new_row(tx: Tx, of: Rewriting) -> schema.ReadoutLine:
    opened, lines = begun(tx, of.readout)
    refuse_final(opened)
    rows = {one.line.key: row for one in lines if (row := tx.session.get(schema.ReadoutLine, one.line.key)) is not None}
    if not of.added:
        if of.line not in rows:
            raise _gone()
        return rows[of.line]
    row = new_line(of.readout, of.line, 0, [])
    row.section = section_of(opened.form, of.section)
    others = [one for one in lines if one.line.section == row.section]
    place_line(Editing(opened, lines, rows), row, others, of.before)
    tx.session.add(row)
    return row


def _check_mine(row: schema.ReadoutLine, last: LineText) -> None:
    if text_of(row) != last:
        raise Refusal(
            _("Somebody else has rewritten this line meanwhile: read it before you write over it."), field="text"
        )


def _gone() -> Refusal:
    return Refusal(_("This line is not in the read-out any more: somebody merged or removed it."), field="line")
