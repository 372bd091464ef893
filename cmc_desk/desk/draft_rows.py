"""The rows of a draft document: its versions and provisions, read as facts, and when they may be written."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import PlanField, ProvisionKind
from cmc_desk.rules.drafts import DraftText, DraftVersion, Provision
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.note_text import composed
from cmc_desk.rules.plain import to_json
from cmc_desk.rules.refusal import Refusal

FROZEN = (Decided.APPROVED, Decided.AMENDED)
LONGEST_LABEL = 40
_Text = schema.ProvisionText
_COLUMNS = (_Text.provision, _Text.kind, _Text.text, _Text.label, _Text.level, _Text.status, _Text.cells)
_FIELDS = {field.value: number for number, field in enumerate(PlanField)}


@dataclass(frozen=True, slots=True)
class Placed:
    """A provision in the newest version of its draft: the rows of both."""

    text: schema.ProvisionText
    version: schema.DraftVersion


def the_draft(session: Session, draft: str) -> schema.Draft:
    """Return the row of a draft; raises Refusal if there is none."""
    row = session.get(schema.Draft, draft)
    if row is None:
        raise Refusal(_("The meeting has no such draft document."), field="draft")
    return row


def newest(session: Session, draft: str) -> schema.DraftVersion | None:
    """Return the newest version of a draft, None if it has no text yet."""
    row = schema.DraftVersion
    return session.scalars(select(row).where(row.draft == draft).order_by(row.number.desc()).limit(1)).first()


def the_version(session: Session, draft: str, number: int = 0) -> schema.DraftVersion:
    """Return a version of a draft, the newest for 0; raises Refusal if it is not there."""
    the_draft(session, draft)
    if number:
        row = schema.DraftVersion
        found = session.scalars(select(row).where(row.draft == draft, row.number == number)).first()
    else:
        found = newest(session, draft)
    if found is None:
        raise Refusal(
            _("This draft has no version {number}.").format(number=number)
            if number
            else _("This draft has no text yet: bring one first."),
            field="version",
        )
    return found


def changeable(version: schema.DraftVersion) -> schema.DraftVersion:
    """Return the version; raises Refusal if the meeting adopted it."""
    if version.decided in FROZEN:
        raise Refusal(_("The meeting adopted this text: it stays as it is. Reopen it first."), field="draft")
    return version


def refuse_adopted(session: Session, draft: str) -> None:
    """Raise Refusal if the meeting adopted a draft: what was proposed for it, and who stood where, is on record then."""
    version = newest(session, draft)
    if version is not None:
        changeable(version)


def editable(version: schema.DraftVersion) -> schema.DraftVersion:
    """Return the version; raises Refusal if delegations have it in their hands already, or if it was adopted."""
    changeable(version)
    if version.circulated_at is not None:
        raise Refusal(
            _("{label} was circulated: it stays as the delegations have it. Make the next version first.").format(
                label=version.label
            ),
            field="version",
        )
    return version


def text_rows(session: Session, version: str) -> Sequence[schema.ProvisionText]:
    """Return the rows of the provisions of a version in their order."""
    return session.scalars(select(_Text).where(_Text.version == version).order_by(_Text.place)).all()


def placed(session: Session, provision: str, *, draft: str = "") -> Placed:
    """Return a provision as the newest version of its draft has it; raises Refusal if it is not there (any more)."""
    row = session.get(schema.Provision, provision)
    version = newest(session, row.draft) if row is not None and draft in ("", row.draft) else None
    text = None
    if version is not None:
        text = session.scalars(select(_Text).where(_Text.version == version.id, _Text.provision == provision)).first()
    if version is None or text is None:
        raise Refusal(_("This provision is not in the text any more."), field="provision")
    return Placed(text, version)


def add_version(tx: Tx, draft: str, *, label: str = "", source: str = "", sha256: str = "") -> schema.DraftVersion:
    """Add the next version of a draft in the open transaction; it has no text yet."""
    found = schema.DraftVersion
    number = (tx.session.scalar(select(func.max(found.number)).where(found.draft == draft)) or 0) + 1
    row = schema.DraftVersion(
        id=tx.new_id(),
        draft=draft,
        number=number,
        label=composed(label.strip())[:60] or _("Draft {number}").format(number=number),
        created_at=tx.now,
        source=source,
        sha256=sha256,
        decided=Decided.PENDING,
        reason="",
        digest="",
    )
    tx.session.add(row)
    tx.session.flush()
    return row


def write_provisions(tx: Tx, version: schema.DraftVersion, provisions: Iterable[Provision]) -> None:
    """Write the whole text of a version that has none yet; a provision whose key is new to the draft is made."""
    known = set(tx.session.scalars(select(schema.Provision.id).where(schema.Provision.draft == version.draft)))
    wanted = list(provisions)
    for one in wanted:
        if one.key not in known:
            tx.session.add(schema.Provision(id=one.key, draft=version.draft))
    tx.session.flush()
    for place, one in enumerate(wanted, 1):
        tx.session.add(
            _Text(
                id=tx.new_id(),
                version=version.id,
                provision=one.key,
                place=place,
                kind=one.kind,
                level=one.level,
                label=one.label,
                text=one.text,
                cells=dict(one.cells),
                status=one.status,
            )
        )
    tx.session.flush()


def provisions_of(session: Session, version: str) -> tuple[Provision, ...]:
    """Return the provisions of a version in their order; how people name them in full is known only beside one another."""
    # Columns instead of objects: a draft is read after every key, and this takes half the time.
    rows = session.execute(select(*_COLUMNS).where(_Text.version == version).order_by(_Text.place))
    return tuple(
        Provision(key, kind, text, label, level, status, _in_order(cells))
        for key, kind, text, label, level, status, cells in rows
    )


def provision_fact(row: schema.ProvisionText) -> Provision:
    """Return a provision as a fact."""
    return Provision(row.provision, row.kind, row.text, row.label, row.level, row.status, _in_order(row.cells))


def version_fact(row: schema.DraftVersion) -> DraftVersion:
    """Return a version as a fact."""
    return DraftVersion(
        key=row.id,
        draft=row.draft,
        number=row.number,
        label=row.label,
        created_at=row.created_at,
        circulated_at=row.circulated_at,
        comments_until=row.comments_until,
        source=row.source,
        sha256=row.sha256,
        decided=row.decided,
        decided_at=row.decided_at,
        decided_item=row.decided_item or "",
        reason=row.reason,
        digest=row.digest,
    )


def checked_label(label: str) -> str:
    """Return the number of a provision as it is kept; raises Refusal if it is too long for one."""
    words = " ".join(composed(label).split())
    if len(words) > LONGEST_LABEL:
        raise Refusal(_("At most {number} letters, please.").format(number=LONGEST_LABEL), field="label")
    return words


def checked_cells(kind: ProvisionKind, cells: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return the cells of a row of a plan that say anything; raises Refusal if a plan has no such cell, or if it is no row."""
    told = {name: composed(words).strip() for name, words in cells if words.strip()}
    if told and kind is not ProvisionKind.PLAN_ROW:
        raise Refusal(_("Only a row of a plan has cells."), field="cells")
    strange = next((name for name in told if name not in _FIELDS), None)
    if strange is not None:
        raise Refusal(_("A plan has no column “{name}”.").format(name=strange), field="cells")
    return tuple((field.value, told[field.value]) for field in PlanField if field.value in told)


def digest_of(text: str) -> str:
    """Return the SHA-256 of a text, by which it is known whether it changed since."""
    return hashlib.sha256(text.encode()).hexdigest()


def written_anew() -> Refusal:
    """Return why what somebody else has written meanwhile is not written over unseen."""
    return Refusal(
        _(
            "It was written anew elsewhere meanwhile, and says something else: copy what you typed, go back and open it again."
        )
    )


def digest_of_provision(provision: Provision) -> str:
    """Return the SHA-256 of what a provision says and how it stands there, not of how far the meeting has come with it."""
    return digest_of(to_json([provision.label, provision.kind, provision.level, provision.text, provision.cells]))


def digest_of_text(text: DraftText) -> str:
    """Return the SHA-256 of a whole text as it stands, with its numbers, cells and how far each provision has come."""
    return digest_of(
        to_json([(one.label, one.kind, one.level, one.text, one.cells, one.status) for one in text.provisions])
    )


def _in_order(cells: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the cells that say anything in the order of a plan's columns."""
    told = [(name, words) for name, words in cells.items() if words]
    return tuple(sorted(told, key=lambda cell: (_FIELDS.get(cell[0], len(_FIELDS)), cell[0])))
