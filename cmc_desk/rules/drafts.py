"""A draft document: versions of a text in provisions, each of which is the same one from version to version."""

from dataclasses import dataclass
from datetime import date, datetime

from cmc_desk.rules.document_kinds import DocumentKind, ProvisionKind, ProvisionStatus
from cmc_desk.rules.note_kinds import Decided

# The levels of a plan of action: thematic area and objective are headings, activity and indicator rows.
AREA, OBJECTIVE, ACTIVITY, INDICATOR = 1, 2, 3, 4


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision as a version of a draft has it.

    `key` stays with it from version to version; `label` is its number as printed, such as "3 bis" or "(a)", empty where it has none.
    `level` counts from 1; `cells` are those of a plan's row that say anything, by the values of `PlanField`. `text` is plain: line
    breaks are paragraphs of their own, square brackets mean "not agreed". `path` is the number in full as people name it: "3(a)".
    """

    key: str
    kind: ProvisionKind
    text: str
    label: str = ""
    level: int = 1
    status: ProvisionStatus = ProvisionStatus.OPEN
    cells: tuple[tuple[str, str], ...] = ()
    path: str = ""

    def said(self, field: str = "") -> str:
        """Return what stands in a field of the provision: its text (the empty name), or a cell."""
        return dict(self.cells).get(field, "") if field else self.text


@dataclass(frozen=True, slots=True)
class DraftVersion:
    """A version of a draft: `number` counts from 1; `source` and `sha256` are of the file that it came from, if it did.

    What was adopted (`decided` approved or as amended) is frozen, and `digest` is of its text. Times are aware.
    """

    key: str
    draft: str
    number: int
    label: str
    created_at: datetime
    circulated_at: datetime | None = None
    comments_until: date | None = None
    source: str = ""
    sha256: str = ""
    decided: Decided = Decided.PENDING
    decided_at: datetime | None = None
    decided_item: str = ""
    reason: str = ""
    digest: str = ""

    @property
    def frozen(self) -> bool:
        """Whether the meeting adopted it, so that nobody changes it any more."""
        return self.decided in (Decided.APPROVED, Decided.AMENDED)


@dataclass(frozen=True, slots=True)
class DraftText:
    """A draft document with the text of one of its versions; a draft that has none yet has no version and no provisions."""

    key: str
    title: str
    short_title: str
    kind: DocumentKind = DocumentKind.OTHER
    symbol: str = ""
    language: str = "en"
    version: DraftVersion | None = None
    provisions: tuple[Provision, ...] = ()

    def provision(self, key: str) -> Provision | None:
        """Return a provision by its key."""
        return next((one for one in self.provisions if one.key == key), None)


@dataclass(frozen=True, slots=True)
class ReadProvision:
    """A provision as it was read from a file or a paste, before it is anybody's: `replaces` is the key of the one it is a new text of."""

    kind: ProvisionKind
    text: str
    label: str = ""
    level: int = 1
    cells: tuple[tuple[str, str], ...] = ()
    replaces: str = ""
