"""The numbers of provisions: what comes after 3 bis, what all of them become again, and which one people mean."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from cmc_desk.rules.document_kinds import ProvisionKind, ProvisionStatus
from cmc_desk.rules.draft_words import NAMED
from cmc_desk.rules.drafts import Provision
from cmc_desk.rules.number_series import Style, ordinal, style_of, written

# As they are counted in texts of this kind, from the second on.
LATIN = (
    "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies", "undecies", "duodecies",
    "terdecies", "quaterdecies", "quindecies", "sexdecies", "septdecies", "octodecies", "novodecies", "vicies",
)  # fmt: skip
_SUFFIX = re.compile(
    rf"^(?P<stem>.*?)[\s.]*(?:\b|(?<=\d))(?P<latin>{'|'.join(sorted(LATIN, key=len, reverse=True))})\.?$", re.IGNORECASE
)
_TYPED = re.compile(
    rf"\s*(?P<stem>\d{{1,3}}(?:\.\d{{1,3}})*)(?:\s?(?P<latin>{'|'.join(sorted(LATIN, key=len, reverse=True))})\b)?(?P<sign>[.)]?)\s+(?P<text>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
# How deep the kinds of provisions stand before their level counts.
_PARAGRAPHS, _BELOW_PARAGRAPHS = 200, 300
_DEPTHS = {
    ProvisionKind.TITLE: 0,
    ProvisionKind.HEADING: 100,
    ProvisionKind.PREAMBULAR: _PARAGRAPHS,
    ProvisionKind.PARAGRAPH: _PARAGRAPHS,
    ProvisionKind.PLAN_ROW: _PARAGRAPHS,
    ProvisionKind.SUBPARAGRAPH: _BELOW_PARAGRAPHS,
}
_HEADINGS = frozenset({ProvisionKind.TITLE, ProvisionKind.HEADING})


@dataclass(frozen=True, slots=True)
class Renumbered:
    """A provision with the number that it has now, and the one that it had."""

    provision: Provision
    was: str


def depth(provision: Provision) -> int:
    """Return how far below the title a provision stands; what follows it and stands deeper belongs to it."""
    return _DEPTHS[provision.kind] + provision.level


def without_suffix(label: str) -> tuple[str, str]:
    """Return a number and its bis: "3 bis" is ("3", "bis"), "4" is ("4", "")."""
    found = _SUFFIX.match(label.strip())
    return (found["stem"].strip(), found["latin"].lower()) if found and found["stem"].strip() else (label.strip(), "")


def next_label(label: str, taken: Collection[str] = ()) -> str:
    """Return the number of what is put in after the one with `label`: the next bis, ter … that is not taken.

    What has no number is followed by what has none.
    """
    stem, latin = without_suffix(label)
    stem = stem.rstrip(".")
    if not stem:
        return ""
    held = {normal(one) for one in taken}
    after = LATIN.index(latin) + 1 if latin else 0
    for name in LATIN[after:]:
        if normal(f"{stem} {name}") not in held:
            return f"{stem} {name}"
    count = len(LATIN) + 2
    while normal(f"{stem}-{count}") in held:
        count += 1
    return f"{stem}-{count}"


def number_apart(text: str) -> tuple[str, str]:
    """Return the number that was typed before the words of a provision, and the words; no number unless it has a bis or a point."""
    found = _TYPED.match(text)
    if found is None or not (found["latin"] or found["sign"]):
        return "", text
    return " ".join(filter(None, (found["stem"], (found["latin"] or "").lower()))), found["text"]


# The numbers of a draft are compared with each other again and again.
@lru_cache(maxsize=4096)
def normal(label: str) -> str:
    """Return a number as it is compared: "§ 3 BIS." is "3bis", "a)" and "(a)" are "(a)"."""
    named = NAMED.match(label.strip())
    label = label.strip()[named.end() if named else 0 :]
    plain = re.sub(r"[\s.]+$", "", "".join(label.split()).casefold())
    return re.sub(r"(?<![a-z(])([a-z]+)\)", r"(\1)", re.sub(r"^([\d.]+)\)", r"\1", plain))


def with_paths(provisions: Iterable[Provision]) -> tuple[Provision, ...]:
    """Return the provisions with their numbers in full: "3(a)", "2.1"; where a number is there twice, with its heading: "II.3"."""
    return tuple(
        one if one.path == path else replace(one, path=path) for one, path in _with_headings(tuple(provisions))
    )


def found(provisions: Sequence[Provision], typed: str) -> tuple[Provision, ...]:
    """Return the provisions that people mean by what they type: "4", "§ 4 (a)", "3 bis", "II.3".

    What was deleted is meant only where nothing else is; several are there if a number is not enough to tell them apart.
    """
    wanted = normal(typed)
    named = list(_named(with_paths(provisions))) if wanted else []
    # "4a" is how 4(a) is typed in a hurry.
    # "Annex.1" is not the 1 that "paragraph 1" is.
    exact = _joined(typed)
    meant = [one for one, known in named if known["long"] != known["label"] and _joined(known["long"]) == exact]
    if meant:
        return tuple([one for one in meant if one.status is not ProvisionStatus.DELETED] or meant)
    for sought in (wanted, re.sub(r"(?<=\d)([a-z])$", r"(\1)", wanted)):
        for name in ("path", "long", "label"):
            meant = [one for one, known in named if normal(known[name]) == sought]
            if meant:
                return tuple([one for one in meant if one.status is not ProvisionStatus.DELETED] or meant)
    return ()


def renumbered(provisions: Sequence[Provision]) -> tuple[Renumbered, ...]:
    """Return the provisions numbered anew, without bis and without gaps; what was deleted keeps the number that it had.

    Every series keeps its style. Paragraphs count on over headings unless they began again below one already; sub-paragraphs begin
    again below every paragraph.
    """
    return tuple(_counted(provisions))


def _counted(provisions: Sequence[Provision]) -> Iterator[Renumbered]:
    again = _begin_again(provisions)

    def goes_on(deep: int, other: int, style: Style) -> bool:
        """Tell whether a series of paragraphs counts on although a heading comes."""
        return deep < _PARAGRAPHS <= other < _BELOW_PARAGRAPHS and not again and not style.below

    # By how deep a series is: its style, how far it has come, and the number of the provision above it as it was and is now.
    series: dict[int, tuple[Style, int]] = {}
    above: dict[int, tuple[str, str]] = {}
    for one in provisions:
        deep = depth(one)
        label, _ = without_suffix(one.label)
        if one.status is ProvisionStatus.DELETED or style_of(label).fixed or not label:
            yield Renumbered(one, one.label)
            continue
        series = {other: has for other, has in series.items() if other <= deep or goes_on(deep, other, has[0])}
        was, now = above.get(max((other for other in above if other < deep), default=-1), ("", ""))
        style, count = series.get(deep) or (style_of(label, was), 0)
        series[deep] = (style, count + 1)
        number = written(style, count + 1, now)
        above = {other: names for other, names in above.items() if other < deep} | {
            deep: (label.rstrip("."), number.rstrip("."))
        }
        yield Renumbered(one if one.label == number else replace(one, label=number, path=""), one.label)


def _begin_again(provisions: Iterable[Provision]) -> bool:
    """Tell whether paragraphs begin at 1 below more than one heading."""
    first = [one for one in provisions if _DEPTHS[one.kind] == _PARAGRAPHS and ordinal(one.label) == 1]
    return len({one.level for one in first}) < len(first)


def _with_headings(provisions: Sequence[Provision]) -> Iterator[tuple[Provision, str]]:
    named = list(_named(provisions))
    paths = [normal(names["path"]) for _, names in named]
    times = Counter(path for path in paths if path)
    for (one, names), path in zip(named, paths, strict=True):
        yield one, names["long"] if times[path] > 1 else names["path"]


def _named(provisions: Iterable[Provision]) -> Iterator[tuple[Provision, dict[str, str]]]:
    """Return every provision with its number, with that below the paragraph to which it belongs, and with that below its heading."""
    above: dict[int, str] = {}
    heading = ""
    for one in provisions:
        deep = depth(one)
        above = {other: path for other, path in above.items() if other < deep}
        label = one.label.strip().rstrip(".")
        path = long = label
        if one.kind in _HEADINGS:
            # A heading without a number, such as that of an annex, is named by its first word.
            heading = label or (_first_word(one.text) if one.kind is ProvisionKind.HEADING else "")
        elif label:
            parent = above[max(above)] if above else ""
            if parent and not label.startswith(parent + "."):
                path = parent + _below(label)
            above[deep] = path
            long = f"{heading}.{path}" if heading and not path.startswith(heading + ".") else path
        yield one, {"label": label, "path": path, "long": long}


def _joined(typed: str) -> str:
    return "".join(typed.split()).casefold()


def _first_word(text: str) -> str:
    """Return the word by which a heading is called, with the number after it: "Annex II" of "Annex II: The plan"."""
    first = re.search(r"\w+(?:\s+(?:[IVXL]+|\d+|[A-H])\b)?", text)
    return first[0] if first else ""


def _below(label: str) -> str:
    """Return a number as it is put to that above it: "(a)" for "a)" and for "a.", and "(a) bis" for what stands after it."""
    stem, latin = without_suffix(label)
    bare = stem.strip("().")
    put = f"({bare})" if bare.isalpha() or stem.endswith(")") else f"({stem})"
    return f"{put} {latin}" if latin else put
