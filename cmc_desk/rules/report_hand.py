"""What was written by hand in one text of the report, and is the sources' in another: for a text by hand is of one language and naming."""

from collections.abc import Mapping, Sequence

from cmc_desk.i18n import ngettext
from cmc_desk.rules.report_blocks import Para, ReportTree
from cmc_desk.rules.report_standing import Edition

# The blocks of the report that were written by hand, by the text in which they were.
ByHand = Mapping[Edition, frozenset[str]]


_MOST_PLACES = 6
_LONGEST = 40


def not_by_hand(tree: ReportTree, written: ByHand, edition: Edition) -> tuple[Para, ...]:
    """Return the paragraphs of the report that were written by hand as it stands, and say in `edition` what the sources say."""
    if edition == Edition(tree.language, tree.attributed):
        return ()
    there = written.get(edition, frozenset())
    return tuple(one for one in tree.shown if isinstance(one, Para) and one.written and one.key not in there)


def lost_words(text: str, left: Sequence[Para]) -> str:
    """Return in a sentence what `not_by_hand` has found of a text of the report; empty if nothing."""
    if not left:
        return ""
    places = [one.label.rstrip(".") or one.text[:_LONGEST] for one in left[:_MOST_PLACES]]
    words = ngettext(
        "{text}: {number} paragraph written by hand says there what the sources say ({places}).",
        "{text}: {number} paragraphs written by hand say there what the sources say ({places}).",
        len(left),
    )
    more = ", …" if len(left) > _MOST_PLACES else ""
    return words.format(text=text, number=len(left), places=", ".join(places) + more)
