"""What people in the room see."""

from cmc_desk.ui.stage.pieces import Bar, Figures, Outline, Words
from cmc_desk.ui.stage.window import RoomWindow
from tests.ui.agenda.stand import Chair


def screen(chair: Chair, kind: str = "stage") -> RoomWindow:
    """Return a screen of the room, which is open."""
    return chair.window.room.windows[kind]


def lines(chair: Chair, kind: str = "stage") -> list[str]:
    """Return the texts on a screen."""
    return [" ".join(piece.lines) for piece in screen(chair, kind).pieces() if isinstance(piece, Words)]


def figures(chair: Chair, kind: str = "stage") -> str:
    """Return the time on a screen."""
    (found,) = (piece for piece in screen(chair, kind).pieces() if isinstance(piece, Figures))
    return found.words


def bar(chair: Chair, kind: str = "stage") -> Bar:
    """Return the bar of a screen."""
    (found,) = (piece for piece in screen(chair, kind).pieces() if isinstance(piece, Bar))
    return found


def framed(chair: Chair, kind: str = "stage") -> bool:
    """Say whether a frame goes round a screen."""
    window = screen(chair, kind)
    whole = (0, 0, window.width(), window.height())
    return any(isinstance(piece, Outline) and piece.box == whole for piece in window.pieces())
