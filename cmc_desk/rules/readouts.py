"""What is read out: lines in sections, each from entries of the notes or rewritten by hand."""

from dataclasses import dataclass
from datetime import date, datetime

from cmc_desk.rules.note_kinds import Decided, GroupSection, ReadoutForm, Section, SummaryStatus

WORDS_A_MINUTE = 110


@dataclass(frozen=True, slots=True)
class ReadoutLine:
    """A line as it is read: `gathered` is what its sources say, `rewritten` what a rapporteur made of it (empty: as gathered).

    `stale` says that the sources have changed since it was rewritten; nothing is generated anew by itself. `delegations` are those that
    may stand beside it, `voices` is how many distinct ones its words come from. `item` is empty where it has no source.
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
    item: str = ""
    voices: int = 0

    @property
    def text(self) -> str:
        """What is read."""
        return self.rewritten or self.gathered


@dataclass(frozen=True, slots=True)
class Readout:
    """A read-out as it stands; `words` are those that are read aloud, `slot_minutes` what the agenda gives for it (0: nothing).

    It is `begun` as soon as somebody has changed anything of it, and `changed` if it says anything else than the version that was issued
    last. `items` are those whose notes it sums up.
    """

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
    begun: bool = False
    changed: bool = False
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IssuedLine:
    """A line as it was issued, word for word."""

    section: Section | GroupSection
    text: str
    item: str = ""
    delegations: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """A version of a summary that was read out (`spoken`) or sent; nothing changes it any more. `digest` is of its lines."""

    readout: str
    version: int
    status: SummaryStatus
    attributed: bool
    language: str
    title: str
    lines: tuple[IssuedLine, ...]
    digest: str
    at: datetime
    operator: str
    station: str
    spoken: bool


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
