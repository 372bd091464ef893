"""Files with the text of a draft: read from the disk, and the changes that were tracked in one as proposals."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path

from cmc_desk.exchange.draft_word import ReadDraft, differences, proposals_of, provisions_of, read_draft, to_bring
from cmc_desk.exchange.word_refused import macros
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.drafts import DraftText, ReadProvision
from cmc_desk.rules.proposals import NewProposal, Proposal
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.said_before import not_said_before, said_in

# Whatever is in one of these, whoever opens it is asked to let it run.
_WITH_MACROS = (".docm", ".dotm")
# More than any draft of a meeting has; what is larger is read by nobody.
_LARGEST = 40 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A file that was read: its name and digest, and what stands in it."""

    name: str
    sha256: str
    read: ReadDraft


def read_draft_file(path: Path) -> DraftFile:
    """Read a Word file with the text of a draft; raises Refusal if it cannot be read, or is something else."""
    if path.suffix.lower() in _WITH_MACROS:
        raise macros()
    try:
        if path.stat().st_size > _LARGEST:
            raise Refusal(_("{file} is too large for the text of a draft.").format(file=path.name), field="file")
        data = path.read_bytes()
    except OSError:
        raise Refusal(
            _("{file} cannot be read: is it open elsewhere, or was it moved?").format(file=path.name), field="file"
        ) from None
    return DraftFile(path.name, hashlib.sha256(data).hexdigest(), read_draft(data))


def provisions_in(found: DraftFile, text: DraftText, *, changes_taken: bool) -> tuple[ReadProvision, ...]:
    """Return what a file says as the text of a new version, each provision with that which it replaces."""
    return to_bring(found.read, text if text.version is not None else None, changes_taken=changes_taken)


def warnings_of(found: DraftFile, text: DraftText, *, as_proposals: bool) -> tuple[str, ...]:
    """Return what has to be known of a file before it is used, a sentence for each."""
    untracked = differences(found.read, text) if as_proposals and text.version is not None else ()
    return (*found.read.warnings, *untracked)


def proposals_in(
    found: DraftFile,
    text: DraftText,
    delegations: Mapping[str, str],
    *,
    zone: tzinfo,
    known: Sequence[Proposal] = (),
) -> tuple[NewProposal, ...]:
    """Return the tracked changes of a file as proposals to a text, without those that are among the `known` ones already.

    `delegations` are the codes by author, empty for changes that are nobody's; those of an author who is not in it are left out.
    """
    return not_said_before(_all_proposals(found, text, delegations, zone), known)


def proposed_before(
    found: DraftFile, text: DraftText, delegations: Mapping[str, str], *, zone: tzinfo, known: Sequence[Proposal]
) -> int:
    """Return how many of the tracked changes of a file are proposals already, such as of one that was taken in before."""
    return sum(map(said_in(known), _all_proposals(found, text, delegations, zone)))


def refuse_strange(found: DraftFile, text: DraftText) -> None:
    """Raise Refusal if changes to something else altogether would become proposals for a text: no provision of it is in the file."""
    if text.provisions and found.read.provisions and not any(provisions_of(found.read, text)):
        raise Refusal(
            _("Nothing that stands in {file} is of “{draft}”: was it written for another document?").format(
                file=found.name, draft=text.short_title or text.title
            ),
            field="file",
        )


def _all_proposals(
    found: DraftFile, text: DraftText, delegations: Mapping[str, str], zone: tzinfo
) -> tuple[NewProposal, ...]:
    told = {author: (code,) if code else () for author, code in delegations.items()}
    return proposals_of(found.read, text, told, zone=zone)
