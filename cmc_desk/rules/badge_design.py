"""What a badge and the paper that it is printed on look like: data in millimetres, from the top left."""

from dataclasses import dataclass
from enum import StrEnum

TONES = ("ink", "slate", "white", "band")


class Show(StrEnum):
    """What a field of a badge shows."""

    NAME_FIRST = "first line of the name"
    NAME_SECOND = "second line of the name"
    NAME = "name"
    FUNCTIONAL_TITLE = "functional title"
    INSTITUTION = "institution"
    DELEGATION = "delegation"
    DELEGATION_SECOND = "delegation in the second language"
    FLAG = "flag"
    CAPACITY = "capacity"
    BAND = "band"
    QR = "code"
    CODE_LETTERS = "letters of the code"
    PHOTO = "photograph"
    TEXT = "text"
    MEETING = "meeting"
    PLACE_AND_DATES = "place and dates"
    REPLACEMENT = "replacement"
    CONTACTS = "contacts"
    AGENDA = "agenda"


class Align(StrEnum):
    """Where a text stands in its box."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class BackSide(StrEnum):
    """How the back of a badge comes to be there."""

    NONE = "none"
    DUPLEX = "duplex"
    FOLD = "fold"


class StockKind(StrEnum):
    """What the printer takes: a sheet with cells, one badge a page, a roll of labels, or plastic cards."""

    SHEET = "sheet"
    SINGLE = "single"
    ROLL = "roll"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a badge or a page in millimetres, from its top left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class DesignField:
    """One field of a design.

    `size` is the letter size in points; the text shrinks to fit, a text below `comfortable` is reported before printing and
    none is smaller than `smallest`. `lines` says over how many lines it may run, `columns` in how many columns a list may
    stand, `heading` whether it has one. `tone` is one of `TONES`; band stands for
    the colour of the category. `only` and `unless` hold conditions of `rules.badge_conditions`: the field is there if one
    of `only` is met (or there are none) and none of `unless` is.
    """

    show: Show
    box: Box
    size: float = 10.0
    comfortable: float = 8.0
    smallest: float = 6.0
    bold: bool = False
    align: Align = Align.LEFT
    lines: int = 1
    columns: int = 1
    heading: bool = True
    tone: str = "ink"
    text: str = ""
    only: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BadgeDesign:
    """A badge: its size in millimetres and what stands on its front and on its back."""

    key: str
    title: str
    width: float
    height: float
    front: tuple[DesignField, ...]
    back: tuple[DesignField, ...] = ()


@dataclass(frozen=True, slots=True)
class Stock:
    """The paper in the drawer, in millimetres: page, number of cells, the first cell and the steps between them.

    A page of a single badge, a label or a card has one cell. `crop_marks` says whether they are drawn unless told otherwise.
    """

    key: str
    title: str
    kind: StockKind
    page_width: float
    page_height: float
    cell_width: float
    cell_height: float
    columns: int = 1
    rows: int = 1
    left: float = 0.0
    top: float = 0.0
    step_x: float = 0.0
    step_y: float = 0.0
    crop_marks: bool = False

    @property
    def cells(self) -> int:
        """How many badges a page holds."""
        return self.columns * self.rows


@dataclass(frozen=True, slots=True)
class BadgeFacts:
    """Everything that may stand on the badge of one person, in the language of the run.

    `first` and `second` are the two lines of the name; `flag` is the code of a flag in lower case or empty; `colour` is a name
    of `rules.meeting.COLOURS`; `category` is the word in the band; `conditions` are what `only` and `unless` may ask for.
    """

    participant: str
    name: str
    first: str
    second: str
    functional_title: str = ""
    institution: str = ""
    delegation: str = ""
    delegation_second: str = ""
    flag: str = ""
    capacity: str = ""
    category: str = ""
    colour: str = "sea"
    code: str = ""
    photo: bytes | None = None
    replacement: bool = False
    conditions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class BadgeMeeting:
    """What is the same on all badges of a run: `contacts` are (what, number), `agenda` is (heading or time, words)."""

    short_title: str
    place_and_dates: str
    language: str = "en"
    contacts: tuple[tuple[str, str], ...] = ()
    agenda: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class BadgeRun:
    """What is to be printed: people in their order, on which stock, from which cell on (0 is the first).

    `shift_x` and `shift_y` move everything right and down in millimetres, as the calibration page told; `back_shift_x` and
    `back_shift_y` move the backs of a duplex run besides. `blank` adds so many numbered badges without a name; a person of
    None leaves the cell empty. Folded badges take two cells each, and are counted in such pairs.
    """

    design: BadgeDesign
    stock: Stock
    meeting: BadgeMeeting
    people: tuple[BadgeFacts | None, ...]
    start_cell: int = 0
    back: BackSide = BackSide.NONE
    crop_marks: bool = False
    shift_x: float = 0.0
    shift_y: float = 0.0
    back_shift_x: float = 0.0
    back_shift_y: float = 0.0
    blank: int = 0


class Concern(StrEnum):
    """What is wrong with a text on a badge before it is printed."""

    SMALL = "small"
    CUT = "cut"
    SHORTENED = "shortened"
    LEFT_OUT = "left out"
    UNREADABLE = "unreadable"
    NO_GLYPH = "no glyph"
    NO_PHOTO = "photo unreadable"


@dataclass(frozen=True, slots=True)
class BadgeWarning:
    """What is to be looked at before printing: whose badge, which field, what, and the letters, the size or the part concerned."""

    participant: str
    name: str
    show: Show
    concern: Concern
    detail: str = ""
