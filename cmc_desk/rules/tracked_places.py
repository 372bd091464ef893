"""Where in a file that tracks changes stands what is put in or moved: where the text has it once the change is accepted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from cmc_desk.rules.applying import end_below, family
from cmc_desk.rules.document_kinds import ProvisionKind
from cmc_desk.rules.drafts import Provision
from cmc_desk.rules.numbering import depth
from cmc_desk.rules.proposals import Proposal
from cmc_desk.rules.redline import Rendered
from cmc_desk.rules.tracked_draft import moved
from cmc_desk.rules.word_difference import Kept

_HEADINGS = (ProvisionKind.TITLE, ProvisionKind.HEADING)


@dataclass(frozen=True, slots=True)
class Moved:
    """What is to stand elsewhere: a provision with everything below it, and after which one it is written."""

    proposal: Proposal
    after: str
    members: tuple[Rendered, ...]


def place_after(order: Sequence[Provision], key: str, deep: int) -> str:
    """Return after which provision something is written that is put in after another one: after what stands below that, if it is not as deep."""
    place = next(place for place, one in enumerate(order) if one.key == key)
    return order[end_below(order, place, deep) - 1].key


def new_place(order: Sequence[Provision], anchor: Provision, deep: int) -> str:
    """Return after which provision something new is written; below a heading it comes first."""
    return anchor.key if not anchor.key or anchor.kind in _HEADINGS else place_after(order, anchor.key, deep)


def moves_in(shown: Sequence[Rendered], proposals: Mapping[str, Proposal]) -> tuple[Moved, ...]:
    """Return what can be written as moved: to a place that is there, with nothing else wished of it or of what is below it."""
    return tuple(_moves(shown, proposals))


def _moves(shown: Sequence[Rendered], proposals: Mapping[str, Proposal]) -> Iterator[Moved]:
    by_key = {one.provision.key: one for one in shown}
    order = [one.provision for one in shown]
    gone: set[str] = set()
    for one in shown:
        wish = moved(one)
        proposal = proposals.get(wish.proposals[0]) if wish is not None else None
        if proposal is None or one.provision.key in gone:
            continue
        block = family(order, one.provision.key)
        keys = {each.key for each in block}
        members = tuple(by_key[each.key] for each in block)
        if proposal.target in keys or (proposal.target and proposal.target not in by_key):
            continue
        if not all(map(_is_plain, members[1:])):
            continue
        rest = [each for each in order if each.key not in keys]
        gone |= keys
        yield Moved(proposal, _target(rest, proposal.target, depth(one.provision)), members)


def _target(rest: Sequence[Provision], target: str, deep: int) -> str:
    if target:
        return place_after(rest, target, deep)
    titles = [one.key for one in takewhile(lambda one: one.kind is ProvisionKind.TITLE, rest)]
    return titles[-1] if titles else ""


def _is_plain(one: Rendered) -> bool:
    wished = any(alternative.proposals for alternative in one.alternatives)
    runs = (*one.runs, *(run for _name, some in one.cells for run in some))
    return not wished and all(run.kept is Kept.SAME for run in runs)
