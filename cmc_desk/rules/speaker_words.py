"""Who said it, before or within a sentence: named, or as "one delegation" where nobody is to be named."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from cmc_desk.rules.note_kinds import EntryKind
from cmc_desk.rules.notes import Thresholds
from cmc_desk.rules.quantified import capitalised, quantified
from cmc_desk.rules.spoken_names import is_plural


@dataclass(frozen=True, slots=True)
class Called:
    """What a delegation is called within a sentence, all names under which it may stand in a text, and by itself, as in brackets."""

    spoken: str
    every: tuple[str, ...]
    alone: str


@dataclass(frozen=True, slots=True)
class Wording:
    """How a summary words it: in which language, naming who spoke or not, and from when on it says some, several and many."""

    language: str
    attributed: bool
    thresholds: Thresholds
    called: Mapping[str, Called]


# By kind: the verb after one speaker and after several.
_SAID = {
    EntryKind.PROPOSAL: {
        "en": ("proposed", "proposed"),
        "es": ("propuso", "propusieron"),
        "fr": ("a proposé", "ont proposé"),
        "nl": ("stelde voor", "stelden voor"),
    },
    EntryKind.QUESTION: {
        "en": ("asked", "asked"),
        "es": ("preguntó", "preguntaron"),
        "fr": ("a demandé", "ont demandé"),
        "nl": ("vroeg", "vroegen"),
    },
}
_ABOUT = {
    "en": "on provision {0}",
    "es": "sobre la disposición {0}",
    "fr": "sur la disposition {0}",
    "nl": "over bepaling {0}",
}
_WHO = (
    r"(?:delegations?|delegates?|representatives?|governments?|delegaci[oó]n(?:es)?|delegad[oa]s?|representantes?|gobiernos?"
    r"|d[ée]l[ée]gations?|d[ée]l[ée]gu[ée]e?s?|repr[ée]sentante?s?|gouvernements?|delegaties?|vertegenwoordigers?|afgevaardigden?"
    r"|regering(?:en)?)"
)
_OF = r"(?:of|from|de|del|du|des|van)"
# Only the articles of its own language go with a name: the Dutch "de" is "of" in Spanish.
_ARTICLES = {"en": "the ", "es": "(?:la|el|los|las) ", "fr": "(?:(?:la|le|les) |l['’])", "nl": "(?:de|het) "}
# What French and Spanish draw together before an article has no article any more: "du Guyana" is "d’une délégation".
_CONTRACTED = (
    (re.compile(r"\b(?:du|des|de(?: la)?) (?=une (?:délégation|personne))", re.IGNORECASE), "d’"),
    (re.compile(r"\b(?:de|des) (?=(?:de nombreuses|quelques|plusieurs) délégations)", re.IGNORECASE), "de "),
    (re.compile(r"\bde de (?=nombreuses)", re.IGNORECASE), "de "),
    (re.compile(r"\baux? (?=une délégation|de nombreuses|quelques|plusieurs)", re.IGNORECASE), "à "),
    (re.compile(r"\b(d|l)['’](?=une délégation)", re.IGNORECASE), "d’"),
    (re.compile(r"\bdel (?=una delegación)", re.IGNORECASE), "de "),
    (re.compile(r"\bal (?=una delegación)", re.IGNORECASE), "a "),
)
_SENTENCE_BEGINS = re.compile(r"(?:(?:^|\n)\s*(?:[-–•]\s+)?|[.!?…:]\s+)[\"“«„(*_]*$")


def introduced(
    text: str, *, speaker: str, kind: EntryKind, provision: str, language: str, several: bool = False
) -> str:
    """Return what somebody said with `speaker` before it; where nobody spoke, the text alone."""
    if not speaker:
        return text
    verb = _SAID.get(kind, {}).get(language) or _SAID.get(kind, {}).get("en")
    words = [capitalised(speaker), *((verb[several or is_plural(speaker, language)],) if verb is not None else ())]
    if verb is not None and provision and not re.search(rf"(?<!\w){re.escape(provision)}(?!\w)", text):
        words.append(_ABOUT.get(language, _ABOUT["en"]).format(provision))
    # French has a no-break space before the colon.
    colon = "\u00a0:" if language == "fr" else ":"
    return f"{' '.join(words)}{colon} {text}"


def without_itself(text: str, codes: Collection[str], called: Mapping[str, Called], language: str) -> str | None:
    """Return what follows the name of one of the delegations with which a text begins; None if it begins otherwise."""
    names = _names(codes, called)
    found = re.match(rf"[\"“«*_]*{_mention(names, language)}\s*", text, re.IGNORECASE) if names else None
    return text[found.end() :] if found is not None else None


def unnamed(text: str, codes: Collection[str], wording: Wording, *, language: str = "") -> str:
    """Return `text` with "one delegation" (or how many stand side by side) wherever one of the delegations is named.

    What belongs to the name goes with it: "the delegation of Jamaica", "the Government of Jamaica". Nobody else is touched. The text may
    be in another `language` than the summary.
    """
    names = _names(codes, wording.called)
    if not names:
        return text
    spoken = language or wording.language
    mention, name = _mention(names, spoken), re.compile(_any_of(names), re.IGNORECASE)
    listed = re.compile(rf"{mention}(?:(?:, (?:and |y |et |en )?| and | y | et | en ){mention})*", re.IGNORECASE)

    def put(found: re.Match[str]) -> str:
        count = len({one[0].casefold() for one in name.finditer(found[0])})
        words = quantified(count, spoken, wording.thresholds)
        return capitalised(words) if _SENTENCE_BEGINS.search(text[: found.start()]) else words

    replaced = listed.sub(put, text)
    for pattern, instead in _CONTRACTED if replaced != text else ():
        replaced = pattern.sub(instead, replaced)
    return replaced


def _names(codes: Collection[str], called: Mapping[str, Called]) -> tuple[str, ...]:
    found = {name for code in codes if code in called for name in called[code].every}
    # Of two names that begin alike the longer one is meant.
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


def _mention(names: tuple[str, ...], language: str) -> str:
    article = _ARTICLES.get(language, _ARTICLES["en"])
    whose = rf"(?:{article})?{_WHO} (?:{_OF} (?:{article})?|d['’]|de l['’])"
    return rf"(?<!\w)(?:{whose}|{article})?{_any_of(names)}"


@lru_cache(maxsize=512)
def _any_of(names: tuple[str, ...]) -> str:
    # An acronym is a word of some language as soon as it is written small.
    forms = (f"(?-i:{re.escape(name)})" if name.isupper() else re.escape(name) for name in names)
    return rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)"
