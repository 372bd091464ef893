"""What Tab would take where the cursor stands: a text module, somebody who speaks or is to act, or the words of the draft."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cmc_desk.rules.note_kinds import EntryKind
from cmc_desk.rules.snippets import Snippet, triggered
from cmc_desk.rules.speaker_completion import Speaker, speakers_like

# Letters that may name a speaker without an @: the whole entry so far, one word and not a long one.
_BARE = re.compile(r"[^\W\d_]{2,24}")
_AT_START = re.compile(r"[ \t]*@(?P<typed>[^@\n\t]{0,32})")
_WITHIN = re.compile(r"(?<![\w@.])@(?P<typed>[^\W_][\w&’'.\-]{0,31})\Z")
_UNKNOWN = re.compile(r"[ \t]*@?\?\?")
_WORD = re.compile(r"[^\W\d_]{2,}\Z")
# Kinds of which somebody is asked to do what they say: there an @ names that one.
TO_BE_DONE = (EntryKind.ACTION, EntryKind.NEXT_STEP)
_SHORTEST_GHOST = 2
_TAIL = 80
# The rest of the word, and two more.
_REST = re.compile(r"\w*(?:[ \u00a0][^\W\d_]+){0,2}")


@dataclass(frozen=True, slots=True)
class Offer:
    """What Tab takes instead of the last `letters` before the cursor; `ghost` is shown behind them.

    Exactly one of the others is set: a text module, speakers (the first is taken, Tab again takes the next), with `acts` those who are
    to do something, `unknown` for a speaker to be fixed later, or more words.
    """

    letters: int
    ghost: str = ""
    snippet: Snippet | None = None
    speakers: tuple[Speaker, ...] = ()
    acts: bool = False
    unknown: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the cursor stands: what is left of it in its paragraph, whether that is the first, and whether nothing else is typed."""

    before: str
    first: bool
    alone: bool
    at_end: bool


def offer_at(
    spot: Spot,
    *,
    kind: EntryKind,
    snippets: Sequence[Snippet],
    speakers: Sequence[Speaker],
    recent: Sequence[str],
    phrases: Sequence[str],
) -> Offer | None:
    """Return what Tab takes there, None for nothing; a trigger goes before letters of a speaker, an @ always means somebody."""
    before = spot.before
    # A long paragraph is not searched from its beginning at every key.
    tail = before[-_TAIL:]
    if spot.first and _UNKNOWN.fullmatch(before):
        return Offer(len(before), unknown=True)
    if spot.first and kind not in TO_BE_DONE and (found := _AT_START.fullmatch(before)):
        alike = speakers_like(found["typed"], speakers, recent)
        return Offer(len(before), speakers=alike) if alike else None
    if found := _WITHIN.search(tail):
        alike = speakers_like(found["typed"], speakers, recent)
        return Offer(len(found[0]), speakers=alike, acts=True) if alike else None
    if snippet := triggered(tail, snippets):
        word = re.search(r"[^\W_]+\Z", tail)
        return Offer(len(word[0]) if word else 0, snippet=snippet)
    if spot.alone and _BARE.fullmatch(before):
        alike = speakers_like(before, speakers, recent)
        if alike:
            return Offer(len(before), speakers=alike)
    if spot.at_end and (ghost := more_words(tail, phrases)):
        return Offer(0, ghost=ghost, words=ghost)
    return None


def more_words(before: str, phrases: Sequence[str]) -> str:
    """Return how a phrase goes on whose beginning is the last word of `before`; nothing if none does."""
    found = _WORD.search(before)
    if found is None or len(found[0]) < _SHORTEST_GHOST:
        return ""
    typed = found[0]
    for phrase in phrases:
        for word in re.finditer(rf"(?<!\w){re.escape(typed)}", phrase, re.IGNORECASE):
            rest = _REST.match(phrase[word.end() :])
            if rest and rest[0]:
                return rest[0]
    return ""
