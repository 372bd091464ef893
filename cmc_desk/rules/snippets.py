"""Text modules: a short trigger that becomes a sentence about whoever has the floor."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cmc_desk.i18n import LANGUAGES
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.spoken_names import joined

PLACES = ("speaker", "item", "doc", "para", "time")
LONGEST_TRIGGER = 20
LONGEST_TEXT = 2000
_PLACE = re.compile(r"\{(" + "|".join(PLACES) + r")\}")
_TRIGGER = re.compile(r"[^\W_]+")
# A trigger is a word of its own: what stands before it is nothing, a blank, a bracket or a quotation mark that opens.
_LAST_WORD = re.compile(r"(?:^|(?<=[\s(\[“«\"'‘*]))(?P<word>[^\W_]+)\Z")
# Who is not known yet is fixed later; what else is missing is seen.
_NOBODY, _MISSING = "??", "…"


@dataclass(frozen=True, slots=True)
class Snippet:
    """A text module of a language: typing `trigger` and Tab gives `text`, with its places filled."""

    language: str
    trigger: str
    text: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the places of a snippet stand for where it is used; `speaker` as it stands within a sentence ("the Bahamas")."""

    speaker: str = ""
    item: str = ""
    doc: str = ""
    para: str = ""
    time: str = ""


@dataclass(frozen=True, slots=True)
class Expanded:
    """The text of a snippet with its places filled; `missing` are the ranges of it that wait for a word."""

    text: str
    missing: tuple[tuple[int, int], ...] = ()


def triggered(before: str, snippets: Iterable[Snippet]) -> Snippet | None:
    """Return the snippet whose trigger is the last word of `before`, which is what stands left of the cursor; None within a word.

    Case does not count: at the beginning of a sentence people type a capital.
    """
    found = _LAST_WORD.search(before)
    if found is None:
        return None
    word = found["word"].casefold()
    return next((snippet for snippet in snippets if snippet.trigger.casefold() == word), None)


def expand(snippet: Snippet, around: Surroundings) -> Expanded:
    """Return the text of `snippet` with a blank at its end, after which typing goes on.

    "de {speaker}" becomes "du Belize" or "d’Haïti" where the language wants it.
    """
    text, missing, end = "", list[tuple[int, int]](), 0
    for place in _PLACE.finditer(snippet.text):
        text += snippet.text[end : place.start()]
        end = place.end()
        filled = getattr(around, place[1])
        if not filled:
            filled = _NOBODY if place[1] == "speaker" else _MISSING
            missing.append((len(text), len(text) + len(filled)))
            text += filled
        elif place[1] == "speaker":
            text = joined(text, filled, snippet.language)
        else:
            text += filled
    text += snippet.text[end:]
    return Expanded(text if text.endswith((" ", "\n")) else f"{text} ", tuple(missing))


def checked_snippet(language: str, trigger: str, text: str) -> Snippet:
    """Return a snippet as it may be kept; raises Refusal that says what is wrong with it."""
    trigger, text = trigger.strip(), text.strip(" \t\r\n")
    if language not in LANGUAGES:
        raise Refusal(
            _("“{language}” is none of the languages {languages}.").format(
                language=language, languages=", ".join(LANGUAGES)
            ),
            field="language",
        )
    if not _TRIGGER.fullmatch(trigger) or len(trigger) > LONGEST_TRIGGER:
        raise Refusal(
            _("A trigger is one word of letters and digits, at most {number} of them.").format(number=LONGEST_TRIGGER),
            field="trigger",
        )
    if not text or len(text) > LONGEST_TEXT:
        raise Refusal(_("Type the text, at most {number} letters.").format(number=LONGEST_TEXT), field="text")
    if any(brace in _PLACE.sub("", text) for brace in "{}"):
        raise Refusal(
            _("Only these places can stand in braces: {places}.").format(
                places=" ".join(f"{{{place}}}" for place in PLACES)
            ),
            field="text",
        )
    return Snippet(language, trigger, text)


def overlaid(shipped: Sequence[Snippet], own: Iterable[Snippet]) -> tuple[Snippet, ...]:
    """Return the snippets that come with the program with a meeting's own before them; one with an empty text takes another away."""
    by_key = {(one.language, one.trigger.casefold()): one for one in shipped}
    by_key |= {(one.language, one.trigger.casefold()): one for one in own}
    return tuple(
        sorted((one for one in by_key.values() if one.text), key=lambda one: (one.language, one.trigger.casefold()))
    )
