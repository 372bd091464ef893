"""How far a text has come: what stands in square brackets is not agreed, and their number says how much is left."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from cmc_desk.rules.alternatives import alternatives_of, by_provision, standing_of
from cmc_desk.rules.applying import apply_decisions
from cmc_desk.rules.bracket_pairs import Brackets, Pair, brackets, pairs_in, without_outer
from cmc_desk.rules.document_kinds import ProvisionKind, ProvisionStatus
from cmc_desk.rules.drafts import INDICATOR, DraftText, Provision
from cmc_desk.rules.proposals import Proposal
from cmc_desk.rules.redline import Meter

__all__ = ["Brackets", "Pair", "brackets", "counted", "left_in", "meter", "pairs_in", "without_outer"]

# What nobody agrees on by itself: it stands with what stands below it.
_NAMES = frozenset({ProvisionKind.TITLE, ProvisionKind.HEADING})


def meter(text: DraftText, proposals: Sequence[Proposal]) -> Meter:
    """Return how much of a draft is agreed, and how many pairs of brackets are left, those of undecided alternatives included.

    What was accepted counts already, whether or not a version says it yet.
    """
    on = by_provision(proposals)
    standing = [one for one in apply_decisions(text, proposals) if one.status is not ProvisionStatus.DELETED]
    left = sum(left_in(one, on.get(one.key, ())) for one in standing)
    return counted(standing, on, left + len(alternatives_of(None, on.get("", ()))))


def counted(standing: Iterable[Provision], on: Mapping[str, Sequence[Proposal]], left: int) -> Meter:
    """Return the meter of the provisions of a draft that were not deleted, with the proposals on each and the pairs that are left."""
    count = Counter(standing_of(one, on.get(one.key, ())) for one in standing if is_agreed_on(one))
    return Meter(
        agreed=count[ProvisionStatus.AGREED],
        ad_referendum=count[ProvisionStatus.AD_REFERENDUM],
        bracketed=count[ProvisionStatus.BRACKETED],
        open=count[ProvisionStatus.OPEN] + count[ProvisionStatus.DEFERRED],
        deferred=count[ProvisionStatus.DEFERRED],
        brackets=left,
    )


def is_agreed_on(provision: Provision) -> bool:
    """Return whether a provision is agreed on by itself: a heading is not, and an indicator stands with its activity."""
    indicator = provision.kind is ProvisionKind.PLAN_ROW and provision.level >= INDICATOR
    return provision.kind not in _NAMES and not indicator


def left_in(provision: Provision, proposals: Sequence[Proposal]) -> int:
    """Return how many pairs of brackets are in a provision with its cells and with the alternatives to it."""
    cells = [text for _, text in provision.cells]
    return pairs_in(provision.text, *cells) + len(alternatives_of(provision, proposals))
