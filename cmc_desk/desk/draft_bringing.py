"""A text comes into a draft: as its next version, or with a document that is founded with it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.draft_founding import found_draft
from cmc_desk.desk.draft_rows import (
    add_version,
    changeable,
    checked_cells,
    checked_label,
    digest_of_text,
    newest,
    the_draft,
    write_provisions,
)
from cmc_desk.desk.draft_texts import draft_text, left_standing, taken_in
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import DocumentKind, ProposalAction, ProvisionStatus
from cmc_desk.rules.drafts import Provision, ReadProvision
from cmc_desk.rules.new_cells import Cells
from cmc_desk.rules.note_text import composed
from cmc_desk.rules.proposals import Proposal
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.text_edits import alike

# So many letters of a provision tell which one is meant.
_NAMED = 24


@command("drafts.bring")
def bring_text(
    tx: Tx,
    *,
    draft: str,
    provisions: tuple[ReadProvision, ...],
    label: str = "",
    source: str = "",
    sha256: str = "",
    seen: str | None = None,
) -> str:
    """Bring a text as the next version of a draft; return the key of the version.

    What `replaces` a provision is a new text of that one: proposals for it stay with it, and it stays agreed if it says the same. What was
    accepted as a new provision and stands in it is in the text with that, and so is the accepted deletion of what does not stand in it,
    with nothing of what was to go along.
    `seen` is the digest of the text with which it was compared, as `digest_of_text` has it. Raises Refusal if there is nothing in it,
    if the draft was adopted, or if it says something else by now.
    """
    the_draft(tx.session, draft)
    before = newest(tx.session, draft)
    if before is not None:
        changeable(before)
    standing = draft_text(tx.session, draft=draft)
    if seen is not None and seen != digest_of_text(standing):
        raise Refusal(
            _(
                "The text was written anew meanwhile: choose the file once more, so that it is compared with what stands here now."
            )
        )
    if not any(one.text.strip() or one.cells for one in provisions):
        raise Refusal(_("There is no text in it."), field="provisions")
    known = {one.key: one for one in standing.provisions}
    taken = taken_in(tx.session, draft)
    put_in = {alike(one.text): one.key for one in taken if one.action is ProposalAction.INSERT_AFTER}
    wanted = _all_brought(tx, provisions, known, put_in)
    if len({one.key for one in wanted}) < len(wanted):
        raise Refusal(_("Two provisions cannot be the new text of the same one."), field="provisions")
    if before is not None and _says(wanted) == _says(standing.provisions):
        raise Refusal(_("Nothing in it differs from {label}.").format(label=before.label), field="provisions")
    version = add_version(tx, draft, label=label, source=source, sha256=sha256)
    write_provisions(tx, version, wanted)
    here = {one.key for one in wanted}
    gone = [
        one.key
        for one in taken
        if _deletes(one)
        and one.provision in known
        and one.provision not in here
        and not left_standing(tx.session, one, wanted)
    ]
    for key in (*(here - known.keys()), *gone):
        if (row := tx.session.get(schema.Proposal, key)) is not None:
            row.applied_in = version.id
    return version.id


@command("drafts.found_with_text")
def found_with_text(
    tx: Tx,
    *,
    key: str = "",
    title: str,
    short_title: str = "",
    kind: DocumentKind = DocumentKind.OTHER,
    symbol: str = "",
    language: str = "",
    provisions: tuple[ReadProvision, ...],
    label: str = "",
    source: str = "",
    sha256: str = "",
) -> str:
    """Add a draft document with its first text, both or neither; return its key. Raises Refusal as `found_draft` and `bring_text` do."""
    draft = found_draft(tx, key=key, title=title, short_title=short_title, kind=kind, symbol=symbol, language=language)
    tx.session.flush()
    bring_text(tx, draft=draft, provisions=provisions, label=label, source=source, sha256=sha256)
    return draft


def _says(provisions: Sequence[Provision]) -> list[tuple[object, ...]]:
    """Return what a text says, to compare it with another: what was deleted from it says nothing."""
    return [
        (one.key, one.kind, one.text, one.label, one.level, one.cells)
        for one in provisions
        if one.status is not ProvisionStatus.DELETED
    ]


def _deletes(proposal: Proposal) -> bool:
    return proposal.action is ProposalAction.DELETE and not proposal.field


def _all_brought(
    tx: Tx, provisions: Sequence[ReadProvision], known: dict[str, Provision], put_in: dict[str, str]
) -> list[Provision]:
    """Return provisions that were read; raises Refusal with a line for each that cannot be, by its number or first words."""
    found: list[Provision] = []
    refused: list[str] = []
    for one in provisions:
        try:
            found.append(_brought(tx, one, known, put_in))
        except Refusal as refusal:
            name = one.label[:_NAMED] or " ".join(one.text.split())[:_NAMED]
            refused.append(_("{name}: {sentence}").format(name=name, sentence=refusal.sentence))
    if refused:
        raise Refusal("\n".join(refused), field="provisions")
    return found


def _brought(tx: Tx, read: ReadProvision, known: dict[str, Provision], put_in: dict[str, str]) -> Provision:
    """Return a provision that was read; `put_in` are the keys of what was accepted as a new one by its text, which is here only once."""
    before = known.get(read.replaces)
    if read.replaces and before is None:
        raise Refusal(_("A provision that is to be replaced is not in the text any more."), field="provisions")
    if read.level < 1:
        raise Refusal(_("The levels of a text count from 1."), field="provisions")
    made = Provision(
        key=before.key if before is not None else put_in.pop(alike(read.text), "") or tx.new_id(),
        kind=read.kind,
        text=composed(read.text).strip(),
        label=checked_label(read.label),
        level=read.level,
        cells=checked_cells(read.kind, read.cells),
    )
    if before is None:
        return made
    made = replace(
        made, text=_as_it_stood(made.text, before.text), cells=_cells_as_they_stood(made.cells, dict(before.cells))
    )
    return replace(made, status=before.status) if (before.text, before.cells) == (made.text, made.cells) else made


def _cells_as_they_stood(cells: Cells, before: Mapping[str, str]) -> Cells:
    return tuple((name, _as_it_stood(said, before.get(name, ""))) for name, said in cells)


def _as_it_stood(said: str, before: str) -> str:
    """Return the text that stands here if the one that is brought says the same, in accents of other characters.

    Earlier programs kept them as they were typed, and proposals were made to that.
    """
    return before if composed(before).strip() == said else said
