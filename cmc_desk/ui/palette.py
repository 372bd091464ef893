"""The colours of the windows by name, in the scheme that is in force."""

from functools import cache

from PySide6.QtGui import QColor

# name: (light, dark); what each is for stands in the comments, text on its ground keeps 4.5:1 and shapes keep 3:1.
TOKENS: dict[str, tuple[str, str]] = {
    "ink": ("#13232B", "#E4ECEE"),  # text, big numbers
    "slate": ("#55656D", "#A3B4BB"),  # secondary text, heads of columns
    "faint": ("#64737A", "#8799A1"),  # ghost completion, what is switched off
    "sea": ("#0B5A72", "#67C3D9"),  # the primary button, focus, links
    "seaHover": ("#0D6A86", "#82D0E2"),
    "seaSoft": ("#9CC3CE", "#2F6475"),  # bars of a chart before the last
    "onPrimary": ("#FFFFFF", "#08222B"),  # text on sea
    "lagoon": ("#DDEFF2", "#183F4C"),  # selection, message strip; text on it stays ink
    "lagoon2": ("#EEF6F7", "#152F39"),  # what the pointer is over
    "sand": ("#F7F5F0", "#0E181D"),  # side panes, group rows
    "sand2": ("#EEEBE3", "#0A1216"),  # the mat behind paper and photographs
    "sandTrack": ("#E2DED3", "#22313A"),  # track of a bar that stands on sand
    "shadow": ("#C9C6BC", "#2A3B44"),  # the silhouette where no photograph is
    "panel": ("#FFFFFF", "#142027"),  # work panes, tables, fields
    "line": ("#D9DEDF", "#2A3B44"),  # separators only, never the edge of a control
    "edge": ("#7C8B92", "#63757E"),  # the edge of a field, a button, an outlined chip
    "leaf": ("#2A7548", "#78CF9B"),  # done, present, saved
    "leafT": ("#E4F1E8", "#16301F"),
    "amberInk": ("#8A5609", "#F3C067"),  # the words of a warning
    "amber": ("#B7791F", "#EDB04A"),  # its shape
    "amberT": ("#FBF1DC", "#362A14"),
    "coral": ("#B93A22", "#FF8F73"),  # blocks, not found, not saved
    "coralT": ("#FBE9E4", "#3B211B"),
    "indigo": ("#3F4BA0", "#A9B3F2"),  # IOM, an action, a walk-in
    "indigoT": ("#E8EAF6", "#23294A"),
    "azure": ("#0A6FA8", "#6DBBEA"),  # UNHCR
    "neutralT": ("#EEF0F1", "#1F2D34"),  # track of a bar, neutral chip
    "hl": ("#FFF1C2", "#3A3210"),  # letters that matched
    "rail": ("#10303C", "#0A1216"),
    "railInk": ("#C9DBE0", "#A3B4BB"),
    "railFaint": ("#7F98A1", "#71838B"),  # the numbers of the pages
    "railLine": ("#2F4B56", "#22313A"),
    "railOn": ("#0B5A72", "#183F4C"),  # the page that is open
    "railOnInk": ("#FFFFFF", "#FFFFFF"),
    "railBar": ("#8FD3E2", "#8FD3E2"),
    "white": ("#FFFFFF", "#FFFFFF"),
}


class _Scheme:
    """Which of the two schemes is in force; the whole program shows one."""

    dark: bool = False


def choose(*, dark: bool) -> None:
    """Put the light or the dark scheme in force; `theme.apply` calls it and repaints."""
    _Scheme.dark = dark


def is_dark() -> bool:
    """Say whether the dark scheme is in force."""
    return _Scheme.dark


def colour(name: str) -> QColor:
    """Return the colour `name` (a key of TOKENS) in the scheme in force; ask again at every painting.

    An unknown name raises KeyError.
    """
    return _colour(name, dark=_Scheme.dark)


def hexcode(name: str) -> str:
    """Return the colour `name` as `#RRGGBB`, for style sheets and drawings."""
    return TOKENS[name][1 if _Scheme.dark else 0]


def on_paper(name: str) -> QColor:
    """Return the colour `name` as it is seen on white: paper is that in both schemes."""
    return _colour(name, dark=False)


@cache
def _colour(name: str, *, dark: bool) -> QColor:
    return QColor(TOKENS[name][1 if dark else 0])
