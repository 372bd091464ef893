"""Tracked changes of a Word file that become proposals: whose they are is told on the command line, or read from their author."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from cmc_desk.cli.told import Told
from cmc_desk.desk import proposals
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.draft_files import DraftFile, proposals_in, proposed_before, refuse_strange, warnings_of
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.setup import delegation_index
from cmc_desk.desk.trying import doing
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.delegations import DelegationIndex
from cmc_desk.rules.drafts import DraftText
from cmc_desk.rules.refusal import Refusal

# What a delegation writes beside its name, in our four languages.
_BESIDE_NAMES = re.compile(
    r"\b(?:delegation|delegaci[oó]n|d[eé]l[eé]gation|delegatie|permanent mission)\b(?:\s+(?:of|de|du|van)\b)?",
    re.IGNORECASE,
)
# Changes that are to be nobody's proposals are told by a sign, not by a word that a delegation may be called by.
_SECRETARIAT = "-"


def tracked_as_proposals(desk: Desk, found: DraftFile, text: DraftText, *, by: tuple[str, ...], dry_run: bool) -> Told:
    """Add the tracked changes of a file as proposals of their authors, all or none, and say how many are whose."""
    refuse_strange(found, text)
    codes = _authors(desk, found, by)
    known, zone = desk.read(proposals.proposals, draft=text.key), desk.read(meeting).tzinfo
    rows = proposals_in(found, text, codes, zone=zone, known=known)
    before = proposed_before(found, text, codes, zone=zone, known=known)
    if before and not rows:
        raise Refusal(_("All that was changed in {file} was proposed already.").format(file=found.name), field="source")
    words = [ngettext("{number} proposal", "{number} proposals", len(rows)).format(number=len(rows))]
    words += before_words(before)
    words += _whose(desk, found, codes)
    words += warnings_of(found, text, as_proposals=True)
    keys: tuple[str, ...] = ()
    if rows:
        keys = doing(desk, dry_run=dry_run)(proposals.add_proposals, rows=rows)
    return Told({"proposals": rows if dry_run else keys}, "\n".join(words))


def before_words(number: int) -> list[str]:
    """Return a line that says how much of a file was proposed before, none if nothing was."""
    if not number:
        return []
    words = ngettext("{number} was proposed already.", "{number} were proposed already.", number)
    return [words.format(number=number)]


def refuse_authors(by: tuple[str, ...]) -> None:
    """Raise Refusal if somebody said whose changes are proposals of whom where none become proposals."""
    if by:
        raise Refusal(_("--by says whose proposals these are: give --changes proposals with it."), field="by")


def delegation_called(desk: Desk, word: str) -> str | None:
    """Return the code of the delegation that is called so; None if none is."""
    index, names = desk.read(delegation_index)
    return word.upper() if word.upper() in names else index.match(word)


def _authors(desk: Desk, found: DraftFile, by: tuple[str, ...]) -> dict[str, str]:
    """Return whose changes are proposals of which delegation: those that were told, and those whose author is called like one.

    Raises Refusal if it is not known of somebody, or if somebody was told who changed nothing.
    """
    index, _names = desk.read(delegation_index)
    authors = found.read.authors
    told: dict[str, str] = {}
    for one in by:
        author, equals, word = one.rpartition("=")
        code = "" if word.strip() == _SECRETARIAT else delegation_called(desk, word)
        if not equals or code is None:
            raise Refusal(
                _("“{text}” is not an author and a delegation: write AUTHOR=JM.").format(text=one), field="by"
            )
        if author not in authors:
            raise Refusal(
                _("Nobody called “{author}” changed anything in this file; there is: {authors}.").format(
                    author=author, authors=_listed(authors) or _("nobody")
                ),
                field="by",
            )
        told[author] = code
    read = {author: told[author] if author in told else _called(index, author) for author in authors}
    strange = [author for author, code in read.items() if code is None]
    if strange:
        raise Refusal(" ".join(_asked(strange)), field="by")
    return {author: code for author, code in read.items() if code is not None}


def _called(index: DelegationIndex, author: str) -> str | None:
    # Our own files name the delegation before the number of the proposal.
    name = author.partition("(")[0]
    return index.match(author) or index.match(_BESIDE_NAMES.sub(" ", name).strip())


def _whose(desk: Desk, found: DraftFile, codes: Mapping[str, str]) -> list[str]:
    _index, names = desk.read(delegation_index)
    made = Counter(one.author for one in found.read.tracked if not one.ours)
    return [
        ngettext("{author}: {number} change, of {name}", "{author}: {number} changes, of {name}", made[author]).format(
            author=author or _("nobody named"), number=made[author], name=names.get(code) or _("the secretariat")
        )
        for author, code in codes.items()
    ]


def _asked(strange: list[str]) -> Iterator[str]:
    """Ask whose changes they are of which that is not known; Word leaves out the name where somebody had it taken away."""
    if called := [author for author in strange if author]:
        yield _(
            "Of which delegation is {authors}? Give --by AUTHOR=JM for each, or AUTHOR=- where the changes are the secretariat’s."
        ).format(authors=_listed(called))
    if "" in strange:
        yield _(
            "Some changes have no author: of which delegation are they? Give --by =JM, or --by =- where they are the secretariat’s."
        )


def _listed(authors: list[str] | tuple[str, ...]) -> str:
    return ", ".join(f"“{author}”" if author else _("nobody named") for author in authors)
