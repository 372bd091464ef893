"""What was decided becomes the text: that of the next version of a draft, and what one line from the floor makes of a paragraph."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from unicodedata import normalize

from cmc_desk.rules.alternatives import by_provision, standing_of
from cmc_desk.rules.document_kinds import ProposalAction, ProvisionKind, ProvisionStatus
from cmc_desk.rules.drafts import DraftText, Provision
from cmc_desk.rules.new_cells import level_of_new
from cmc_desk.rules.numbering import depth, next_label, with_paths
from cmc_desk.rules.proposals import TAKEN, Proposal
from cmc_desk.rules.text_edits import combined

_HEADINGS = frozenset({ProvisionKind.TITLE, ProvisionKind.HEADING})
_QUOTES = {'"': '["“”„«»]', "'": "['’‘]", "’": "['’‘]", "“": '["“”„«»]', "”": '["“”„«»]', "-": "[-–—]", "–": "[-–—]"}
_CLOSING = ".;:,"


@dataclass(frozen=True, slots=True)
class Substituted:
    """What became of a text in which words were to be replaced: `times` says how often they are in it, and only once is clear.

    `text` is the new text then, else the one that there was.
    """

    text: str
    times: int = 1

    @property
    def found(self) -> bool:
        """Whether the words are in the text."""
        return self.times > 0

    @property
    def clear(self) -> bool:
        """Whether the text was changed: the words are in it in one place."""
        return self.times == 1


def apply_decisions(text: DraftText, proposals: Iterable[Proposal]) -> tuple[Provision, ...]:
    """Return the provisions as the next version has them: everything that was accepted and stands in no version yet.

    What was accepted for one provision is put together where it does not meet, else what was decided last holds. A new provision has
    the key of its proposal. What was deleted stays with its text, marked, and so does what is below it. An open provision where
    something is undecided or in brackets is in brackets, as `standing_of` says.
    """
    proposals = with_below(text.provisions, tuple(proposals))
    taken = in_order_of_decision(filter(waiting, proposals))
    changed: dict[str, list[Proposal]] = {}
    for one in taken:
        changed.setdefault(one.provision, []).append(one)
    provisions = [decided(one, changed.get(one.key, ())) for one in text.provisions]
    for one in taken:
        if one.action is ProposalAction.MOVE:
            provisions = moved(provisions, one.provision, one.target, label=one.new_label)
    last: dict[str, str] = {}
    for one in sorted(taken, key=lambda proposal: proposal.number):
        if one.action is ProposalAction.INSERT_AFTER:
            provisions = inserted(provisions, one, after=last.get(one.provision, ""))
            last[one.provision] = one.key
    on = by_provision(proposals)
    return with_paths(_standing(one, on.get(one.key, ())) for one in provisions)


def with_below(provisions: Sequence[Provision], proposals: Sequence[Proposal]) -> Sequence[Proposal]:
    """Return proposals with the accepted deletions once more for everything below what they delete; a heading goes by itself."""
    deletions = [one for one in proposals if one.decision in TAKEN]
    below = [
        replace(one, provision=child)
        for one in deletions
        for child in below_deleted(provisions, one.provision, one.action, one.field)
    ]
    return (*proposals, *below) if below else proposals


def below_deleted(provisions: Sequence[Provision], key: str, action: ProposalAction, field: str) -> Sequence[str]:
    """Return the keys of what a deletion takes along, none for another proposal: all that stands below, unless it is a heading."""
    if action is not ProposalAction.DELETE or field:
        return ()
    block = family(provisions, key)
    return () if not block or block[0].kind in _HEADINGS else [one.key for one in block[1:]]


def waiting(proposal: Proposal) -> bool:
    """Tell whether a proposal was accepted and is in no version yet."""
    return proposal.decision in TAKEN and not proposal.applied_in


def in_order_of_decision(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Return proposals in the order in which they were decided."""
    return sorted(proposals, key=lambda one: (one.decided_at or one.received_at, one.number))


def decided(provision: Provision, taken: Iterable[Proposal]) -> Provision:
    """Return a provision with what was accepted for its text and cells, in the order in which it was decided; the last word holds."""
    for one in taken:
        if one.action is ProposalAction.DELETE and not one.field:
            provision = replace(provision, status=ProvisionStatus.DELETED)
        elif one.action in (ProposalAction.MODIFY, ProposalAction.DELETE):
            provision = with_said(provision, one.field, wanted(one, provision.said(one.field)))
            if provision.status is ProvisionStatus.DELETED:
                provision = replace(provision, status=ProvisionStatus.OPEN)
    return provision


def wanted(proposal: Proposal, current: str) -> str:
    """Return what a field would say with a proposal: what else was changed since its base stays where that does not meet it."""
    if proposal.action is ProposalAction.DELETE:
        return ""
    if proposal.action is not ProposalAction.MODIFY:
        return current
    if not proposal.base or proposal.base == current:
        return proposal.text
    both = combined(proposal.base, (current, proposal.text))
    return proposal.text if both is None else both


def moved(provisions: Sequence[Provision], key: str, target: str, *, label: str = "") -> list[Provision]:
    """Return the provisions with one of them, and what belongs to it, after another and what belongs to that; "" is the beginning, below the title.

    They stay as they are where one of the two is not there, or where the target belongs to what is moved.
    """
    block = family(provisions, key)
    rest = [one for one in provisions if one not in block]
    place = _place_after(rest, target, depth(block[0])) if block else None
    if place is None:
        return list(provisions)
    if label:
        block[0] = replace(block[0], label=label)
    return [*rest[:place], *block, *rest[place:]]


def can_move(provisions: Sequence[Provision], key: str, target: str) -> bool:
    """Tell whether a provision can be put after another: both are there, and the other does not belong to it."""
    block = {one.key for one in family(provisions, key)}
    return bool(block) and (not target or any(one.key == target for one in provisions if one.key not in block))


def family(provisions: Sequence[Provision], key: str) -> list[Provision]:
    """Return a provision with those that stand below it; none if there is no such provision."""
    place = next((place for place, one in enumerate(provisions) if one.key == key), None)
    if place is None:
        return []
    head = provisions[place]
    return [head, *takewhile(lambda one: depth(one) > depth(head), provisions[place + 1 :])]


def inserted(provisions: Sequence[Provision], proposal: Proposal, *, after: str = "") -> list[Provision]:
    """Return the provisions with the new one of a proposal, numbered bis, ter … after that which it follows.

    Below a heading it is of the kind that stands there. `after` is the key of one that came in at the same place before. What is to
    follow a provision that is gone stands at the end.
    """
    new = new_provision(provisions, proposal)
    anchor = next((one for one in provisions if one.key == (after or proposal.provision)), None)
    if anchor is not None and anchor.kind in _HEADINGS:
        place: int | None = provisions.index(anchor) + 1
    else:
        place = _place_after(provisions, after or proposal.provision, depth(new))
    if place is None:
        place = len(provisions)
    return [*provisions[:place], new, *provisions[place:]]


def substituted(base: str, old: str, new: str) -> Substituted:
    """Return a text with words replaced that stand in it once; without old ones the new ones are added at the end.

    White space, quotation marks and, where nothing fits exactly, capitals are not looked at; words are found as whole words.
    """
    base, old, new = (normalize("NFC", text) for text in (base, old, new))
    if not old.strip():
        return Substituted(_added(base, new.strip()))
    pattern = _pattern(old.strip())
    places = list(re.finditer(pattern, base)) or list(re.finditer(pattern, base, re.IGNORECASE))
    if len(places) != 1:
        return Substituted(base, len(places))
    begin, end = places[0].span()
    words = new.strip()
    if words and base[begin].isupper() and old.strip()[0].islower():
        words = words[0].upper() + words[1:]
    return Substituted(base[:begin] + words + base[end:] if words else _without(base, begin, end))


def with_said(provision: Provision, field: str, said: str) -> Provision:
    """Return a provision that says something else in its text or in one of its cells; a cell that says nothing is not there."""
    if not field:
        return replace(provision, text=said)
    cells = {**dict(provision.cells), field: said}
    return replace(provision, cells=tuple((name, words) for name, words in cells.items() if words))


def _standing(provision: Provision, proposals: Sequence[Proposal]) -> Provision:
    status = standing_of(provision, proposals)
    return provision if status is provision.status else replace(provision, status=status)


def _pattern(old: str) -> str:
    """Return the pattern that finds words however they are spaced and quoted, and not inside other words."""
    letters = (
        r"\s+" if part.isspace() else _QUOTES.get(part) or re.escape(part) for part in re.findall(r"\s+|\S", old)
    )
    begins, ends = (r"(?<!\w)" if old[0].isalnum() else "", r"(?!\w)" if old[-1].isalnum() else "")
    return f"{begins}{''.join(letters)}{ends}"


def _added(base: str, words: str) -> str:
    """Return a text with words at its end: a new sentence after its last one, anything else before the sign with which it ends."""
    bare = base.rstrip()
    if not bare:
        return words
    if bare[-1] not in _CLOSING or words[:1].isupper() or words[-1:] in _CLOSING:
        return f"{bare}{_blank(words)}{words}"
    return f"{bare[:-1]}{_blank(words)}{words}{bare[-1]}"


def _blank(words: str) -> str:
    """Return what parts words from those before: nothing before a comma."""
    return "" if not words or words[0] in _CLOSING else " "


def _without(base: str, begin: int, end: int) -> str:
    """Return a text without a stretch of it, and without the blank that would stand there twice or before a sign."""
    head, tail = base[:begin], base[end:]
    if head.endswith(" ") and (not tail or tail[0].isspace() or tail[0] in _CLOSING):
        return head[:-1] + tail
    return head + tail.lstrip(" ") if not head or head[-1].isspace() else head + tail


def _place_after(provisions: Sequence[Provision], key: str, deep: int) -> int | None:
    """Return the place after a provision and after what stands below it but not below the one that comes; None without the provision."""
    if not key:
        return sum(1 for _ in takewhile(lambda one: one.kind is ProvisionKind.TITLE, provisions))
    place = next((place for place, one in enumerate(provisions) if one.key == key), None)
    if place is None:
        return None
    return end_below(provisions, place, deep)


def end_below(provisions: Sequence[Provision], place: int, deep: int) -> int:
    """Return the place behind a provision and what stands below it, for one that is so `deep`; an activity stands behind all indicators."""
    anchor = provisions[place]
    limit = deep if anchor.kind is ProvisionKind.PLAN_ROW else max(deep, depth(anchor))
    return place + 1 + sum(1 for _ in takewhile(lambda one: depth(one) > limit, provisions[place + 1 :]))


def is_new_row(provisions: Sequence[Provision], after: str) -> bool:
    """Tell whether what is put in after a provision is a row of a plan."""
    _place, model = _model(provisions, after)
    return model is not None and model.kind is ProvisionKind.PLAN_ROW


def _model(provisions: Sequence[Provision], key: str) -> tuple[int, Provision | None]:
    """Return the place of a provision, and of what kind that is which is put in after it."""
    place = next((place for place, one in enumerate(provisions) if one.key == key), -1)
    model = provisions[place] if place >= 0 else None
    if model is None or model.kind in _HEADINGS:
        model = next((one for one in provisions[place + 1 :] if one.kind not in _HEADINGS), None)
    return place, model


def new_provision(provisions: Sequence[Provision], proposal: Proposal) -> Provision:
    """Return the provision that a proposal puts in: of the kind of that which it follows, below a heading of that which stands there."""
    place, model = _model(provisions, proposal.provision)
    kind, level = (model.kind, model.level) if model else (ProvisionKind.PARAGRAPH, 1)
    if kind is ProvisionKind.PLAN_ROW:
        level = level_of_new(level, proposal.new_cells)
    before = [one for one in provisions[: place + 1] if one.kind is kind and one.level == level and one.label]
    label = proposal.new_label or next_label(before[-1].label if before else "", [one.label for one in provisions])
    cells = proposal.new_cells if kind is ProvisionKind.PLAN_ROW else ()
    return Provision(proposal.key, kind, proposal.text, label=label, level=level, cells=cells)
