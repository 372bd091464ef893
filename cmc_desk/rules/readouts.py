"""What is read out: lines in sections, each from entries of the notes or rewritten by hand."""

from dataclasses import dataclass
from datetime import date, datetime

from cmc_desk.rules.note_kinds import Decided, GroupSection, ReadoutForm, Section, SummaryStatus

WORDS_A_MINUTE = 110


@dataclass(frozen=True, slots=True)
class ReadoutLine:
    """A line as it is read: `gathered` is what its sources say, `rewritten` what a rapporteur made of it (empty: as gathered).

    `stale` says that the sources have changed since it was rewritten; nothing is generated anew by itself.
    """

    key: str
    section: Section | GroupSection
    place: int
    gathered: str
    rewritten: str = ""
    sources: tuple[str, ...] = ()
    delegations: tuple[str, ...] = ()
    stale: bool = False
    left_out: bool = False

    @property
    def text(self) -> str:
        """What is read."""
        return self.rewritten or self.gathered


@dataclass(frozen=True, slots=True)
class Readout:
    """A read-out as it stands; `words` are those that are read aloud, `slot_minutes` what the agenda gives for it (0: nothing)."""

    key: str
    form: ReadoutForm
    title: str
    language: str
    status: SummaryStatus
    version: int
    lines: tuple[ReadoutLine, ...]
    attributed: bool
    item: str = ""
    day: date | None = None
    spoken_at: datetime | None = None
    slot_minutes: int = 0
    words: int = 0
    words_a_minute: int = WORDS_A_MINUTE


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A numbered recommendation: `objects`, `deadline_words`, `texts` and `amended` are by language.

    A text that is written by hand stands in `texts`; without one the sentence is made of verb, addressee, object and deadline.
    """

    key: str
    number: int
    verb: str
    addressee: str
    objects: tuple[tuple[str, str], ...]
    deadline: date | None = None
    deadline_words: tuple[tuple[str, str], ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    item: str = ""
    entry: str = ""
    decided: Decided = Decided.PENDING
    decided_at: datetime | None = None
    decided_item: str = ""
    amended: tuple[tuple[str, str], ...] = ()
    reason: str = ""
