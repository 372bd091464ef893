"""A paper as it would be made now, to be looked at: the same reading and rendering, with nothing written and nothing recorded."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cmc_desk.desk.desk import Desk
from cmc_desk.desk.making_papers import gather_paper
from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.desk.steps import Progress, Steps
from cmc_desk.i18n import chosen_language, texts
from cmc_desk.rules.papers import Ask, Format

if TYPE_CHECKING:
    from cmc_desk.reports.unprintable import Unprintable

_STEPS = 3


@dataclass(frozen=True, slots=True)
class Preview:
    """A paper as it would be made now, or the file of it that still says the same; `source` is the digest of what it says.

    `pages` is None where it says what it said when `source` was last seen.
    """

    ask: Ask
    source: str
    version: int
    pages: bytes | None
    file: Path | None = None
    unprintable: "tuple[Unprintable, ...]" = ()
    caution: str = ""


def preview_paper(
    desk: Desk,
    kind: PaperKind,
    ask: Ask,
    *,
    made: Path | None = None,
    digest: str = "",
    seen: str = "",
    progress: Progress | None = None,
) -> Preview:
    """Return a paper as it would be made as PDF now; nothing is written and nothing recorded. It may run beside the window.

    `made` is the file of the version that is thought to be current and `digest` its SHA-256: if it lies there, it is what is
    shown. `seen` is the source of what is shown already.
    """
    from cmc_desk.reports.unprintable import unprintable

    step = Steps(progress, _STEPS)
    found = gather_paper(desk, kind, ask, Format.PDF)
    step()
    if seen == found.source:
        return Preview(found.ask, found.source, found.version, None)
    kept = _content_of(made, digest)
    pages = kept or kind.render(found.content, Format.PDF, texts(found.ask.language), found.imprint)
    step()
    return Preview(
        ask=found.ask,
        source=found.source,
        version=found.version,
        pages=pages,
        file=made if kept else None,
        unprintable=unprintable(found.content),
        caution=kind.caution(found.content, texts(chosen_language())),
    )


def _content_of(path: Path | None, digest: str) -> bytes | None:
    """Return the file of a paper, unless it is gone or somebody has changed it."""
    try:
        content = path.read_bytes() if path is not None else b""
    except OSError:
        return None
    return content if content and hashlib.sha256(content).hexdigest() == digest else None
