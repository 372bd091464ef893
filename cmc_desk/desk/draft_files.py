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
from cmc_desk.rules.provision_marks import mark
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.said_before import not_said_before, said_in
from cmc_desk.rules.text_edits import alike

# Whatever is in one of these, whoever opens it is asked to let it run.
_WITH_MACROS = (".docm", ".dotm")
# More than any draft of a meeting has; what is larger is read by nobody.
_LARGEST = 40 * 1024 * 1024
# One sentence may stand in two documents, as headings do.
_FEW = 3


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


def refuse_of_another(found: DraftFile, text: DraftText, drafts: Sequence[DraftText]) -> None:
    """Raise Refusal if a file is clearly of another one of the drafts of the meeting than `text`.

    The marks that we put around provisions tell it; where a file has none of this meeting, its words do. What begins a document is free.
    """
    if not text.provisions:
        return
    others = [one for one in drafts if one.key != text.key]
    for counted in (_marked, _worded):
        mine = counted(found.read, text)
        best = max(others, key=lambda one: counted(found.read, one), default=None)
        if best is not None and counted(found.read, best) > mine:
            raise Refusal(
                _("{file} is of “{other}”, not of “{draft}”: bring it there.").format(
                    file=found.name, other=best.short_title or best.title, draft=text.short_title or text.title
                ),
                field="file",
            )
        if mine:
            return


def _marked(read: ReadDraft, text: DraftText) -> int:
    """Return how many provisions of a text have their mark in what was read, with the changes rejected or taken."""
    return len({mark(one.key) for one in text.provisions} & {*read.marks, *read.accepted_marks})


def _worded(read: ReadDraft, text: DraftText) -> int:
    """Return how many of the provisions read a text has word for word, if it is a few and half of them at least: less is no sign."""
    words = {alike(one.text) for one in text.provisions}
    found = sum(alike(one.text) in words for one in read.provisions)
    return found if found >= _FEW and found * 2 >= len(read.provisions) else 0


def _all_proposals(
    found: DraftFile, text: DraftText, delegations: Mapping[str, str], zone: tzinfo
) -> tuple[NewProposal, ...]:
    told = {author: (code,) if code else () for author, code in delegations.items()}
    return proposals_of(found.read, text, told, zone=zone)
