"""The versions of a summary that were sent or read out: kept word for word, as evidence."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.readout_lines import chosen, standing_lines, wording_of
from cmc_desk.desk.readout_names import names_left
from cmc_desk.desk.readout_rows import begun, refuse_final
from cmc_desk.desk.readout_scope import form_of, scope_of, summed_items, title_of
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.note_kinds import ReadoutForm, SummaryStatus
from cmc_desk.rules.plain import to_plain
from cmc_desk.rules.readout_order import the_section
from cmc_desk.rules.readout_text import digest_of
from cmc_desk.rules.readouts import Issue, IssuedLine, ReadoutLine
from cmc_desk.rules.refusal import Refusal


@command("readouts.issue")
def issue_readout(
    tx: Tx,
    *,
    readout: str,
    status: SummaryStatus,
    attributed: bool | None = None,
    language: str = "",
    despite_names: bool = False,
) -> int:
    """Keep what a summary says now as its next version, with a status; return the number of the version.

    Raises Refusal if nothing stands in it; if it is final, which is reopened first; and, with the field `names`, if it leaves the house with
    names in it that may not stand there, unless that is accepted (`despite_names`).
    """
    row, _lines = begun(tx, readout)
    refuse_final(row)
    language, naming = chosen(tx.session, readout, language=language, attributed=attributed)
    if status is not SummaryStatus.DRAFT and not despite_names:
        left = names_left(tx.session, key=readout, attributed=naming, language=language)
        if left:
            # How many, and not whose: what is refused may be written down elsewhere.
            number = sum(len(one.found) for one in left)
            words = ngettext(
                "{number} name is left in this text: reword it, or issue the text all the same.",
                "{number} names are left in this text: reword them, or issue the text all the same.",
                number,
            )
            raise Refusal(words.format(number=number), field="names")
    row.status = SummaryStatus(status)
    return _keep(tx, row, attributed=naming, language=language, spoken=False)


@command("readouts.spoken")
def mark_spoken(
    tx: Tx, *, readout: str, attributed: bool | None = None, language: str = "", at: datetime | None = None
) -> int:
    """Keep what was read out, word for word, and when; return the version. To say it twice of the same text keeps it once."""
    row, _lines = begun(tx, readout)
    language, naming = chosen(tx.session, readout, language=language, attributed=attributed)
    last = last_issue(tx.session, readout)
    if last is not None and last.spoken:
        body = issued(tx.session, readout, attributed=naming, language=language)
        if last.digest == digest_of(body):
            tx.cannot_be_undone()
            return last.version
    tx.told = at
    return _keep(tx, row, attributed=naming, language=language, spoken=True)


def issues(session: Session, *, readout: str) -> tuple[Issue, ...]:
    """Return the versions of a summary, the first one first."""
    row = schema.ReadoutIssue
    found = session.scalars(select(row).where(row.readout == readout).order_by(row.version))
    return tuple(map(_fact, found))


def issue_of(session: Session, *, readout: str, version: int) -> Issue:
    """Return a version of a summary; raises Refusal if there is none of this number."""
    row = schema.ReadoutIssue
    found = session.scalars(select(row).where(row.readout == readout, row.version == version)).first()
    if found is None:
        raise Refusal(_("This version of the summary does not exist."), field="version")
    return _fact(found)


def last_issue(session: Session, readout: str) -> Issue | None:
    """Return the newest version of a summary; None if none was issued."""
    row = schema.ReadoutIssue
    found = session.scalars(select(row).where(row.readout == readout).order_by(row.version.desc()).limit(1)).first()
    return _fact(found) if found is not None else None


def spoken_at(session: Session) -> dict[str, datetime]:
    """Return when each summary was read out last."""
    row = schema.ReadoutIssue
    query = select(row.readout, row.at).where(row.spoken).order_by(row.at)
    return {found[0]: found[1] for found in session.execute(query)}


def lines_of_final(session: Session, readout: str, *, attributed: bool, language: str) -> tuple[ReadoutLine, ...]:
    """Return the lines of a summary as it became final; none if it did not in this language, or with names or without."""
    row = schema.ReadoutIssue
    found = session.scalars(
        select(row)
        .where(row.readout == readout, row.status == SummaryStatus.FINAL, row.language == language)
        .where(row.attributed == attributed)
        .order_by(row.version.desc())
        .limit(1)
    ).first()
    if found is None:
        return ()
    return tuple(
        ReadoutLine(
            key=f"{found.version}:{number}",
            section=line.section,
            place=number,
            gathered=line.text,
            sources=line.sources,
            delegations=line.delegations,
            item=line.item,
        )
        for number, line in enumerate(_fact(found).lines, 1)
    )


def issued(session: Session, key: str, *, attributed: bool, language: str) -> list[Any]:
    """Return what would be kept if a read-out were issued now: its title and its lines, as plain data."""
    items = summed_items(session)
    scope = scope_of(items, key)
    standing = standing_lines(session, items, scope, wording_of(session, language, attributed=attributed))
    lines = [
        IssuedLine(one.line.section, one.line.text, one.line.item, one.line.delegations, one.line.sources)
        for one in standing
        if one.shown and not one.line.left_out and one.line.text
    ]
    return [{"title": title_of(items, scope, language)}, *map(to_plain, lines)]


def _keep(tx: Tx, row: schema.Readout, *, attributed: bool, language: str, spoken: bool) -> int:
    body = issued(tx.session, row.id, attributed=attributed, language=language)
    if len(body) == 1:
        raise Refusal(_("Nothing stands in this summary yet: mark entries, or add a line."))
    row.version += 1
    row.revision += 1
    tx.session.add(
        schema.ReadoutIssue(
            id=tx.new_id(),
            readout=row.id,
            version=row.version,
            status=row.status,
            attributed=attributed,
            language=language,
            body=body,
            digest=digest_of(body),
            at=tx.at,
            operator=tx.author.operator,
            station=tx.author.station,
            spoken=spoken,
        )
    )
    # What was said or sent cannot be unsaid.
    tx.cannot_be_undone()
    return row.version


def _fact(row: schema.ReadoutIssue) -> Issue:
    head, *lines = row.body
    form = form_of(row.readout)
    return Issue(
        readout=row.readout,
        version=row.version,
        status=row.status,
        attributed=row.attributed,
        language=row.language,
        title=str(head["title"]),
        lines=tuple(_line(line, form) for line in lines),
        digest=row.digest,
        at=row.at,
        operator=row.operator,
        station=row.station,
        spoken=row.spoken,
    )


def _line(line: dict[str, Any], form: ReadoutForm) -> IssuedLine:
    return IssuedLine(
        section=the_section(line["section"], form),
        text=line["text"],
        item=line["item"],
        delegations=tuple(line["delegations"]),
        sources=tuple(line["sources"]),
    )
