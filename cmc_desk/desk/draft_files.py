"""Files with the text of a draft: read from the disk, and the changes that were tracked in one as proposals."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cmc_desk.exchange.draft_word import ReadDraft, proposals_of, read_draft
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.drafts import DraftText
from cmc_desk.rules.proposals import NewProposal
from cmc_desk.rules.refusal import Refusal

READABLE_DRAFTS = (".docx",)
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
    try:
        if path.stat().st_size > _LARGEST:
            raise Refusal(_("{file} is too large for the text of a draft.").format(file=path.name), field="file")
        data = path.read_bytes()
    except OSError:
        raise Refusal(
            _("{file} cannot be read: is it open elsewhere, or was it moved?").format(file=path.name), field="file"
        ) from None
    return DraftFile(path.name, hashlib.sha256(data).hexdigest(), read_draft(data))


def proposals_in(found: DraftFile, text: DraftText, delegations: Mapping[str, str]) -> tuple[NewProposal, ...]:
    """Return the tracked changes of a file as proposals to a text; `delegations` are the codes by author, empty if it is nobody's."""
    return tuple(proposals_of(found.read, text, delegations))
