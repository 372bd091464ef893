"""The secretariat's hand in the text of a draft: provisions edited, added, removed and moved, and how far each has come."""

from dataclasses import replace

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.draft_rows import (
    Placed,
    changeable,
    checked_cells,
    checked_label,
    digest_of_provision,
    editable,
    placed,
    provision_fact,
    text_rows,
    the_version,
    written_anew,
)
from cmc_desk.desk.draft_texts import draft_text, proposals_for
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.alternatives import CHANGING
from cmc_desk.rules.applying import apply_decisions, below_deleted, family, moved, waiting
from cmc_desk.rules.bracket_pairs import pairs_in
from cmc_desk.rules.document_kinds import ProvisionKind, ProvisionStatus
from cmc_desk.rules.drafts import Provision
from cmc_desk.rules.note_text import composed
from cmc_desk.rules.numbering import renumbered
from cmc_desk.rules.refusal import Refusal

_NAMES = (ProvisionKind.TITLE, ProvisionKind.HEADING)
_DELETED = ProvisionStatus.DELETED
_AGREED = (ProvisionStatus.AGREED, ProvisionStatus.AD_REFERENDUM)


@command("drafts.edit_provision")
def edit_provision(
    tx: Tx,
    *,
    provision: str,
    text: str | None = None,
    label: str | None = None,
    kind: ProvisionKind | None = None,
    level: int | None = None,
    cells: dict[str, str] | None = None,
    seen: str = "",
) -> str:
    """Write a provision anew, in a version that nobody has yet; what is None stays. Proposals for the text before are stale then.

    `seen` is the digest of the provision over which it was written, as `digest_of_provision` has it. Raises Refusal if nothing would
    stand there, if the version was circulated or adopted, if the provision is agreed, or if it says something else by now.
    """
    found = placed(tx.session, provision)
    editable(found.version)
    row = found.text
    if seen and digest_of_provision(provision_fact(row)) != seen:
        raise written_anew()
    made = Provision(
        key=provision,
        kind=row.kind if kind is None else ProvisionKind(kind),
        text=row.text if text is None else composed(text).strip(),
        label=row.label if label is None else checked_label(label),
        level=row.level if level is None else level,
        cells=tuple((row.cells if cells is None else cells).items()),
    )
    _check(made)
    told = dict(checked_cells(made.kind, made.cells))
    if row.status in _AGREED and (row.text, row.cells) != (made.text, told):
        raise Refusal(_("The meeting agreed on this text: open it again before you edit it."), field="text")
    row.kind, row.level, row.label, row.text = made.kind, made.level, made.label, made.text
    if row.cells != told:
        row.cells = told
    return provision


@command("drafts.add_provision")
def add_provision(
    tx: Tx,
    *,
    draft: str,
    text: str,
    kind: ProvisionKind = ProvisionKind.PARAGRAPH,
    after: str = "",
    label: str = "",
    level: int = 1,
    cells: dict[str, str] | None = None,
) -> str:
    """Add a provision after another one, at the beginning if `after` is empty, in a version that nobody has yet; return its key."""
    version = editable(the_version(tx.session, draft))
    made = Provision(tx.new_id(), ProvisionKind(kind), composed(text).strip(), checked_label(label), level)
    _check(made)
    told = checked_cells(made.kind, (cells or {}).items())
    rows = list(text_rows(tx.session, version.id))
    tx.session.add(schema.Provision(id=made.key, draft=draft))
    tx.session.flush()
    row = schema.ProvisionText(
        id=tx.new_id(),
        version=version.id,
        provision=made.key,
        place=0,
        kind=made.kind,
        level=made.level,
        label=made.label,
        text=made.text,
        cells=dict(told),
        status=ProvisionStatus.OPEN,
    )
    rows.insert(_place_after(rows, after), row)
    _order(rows)
    tx.session.add(row)
    tx.session.flush()
    return made.key


@command("drafts.remove_provision")
def remove_provision(tx: Tx, *, provision: str) -> str:
    """Take a provision out of a version that nobody has yet.

    Raises Refusal if something was proposed for it: then it is deleted by a decision, and the record says so.
    """
    found = placed(tx.session, provision)
    editable(found.version)
    _refuse_agreed(found)
    facts = [provision_fact(row) for row in text_rows(tx.session, found.version.id)]
    if found.text.kind not in _NAMES and len(family(facts, provision)) > 1:
        raise Refusal(_("Something stands below it: take that out first, or move it."), field="provision")
    proposed = _proposed(tx, found)
    if proposed:
        raise Refusal(
            _("Something was proposed for it ({names}): mark it as deleted instead.").format(
                names=", ".join(proposed[:5])
            ),
            field="provision",
        )
    tx.session.delete(found.text)
    tx.session.flush()
    _order(list(text_rows(tx.session, found.version.id)))
    return provision


@command("drafts.move_provision")
def move_provision(tx: Tx, *, provision: str, after: str = "") -> str:
    """Put a provision with what stands below it after another one and what belongs to that, in a version that nobody has yet.

    If `after` is empty it stands at the beginning, below the title.
    """
    found = placed(tx.session, provision)
    editable(found.version)
    if after == provision:
        raise Refusal(_("A provision cannot stand after itself."), field="after")
    rows = {row.provision: row for row in text_rows(tx.session, found.version.id)}
    if after and after not in rows:
        raise Refusal(_("This provision is not in the text any more."), field="after")
    facts = [provision_fact(row) for row in rows.values()]
    if any(one.key == after for one in family(facts, provision)):
        raise Refusal(_("A provision cannot stand after what belongs to it."), field="after")
    _order([rows[one.key] for one in moved(facts, provision, after)])
    return provision


@command("drafts.renumber")
def renumber_provisions(tx: Tx, *, draft: str) -> int:
    """Number the provisions of a version that nobody has yet without bis and gaps; return how many have another number now."""
    version = editable(the_version(tx.session, draft))
    rows = {row.provision: row for row in text_rows(tx.session, version.id)}
    changed = [
        one for one in renumbered(draft_text(tx.session, draft=draft).provisions) if one.provision.label != one.was
    ]
    if not changed:
        raise Refusal(_("The provisions are numbered in order already."), field="draft")
    for one in changed:
        rows[one.provision.key].label = one.provision.label
    return len(changed)


@command("drafts.status")
def set_provision_status(tx: Tx, *, provision: str, status: ProvisionStatus) -> str:
    """Record how far the meeting has come with a provision.

    What is deleted goes with everything below it, and only from a version that nobody has yet. Raises Refusal if it would be agreed
    while brackets or proposals are left on it.
    """
    found = placed(tx.session, provision)
    changeable(found.version)
    wanted = ProvisionStatus(status)
    if _DELETED in (wanted, found.text.status):
        editable(found.version)
    if wanted in _AGREED:
        _refuse_unsettled(tx, found)
    found.text.status = wanted
    if wanted is _DELETED and found.text.kind not in _NAMES:
        rows = {row.provision: row for row in text_rows(tx.session, found.version.id)}
        for below in family([provision_fact(row) for row in rows.values()], provision)[1:]:
            rows[below.key].status = wanted
    return provision


def _refuse_unsettled(tx: Tx, found: Placed) -> None:
    """Raise Refusal if something is left to be settled in a provision, looked at with what was accepted already."""
    text = draft_text(tx.session, draft=found.version.draft)
    about = [
        one
        for one in proposals_for(tx.session, text)
        if one.provision == found.text.provision and one.action in CHANGING
    ]
    live = [one.name for one in about if one.live]
    if live:
        raise Refusal(
            ngettext(
                "{names} is still before the meeting: decide on it first.",
                "{names} are still before the meeting: decide on them first.",
                len(live),
            ).format(names=", ".join(live[:5])),
            field="status",
        )
    above = [one for one in proposals_for(tx.session, text) if one.live or waiting(one)]
    goes = [
        one.name
        for one in above
        if found.text.provision in below_deleted(text.provisions, one.provision, one.action, one.field)
    ]
    if goes:
        raise Refusal(
            ngettext(
                "{names} would delete it with what stands above it: decide on that first, or reopen it.",
                "{names} would delete it with what stands above it: decide on those first, or reopen them.",
                len(goes),
            ).format(names=", ".join(goes[:5])),
            field="status",
        )
    alone = replace(text, provisions=(provision_fact(found.text),))
    said = [words for one in apply_decisions(alone, about) for words in (one.text, *dict(one.cells).values())]
    if pairs_in(*said):
        raise Refusal(_("Square brackets are left in this text: settle them first."), field="status")


def _refuse_agreed(found: Placed) -> None:
    if found.text.status in _AGREED:
        raise Refusal(_("The meeting agreed on this text: open it again before you remove it."), field="provision")


def _proposed(tx: Tx, found: Placed) -> list[str]:
    text = draft_text(tx.session, draft=found.version.draft)
    key = found.text.provision
    return [one.name for one in proposals_for(tx.session, text) if key in (one.provision, one.target)]


def _check(made: Provision) -> None:
    if not made.text and made.kind is not ProvisionKind.PLAN_ROW:
        raise Refusal(_("Type the text of the provision."), field="text")
    if made.level < 1:
        raise Refusal(_("The levels of a text count from 1."), field="level")


def _place_after(rows: list[schema.ProvisionText], after: str) -> int:
    if not after:
        return 0
    for number, row in enumerate(rows, 1):
        if row.provision == after:
            return number
    raise Refusal(_("This provision is not in the text any more."), field="after")


def _order(rows: list[schema.ProvisionText]) -> None:
    """Give the rows of a version the places of their order."""
    for place, row in enumerate(rows, 1):
        if row.place != place:
            row.place = place
