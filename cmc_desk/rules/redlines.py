"""A draft with what was proposed for it, as screen, stage, Word and PDF show it: what was removed, what was added, by whom."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cmc_desk.rules.alternatives import Undecided, alternatives_of, by_provision, standing_of
from cmc_desk.rules.applying import apply_decisions, decided, in_order_of_decision, waiting, wanted, with_below
from cmc_desk.rules.bracket_pairs import pairs_in
from cmc_desk.rules.brackets import counted
from cmc_desk.rules.document_kinds import (
    Concern,
    PartyRole,
    ProposalAction,
    ProposalDecision,
    ProvisionKind,
    ProvisionStatus,
)
from cmc_desk.rules.drafts import DraftText, Provision
from cmc_desk.rules.numbering import with_paths
from cmc_desk.rules.proposal_concerns import concerns
from cmc_desk.rules.proposals import Concerned, Proposal
from cmc_desk.rules.redline import Alternative, Rendered, RenderedDraft, Run
from cmc_desk.rules.runs import accepted, changed_runs, rejected, render_text, said_over
from cmc_desk.rules.text_edits import laid_over

__all__ = ["accepted", "changes", "clean", "rejected", "render_draft", "render_provision", "render_text"]

_DELETED = ProvisionStatus.DELETED
# What a provision was in a version that did not have it, and what stands before the first.
_NOTHING = _BEGINNING = Provision("", ProvisionKind.PARAGRAPH, "")


@dataclass(frozen=True, slots=True)
class Change:
    """A place where somebody looks next: the run `run` of a provision, of its cell `field`, or of its alternative `alternative`."""

    provision: str
    run: int
    field: str = ""
    alternative: int | None = None


def render_draft(text: DraftText, proposals: Sequence[Proposal], *, before: DraftText | None = None) -> RenderedDraft:
    """Return a version of a draft as it is shown: against that before, with what was accepted since and what is undecided.

    What was accepted as a new provision stands at its place with the key of its proposal, and what is no more in this version where
    it was. Undecided ones that are to stand at the very beginning are alternatives of a provision without key and text before all others.
    """
    on = by_provision(with_below(text.provisions, proposals))
    told = concerns(text, proposals)
    labels = frozenset(one.label for one in text.provisions if one.label)
    now = {one.key: one for one in with_paths(text.provisions)}
    then = {one.key: one for one in before.provisions} if before else None
    number = text.version.number if text.version else 0
    new = {one.key: one for one in proposals if waiting(one) and one.action is ProposalAction.INSERT_AFTER}
    shown: list[Rendered] = []
    applied = apply_decisions(text, proposals)
    for one in _with_gone(applied, before):
        if one.key in new:
            cells = tuple((name, render_text("", said, one.key)) for name, said in one.cells)
            brackets = pairs_in(one.text, *dict(one.cells).values())
            shown.append(Rendered(one, render_text("", one.text, one.key), cells, brackets=brackets))
        elif one.key in now:
            was = None if then is None else then.get(one.key, _NOTHING)
            shown.append(
                render_provision(
                    now[one.key], on.get(one.key, ()), before=was, labels=labels, version=number, concerned=told
                )
            )
        else:
            shown.append(Rendered(replace(one, status=_DELETED), render_text(one.text, "")))
    beginning = render_provision(_BEGINNING, on.get("", ()), labels=labels, concerned=told)
    left = sum(one.brackets for one in (beginning, *shown))
    provisions = (beginning, *shown) if beginning.alternatives else tuple(shown)
    standing = [one for one in applied if one.status is not _DELETED]
    base = before.version.number if before and before.version else 0
    return RenderedDraft(text, provisions, counted(standing, on, left), base)


def render_provision(
    provision: Provision,
    proposals: Sequence[Proposal],
    *,
    before: Provision | None = None,
    labels: Iterable[str] = (),
    version: int = 0,
    concerned: Mapping[str, tuple[Concerned, ...]] | None = None,
) -> Rendered:
    """Return a provision as it is shown, with the proposals on it; `labels` are the numbers that its draft has already.

    Without `before` it is shown against itself. What was accepted for the version with the number `version` is told apart by its
    proposals. It has the status that it has with all that. `concerned` is what `concerns` says of the draft.
    """
    told = concerned or {}
    accepted_since = [one for one in in_order_of_decision(proposals) if waiting(one)]
    taken = _by_field(accepted_since)
    applied = _by_field(one for one in in_order_of_decision(proposals) if version and one.applied_in == version)
    fields = dict.fromkeys([*dict(before.cells if before else ()), *dict(provision.cells), *filter(None, taken)])
    runs = {
        field: _runs(provision, before, field, applied.get(field, ()), taken.get(field, ())) for field in ("", *fields)
    }
    final = decided(provision, accepted_since)
    status = standing_of(final, proposals)
    gone = status is _DELETED
    beside = () if gone else tuple(_alternatives(final, proposals, labels, told))
    return Rendered(
        provision if status is provision.status else replace(provision, status=status),
        runs[""],
        tuple((field, runs[field]) for field in fields if runs[field]),
        beside,
        tuple(one.key for one in sorted(proposals, key=lambda one: one.number)),
        len(beside) + (0 if gone else pairs_in(final.text, *(words for _, words in final.cells))),
        _kinds(one for proposal in proposals for one in told.get(proposal.key, ())),
    )


def clean(rendered: RenderedDraft) -> tuple[Provision, ...]:
    """Return the provisions as they are read without marks: what was accepted is in them, what is undecided is not, nor what was deleted."""
    return with_paths(clean_provision(one) for one in rendered.provisions if one.provision.key and not _taken_away(one))


def clean_provision(rendered: Rendered) -> Provision:
    """Return a provision as it is read without marks."""
    cells = ((field, accepted(runs)) for field, runs in rendered.cells)
    text = accepted(rendered.runs)
    return replace(rendered.provision, text=text, cells=tuple((field, said) for field, said in cells if said))


def changes(rendered: RenderedDraft) -> tuple[Change, ...]:
    """Return the places where something is removed or added, in the order in which they are read; what replaces something is one place."""
    return tuple(change for one in rendered.provisions for change in _changes(one))


def _changes(rendered: Rendered) -> Iterator[Change]:
    key = rendered.provision.key
    for field, runs in (("", rendered.runs), *rendered.cells):
        yield from (Change(key, run, field) for run in changed_runs(runs))
    for place, one in enumerate(rendered.alternatives):
        # One that changes no words, such as a move, is looked at as a whole.
        yield from (Change(key, run, one.field, place) for run in changed_runs(one.runs) or (0,))


def _runs(
    provision: Provision, before: Provision | None, field: str, applied: Sequence[Proposal], taken: Sequence[Proposal]
) -> tuple[Run, ...]:
    """Return what a field says against the version before: what its proposals changed, what anybody else did, what was accepted since."""
    said = _said(provision, field)
    runs: tuple[Run, ...] = (Run(said),) if said else ()
    if before is not None:
        was = _said(before, field)
        runs = (Run(was),) if was else ()
        if was != said:
            for one in applied:
                runs = said_over(runs, wanted(one, accepted(runs)), one.key)
        runs = said_over(runs, said)
    for one in taken:
        runs = said_over(runs, wanted(one, accepted(runs)), one.key)
    return runs


def _said(provision: Provision, field: str) -> str:
    return "" if provision.status is _DELETED else provision.said(field)


def _by_field(proposals: Iterable[Proposal]) -> dict[str, list[Proposal]]:
    """Return the proposals for every field that change what it says; a deletion of the provision is one of its text."""
    found: dict[str, list[Proposal]] = {}
    for one in proposals:
        if one.action in (ProposalAction.MODIFY, ProposalAction.DELETE):
            found.setdefault(one.field, []).append(one)
    return found


def _alternatives(
    provision: Provision,
    proposals: Sequence[Proposal],
    labels: Iterable[str],
    told: Mapping[str, tuple[Concerned, ...]],
) -> Iterator[Alternative]:
    found = alternatives_of(provision if provision.key else None, proposals, frozenset(labels))
    backing = [
        len({*_codes(one, PartyRole.PROPOSER), *_codes(one, PartyRole.SUPPORTER), *one.supporters}) for one in found
    ]
    for one, count in zip(found, backing, strict=True):
        rivals = [
            other for another, other in zip(found, backing, strict=True) if another is not one and _rivals(one, another)
        ]
        yield Alternative(
            opening=one.opening,
            runs=_alternative_runs(one, provision),
            proposals=tuple(proposal.key for proposal in one.proposals),
            action=one.action,
            field=one.field,
            decision=one.proposals[0].decision if one.proposals else ProposalDecision.OPEN,
            proposers=_codes(one, PartyRole.PROPOSER),
            supporters=_codes(one, PartyRole.SUPPORTER) or one.supporters,
            opponents=_codes(one, PartyRole.OPPONENT),
            reservations=_codes(one, PartyRole.RESERVATION),
            concerns=_kinds(told_one for proposal in one.proposals for told_one in told.get(proposal.key, ())),
            leading=bool(rivals) and count > max(rivals),
            cells=one.proposals[0].new_cells if one.proposals else (),
        )


def _rivals(one: Undecided, other: Undecided) -> bool:
    """Tell whether only one of two alternatives can be taken."""
    return one.field == other.field and ProposalAction.INSERT_AFTER not in (one.action, other.action)


def _alternative_runs(one: Undecided, provision: Provision) -> tuple[Run, ...]:
    said = provision.said(one.field)
    if not one.proposals:
        return render_text(said, said)
    first = one.proposals[0]
    if one.action is ProposalAction.INSERT_AFTER:
        return render_text("", first.text, first.key)
    if one.action is ProposalAction.MODIFY and first.base:
        # What was accepted in other places meanwhile is not put back by it.
        return render_text(said, laid_over(first.base, said, first.text), first.key)
    return render_text(said, wanted(first, said), first.key)


def _codes(one: Undecided, role: PartyRole) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for proposal in one.proposals for code in proposal.of(role)))


def _kinds(told: Iterable[Concerned]) -> tuple[Concern, ...]:
    return tuple(dict.fromkeys(one.concern for one in told))


def _with_gone(provisions: Sequence[Provision], before: DraftText | None) -> list[Provision]:
    """Return the provisions with those that only the version before has, each after the one that it followed there."""
    shown = list(provisions)
    here = {one.key for one in provisions}
    last = ""
    for one in before.provisions if before else ():
        if one.key not in here and one.status is not _DELETED:
            place = next((place for place, other in enumerate(shown) if other.key == last), -1)
            shown.insert(place + 1, one)
        last = one.key if one.key in here or one.status is not _DELETED else last
    return shown


def _taken_away(rendered: Rendered) -> bool:
    """Tell whether nothing is left of a provision that said something."""
    return rendered.provision.status is _DELETED or bool(rendered.runs and not accepted(rendered.runs))
