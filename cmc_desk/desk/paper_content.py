"""What a paper says, its digest, and the versions of it that are on record: what making a paper and judging it share."""

import hashlib
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.papers import Ask, Format, Making, item_asked
from cmc_desk.rules.plain import from_plain, to_json, to_plain
from cmc_desk.rules.refusal import Refusal

_ASKED = frozenset(field.name for field in fields(Ask))


def gather_content(session: Session, kind: PaperKind, ask: Ask, *, now: datetime) -> Any:
    """Return what a paper says, about `now` if it asks for an instant and was not told one.

    Raises Refusal if it was asked for a session, day or delegation that there is not.
    """
    if ask.session and session.get(schema.Item, item_asked(ask)) is None:
        raise Refusal(
            _("The agenda has no item “{key}”: choose one that stands in it.").format(key=ask.session), field="session"
        )
    if ask.only and session.get(schema.Delegation, ask.only) is None:
        raise Refusal(_("No delegation has the code {code}.").format(code=ask.only), field="only")
    if ask.draft and session.get(schema.Draft, ask.draft) is None:
        raise Refusal(_("The meeting has no draft document “{key}”.").format(key=ask.draft), field="draft")
    if ask.day and ask.day not in [day.isoformat() for day in meeting(session).days]:
        raise Refusal(_("{day} is no day of the meeting.").format(day=ask.day), field="day")
    if "at" in kind.asks and ask.at is None:
        present = meeting(session).local(now)
        if kind.gather_now is not None:
            return kind.gather_now(session, ask, present)
        ask = replace(ask, at=present)
    return kind.gather(session, ask)


def digest_of(content: Any) -> str:
    """Return the SHA-256 of what a paper is made from."""
    return hashlib.sha256(to_json(content).encode()).hexdigest()


def makings(session: Session, kind: str, ask: Ask) -> tuple[Making, ...]:
    """Return the versions of a paper that were made of `ask`, oldest first."""
    return tuple(Making(row.version, row.form, row.source) for row in _rows(session, kind) if ask_of(row) == ask)


def ask_of(row: schema.Paper) -> Ask:
    """Return what was asked of a paper that was made; what a newer program asked besides is passed over."""
    return from_plain(Ask, {name: value for name, value in row.ask.items() if name in _ASKED})  # type: ignore[no-any-return] # an Ask


def enter_paper(
    tx: Tx, *, kind: str, ask: Ask, form: Format, version: int, file: str, digest: str, source: str, people: int
) -> str:
    """Put a paper that was made on record, as made now by whoever asks, and return its identifier."""
    paper = schema.Paper(
        id=tx.new_id(),
        kind=kind,
        ask=to_plain(ask),
        form=form,
        language=ask.language,
        at=tx.now,
        station=tx.author.station,
        operator=tx.author.operator,
        version=version,
        file=file,
        digest=digest,
        source=source,
        people=people,
    )
    tx.session.add(paper)
    return paper.id


def _rows(session: Session, kind: str) -> Sequence[schema.Paper]:
    return session.scalars(
        select(schema.Paper).where(schema.Paper.kind == kind).order_by(schema.Paper.at, schema.Paper.version)
    ).all()
