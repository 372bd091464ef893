"""What the screens of the room say, whatever they look like: facts in words, one for each instant."""

from dataclasses import dataclass
from enum import StrEnum

from cmc_desk.rules.word_difference import Piece


class Scene(StrEnum):
    """What is on."""

    WAITING = "waiting"
    PLAN = "by plan"
    ITEM = "item"
    SPEECH = "speech"
    BREAK = "break"
    CLOSED = "closed"


class Run(StrEnum):
    """How the time that is shown runs."""

    RUNNING = "running"
    PAUSED = "paused"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Named:
    """A delegation with its flag, or an item without one."""

    name: str
    flag: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time that runs: what stands in large figures, and its bar.

    `share` of the whole is left, `cuts` part the whole into pieces of so many minutes; `whole` is in seconds and decides how wide the
    figures may ever become. Without a `whole` there is no bar.
    """

    figures: str = ""
    label: str = ""
    run: Run = Run.RUNNING
    share: float = 1.0
    cuts: tuple[float, ...] = ()
    whole: int = 0


@dataclass(frozen=True, slots=True)
class StageLook:
    """Everything that the stage and the confidence monitor say at an instant.

    `name` is who or what has the floor, `kind` what for; `limit` is the whole of the time in words. `more` are those who wait behind
    the `next` ones. `mark` says that it is not the real meeting.
    """

    scene: Scene
    heading: str
    time: str
    title: str = ""
    name: str = ""
    flag: str = ""
    kind: str = ""
    clock: Clock = Clock()
    limit: str = ""
    next: tuple[Named, ...] = ()
    more: int = 0
    fixed: str = ""
    fixed_at: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class LobbyRow:
    """A line of the lobby: when, what, and whether it is on; `until` is when it is expected to end."""

    when: str
    title: str
    until: str = ""
    on: bool = False


@dataclass(frozen=True, slots=True)
class LobbyRoom:
    """A room with what is on in it and what comes next."""

    name: str
    rows: tuple[LobbyRow, ...]


@dataclass(frozen=True, slots=True)
class LobbyLook:
    """Everything that the lobby says at an instant; with one room only its name is empty."""

    heading: str
    time: str
    day: str
    rooms: tuple[LobbyRoom, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class ReadPart:
    """Lines that are read out under one heading."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadingLook:
    """A page of a summary while it is read out; `state` says which version it is and whether it may still change."""

    title: str
    state: str
    parts: tuple[ReadPart, ...]
    page: int = 1
    pages: int = 1


class Stamp(StrEnum):
    """What became of a recommendation."""

    NONE = "none"
    APPROVED = "approved"
    AMENDED = "amended"
    DEFERRED = "deferred"


@dataclass(frozen=True, slots=True)
class ApprovalLook:
    """The recommendation that is before the meeting; `decided` is what became of it and when, `next` those that come after it.

    `changes` is how what was proposed was amended, if it was.
    """

    title: str
    progress: str
    number: int
    sentence: str
    stamp: Stamp = Stamp.NONE
    decided: str = ""
    next: tuple[str, ...] = ()
    changes: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class AlternativeLook:
    """A text in brackets: `opening` is what stands before it, `who` proposed it, `behind` says how many want it, `flags` who.

    `conflicts` says, in words, that it cannot be taken together with another.
    """

    opening: str
    text: tuple[Piece, ...]
    closing: str = "]"
    who: str = ""
    flag: str = ""
    behind: str = ""
    flags: tuple[str, ...] = ()
    leading: bool = False
    conflicts: str = ""


@dataclass(frozen=True, slots=True)
class DraftLook:
    """A paragraph of a draft that is under discussion, with the texts that stand in brackets; `state` says how far it has come."""

    document: str
    title: str
    state: str
    text: tuple[Piece, ...]
    agreed: bool = False
    alternatives: tuple[AlternativeLook, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """What is put over everything else: a message, or nothing at all; beneath these a text that the room reads."""

    message: str = ""
    black: bool = False
    text: ReadingLook | ApprovalLook | DraftLook | None = None
