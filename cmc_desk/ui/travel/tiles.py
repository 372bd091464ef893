"""What a seat on the wall says, worked out before anything is painted: state in a word, icon and colour, who, whose money. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.travel_states import Headline, Profile, Standing
from cmc_desk.rules.travel_words import HEADLINE_WORDS, STANDING_WORDS


@dataclass(frozen=True, slots=True)
class Stripe:
    """The mark of an agency at the left edge of a tile: solid or broken, in its colour, over a `share` of the height."""

    agency: str
    tone: str
    broken: bool
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class TileLook:
    """How a state is painted; only exceptions are filled."""

    icon: str
    tone: str
    ground: str = "panel"
    edge: str = "line"
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Tile:
    """A seat: `standing` is how urgent it is, `sponsorship` is empty while nobody holds it, `warned` counts the wishes of the sponsors that nobody has waived."""

    key: str
    delegation: str
    number: int
    headline: Headline
    standing: Standing
    sponsorship: str = ""
    name: str = ""
    surname: str = ""
    stripes: tuple[Stripe, ...] = ()
    warned: int = 0
    arrives_today: bool = False
    unpaid: bool = False
    why: str = ""
    profile: Profile = Profile.OTHER

    @property
    def word(self) -> str:
        """The state in a word."""
        return _(HEADLINE_WORDS[self.headline])

    @property
    def look(self) -> TileLook:
        """How the state is painted."""
        return LOOKS[self.headline]

    @property
    def sign(self) -> str:
        """The shape that says how urgent it is: an octagon blocks, a triangle is due; empty while nothing presses."""
        return SIGNS.get(self.standing, "")

    def spoken(self, delegation: str) -> str:
        """Return what a screen reader says of it."""
        parts = [
            _("{delegation}, seat {number}").format(delegation=delegation, number=self.number),
            self.word,
            self.name,
            _(STANDING_WORDS[self.standing]) if self.sign else "",
            self.why,
            *(stripe.agency for stripe in self.stripes),
            _("warnings: {number}").format(number=self.warned) if self.warned else "",
        ]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Block:
    """A delegation on the wall with its seats."""

    code: str
    name: str
    flag: str
    tiles: tuple[Tile, ...]


_EXCEPTION = ("amberInk", "amberT", "amberT")
SIGNS = {Standing.BLOCKS: "octagon", Standing.DUE: "triangle"}
SIGN_TONES = {"octagon": "coral", "triangle": "amber"}
LOOKS: dict[Headline, TileLook] = {
    Headline.NO_NOMINEE: TileLook("x", "coral", "coralT", "coral", dashed=True),
    Headline.LETTER_AWAITED: TileLook("letter", "slate", "neutralT", "neutralT"),
    Headline.LETTER: TileLook("letter", *_EXCEPTION),
    Headline.ACCEPTANCE: TileLook("letter", *_EXCEPTION),
    Headline.PASSPORT: TileLook("passport", *_EXCEPTION),
    Headline.VISA: TileLook("visa", *_EXCEPTION),
    Headline.TICKET: TileLook("ticket", *_EXCEPTION),
    Headline.ROOM: TileLook("bed", *_EXCEPTION),
    Headline.READY: TileLook("check", "leaf"),
    Headline.LOCAL: TileLook("home", "slate", "neutralT", "neutralT"),
    Headline.ARRIVED: TileLook("home", "sea", "lagoon", "lagoon"),
    Headline.PAID: TileLook("cash", "sea", "lagoon", "lagoon"),
    Headline.CLAIM: TileLook("sheet", "sea", "lagoon", "lagoon"),
    Headline.CLOSED: TileLook("check", "slate", "neutralT", "neutralT"),
    Headline.NO_SHOW: TileLook("x", "coral", "coralT", "coralT"),
    Headline.CANCELLED: TileLook("x", "coral", "coralT", "coralT"),
}
# The first agency is solid, the second broken; further ones take turns, each in a colour of its own.
_AGENCY_LOOKS = (("indigo", False), ("azure", True), ("leaf", False), ("amber", True))


def agency_looks(agencies: Sequence[str]) -> dict[str, Stripe]:
    """Return the stripe of each agency, in the order of the sponsors."""
    return {agency: Stripe(agency, *_AGENCY_LOOKS[place % len(_AGENCY_LOOKS)]) for place, agency in enumerate(agencies)}


def is_problem(tile: Tile) -> bool:
    """Tell whether a tile is what `!` looks for: something blocks or is due, or nobody is named."""
    return bool(tile.sign) or tile.headline in (Headline.NO_NOMINEE, Headline.NO_SHOW, Headline.CANCELLED)
