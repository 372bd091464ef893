"""The numbers that Word counts and no file says: computed again from its lists and styles, for a text as it was or as it is wished."""

from dataclasses import dataclass, field
from typing import Any

from cmc_desk.exchange.word_text import WordParagraph
from cmc_desk.rules.list_numbers import written

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = f"{_W}val"
_LEVELS = 9
_LONGEST = 40
_DEEPEST = 20  # styles that are based on styles


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    words: str = ""
    style: str = ""
    restarts: int | None = None
    only_figures: bool = False


@dataclass(slots=True)
class _List:
    """A list as paragraphs refer to it: `kind` is that of which it is one, `starts` where it begins anew."""

    kind: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Style:
    name: str = ""
    based_on: str = ""
    numbering: tuple[str, int | None] | None = None
    outline: int | None = None


class WordNumbers:
    """Counts the paragraphs of a file in their order; one for each way to read it, since what came and went counts too."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        """Read the lists and the styles of a file; either may be missing."""
        self._styles = _styles(styles)
        self._lists = _lists(numbering, self._styles)
        self._counted: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def style_name(self, paragraph: WordParagraph) -> str:
        """Return the name of the style of a paragraph in small letters, as it is in every language of Word."""
        return self._styles.get(paragraph.style, _Style()).name.casefold()

    def outline(self, paragraph: WordParagraph) -> int | None:
        """Return the level of a paragraph in the outline, from 0, None for what is no heading."""
        if paragraph.outline is not None:
            return paragraph.outline if paragraph.outline < _LEVELS else None
        for style in self._chain(paragraph.style):
            if style.outline is not None:
                return style.outline if style.outline < _LEVELS else None
        return None

    def place(self, paragraph: WordParagraph) -> tuple[str, int] | None:
        """Return list and level of a paragraph, from itself or from its style."""
        own = paragraph.numbering
        if own is not None and own[0] == "0":
            return None
        key = own[0] if own is not None else ""
        level = own[1] if own is not None else None
        for style, name in zip(self._chain(paragraph.style), self._names(paragraph.style), strict=True):
            if key:
                break
            if style.numbering is not None:
                key = style.numbering[0]
                if level is None:
                    level = style.numbering[1]
                if level is None and key in self._lists:
                    of_style = (place for place, one in self._lists[key].levels.items() if one.style == name)
                    level = next(of_style, None)
        if not key or key == "0" or key not in self._lists:
            return None
        return key, min(level or 0, _LEVELS - 1)

    def label(self, paragraph: WordParagraph) -> str:
        """Return the number of a paragraph as Word shows it, and count it; nothing if it has none or a bullet."""
        found = self.place(paragraph)
        if found is None:
            return ""
        key, place = found
        of = self._lists[key]
        counted = self._counted.setdefault(of.kind, [None] * _LEVELS)
        for level, start in of.starts.items():
            if level <= place and (key, level) not in self._begun:
                self._begun.add((key, level))
                counted[level] = start - 1 if level == place else start
        levels = of.levels
        last = counted[place]
        counted[place] = levels.get(place, _Level()).start if last is None else last + 1
        for deeper in range(place + 1, _LEVELS):
            restarts = levels.get(deeper, _Level()).restarts
            if restarts is None or place < restarts:
                counted[deeper] = None
        return _shown(levels, place, counted)

    def _names(self, key: str) -> list[str]:
        names: list[str] = []
        while key in self._styles and key not in names and len(names) < _DEEPEST:
            names.append(key)
            key = self._styles[key].based_on
        return names

    def _chain(self, key: str) -> list[_Style]:
        return [self._styles[name] for name in self._names(key)]


def _shown(levels: dict[int, _Level], place: int, counted: list[int | None]) -> str:
    level = levels.get(place, _Level())
    # What is longer than any number of a provision is none.
    if level.form in ("bullet", "none") or len(level.words) > _LONGEST:
        return ""
    words = level.words
    for one in range(_LEVELS):
        if f"%{one + 1}" in words:
            of = levels.get(one, _Level())
            value = counted[one]
            form = "decimal" if level.only_figures else of.form
            words = words.replace(f"%{one + 1}", written(form, of.start if value is None else value))
    return words.strip() if len(words) <= _LONGEST else ""


def _styles(root: Any) -> dict[str, _Style]:
    found: dict[str, _Style] = {}
    for one in root.iter(f"{_W}style") if root is not None else ():
        outline = one.find(f"{_W}pPr/{_W}outlineLvl")
        reference = one.find(f"{_W}pPr/{_W}numPr")
        numbering = None
        if reference is not None:
            level = _value(reference, "ilvl")
            numbering = (_value(reference, "numId"), _whole(level))
        key = one.get(f"{_W}styleId", "")
        found[key] = _Style(
            _value(one, "name"),
            _value(one, "basedOn"),
            numbering,
            _whole(outline.get(_VAL, "")) if outline is not None else None,
        )
    return found


def _lists(root: Any, styles: dict[str, _Style]) -> dict[str, _List]:
    if root is None:
        return {}
    kinds = {one.get(f"{_W}abstractNumId", ""): one for one in root.iter(f"{_W}abstractNum")}
    kind_of = {one.get(f"{_W}numId", ""): _value(one, "abstractNumId") for one in root.iter(f"{_W}num")}
    found: dict[str, _List] = {}
    for one in root.iter(f"{_W}num"):
        key = one.get(f"{_W}numId", "")
        kind = kind_of[key]
        linked = _value(kinds[kind], "numStyleLink") if kind in kinds else ""
        numbering = styles[linked].numbering if linked in styles else None
        if numbering is not None and numbering[0] in kind_of:
            kind = kind_of[numbering[0]]
        levels = {_place(level): _level(level) for level in kinds[kind].iter(f"{_W}lvl")} if kind in kinds else {}
        starts: dict[int, int] = {}
        for override in one.iter(f"{_W}lvlOverride"):
            place, start, other = _place(override), _value(override, "startOverride"), override.find(f"{_W}lvl")
            if other is not None:
                levels[place] = _level(other)
            if (begun := _whole(start)) is not None:
                starts[place] = begun
        found[key] = _List(kind, levels, starts)
    return found


def _level(element: Any) -> _Level:
    start, restarts = _value(element, "start"), _value(element, "lvlRestart")
    return _Level(
        _whole(start) or 0,
        _value(element, "numFmt") or "decimal",
        _value(element, "lvlText"),
        _value(element, "pStyle"),
        _whole(restarts),
        element.find(f"{_W}isLgl") is not None,
    )


def _place(element: Any) -> int:
    words = element.get(f"{_W}ilvl", "")
    return _whole(words) or 0


def _value(element: Any, name: str) -> str:
    found = element.find(f"{_W}{name}")
    return found.get(_VAL, "") if found is not None else ""


def _whole(words: str) -> int | None:
    """Return a whole number as Word writes it; None for anything else that may stand there."""
    return int(words) if words.isascii() and words.isdigit() and len(words) < 10 else None
