"""Which delegation a list means, whatever it calls it, and how delegations are sorted."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache
from statistics import fmean

from cmc_desk.rules.folding import fold
from cmc_desk.rules.meeting import DelegationPlan

_ARTICLE_WORDS = "d de del des den du el het l la las le les los of the van"
_ARTICLES_AND_LINKS = frozenset(_ARTICLE_WORDS.split())
_CONNECTING = frozenset({"and", "e", "en", "et", "und", "y"})
_ISLANDS = frozenset({"eilanden", "ile", "iles", "is", "isla", "islas", "island", "islands"})
_IGNORED = _ARTICLES_AND_LINKS | _CONNECTING | _ISLANDS
_SAINTS = dict.fromkeys(["st", "ste", "sint", "sainte"], "saint")
_BEFORE_THE_NAME = re.compile(
    r"^(?:the )?(?:government|govt|gov t|gov|gobierno|gouvernement|regering|(?:co ?operative )?republic|republica|republique"
    r"|republiek|commonwealth|kingdom|reino|royaume|koninkrijk|permanent (?:mission|representation)|mision permanente"
    r"|mission permanente|permanente vertegenwoordiging|embassy|embajada|ambassade|high commission"
    r"|delegation|delegacion|delegatie) (?:of|for|de|del|du|des|d|van) (?=.)"
)
_AFTER_THE_NAME = re.compile(r" (?:to|ante|aupres|bij) (?:the|las?|los|l|des?|un|oas|oea) ?.*$")
_ARTICLE_AT_THE_END = re.compile(r"\s*\((?:the|la|las|le|les|el|los|l['’])\)\s*$", re.IGNORECASE)
_IN_BRACKETS_AT_THE_END = re.compile(r"(?P<name>.*\S)\s*\((?P<before>[^()]+)\)\s*")
_ALIKE_ENOUGH = 0.7
_LONGEST_NAME = 40


def protocol_name(name: str, short_name: str) -> str:
    """Return what a delegation is called where protocol looks: the UN name without its article, Saint Kitts and Nevis.

    One that is told by a bracket, or too long for a list, is called by its everyday name.
    """
    bare = _ARTICLE_AT_THE_END.sub("", name)
    return short_name if "(" in bare or len(bare) > _LONGEST_NAME else bare


class DelegationIndex:
    """The delegations of a meeting by everything they are called."""

    def __init__(self, rows: Iterable[tuple[str, Iterable[str]]]) -> None:
        """Begin with the code of each delegation and the texts that mean it; the code means it too."""
        self._exact: dict[str, list[str]] = {}
        self._loose: dict[str, list[str]] = {}
        for code, texts in rows:
            for text in filter(fold, (code, *texts)):
                for known, key in ((self._exact, _spelling(text)), (self._loose, _key(text))):
                    codes = known.setdefault(key, [])
                    if code not in codes:
                        codes.append(code)

    def match(self, text: str) -> str | None:
        """Return the code of the delegation that `text` means, or None if there is none or more than one.

        Accents, case, articles, "and", "Saint" or "St.", "Islands", and what States put before their names ("Government
        of", "Republic of", "Permanent Mission of") do not count; nor does the order of words ("Virgin Islands, British").
        """
        codes = self._codes(text)
        return codes[0] if len(codes) == 1 else None

    def suggest(self, text: str, n: int = 3) -> tuple[str, ...]:
        """Return the codes of up to `n` delegations that `text` may mean, the likeliest first.

        What `text` is the beginning of comes first, then what it has a word of, then what is spelt much like it.
        """
        beginning, typed = _spelling(text), _key(text).split()
        if not beginning:
            return ()
        scores = dict.fromkeys(self._codes(text), 3.0)
        for known, codes in self._exact.items():
            _raise(scores, codes, _beginning(beginning, known))
        alike = cache(_spelt_alike)
        for known, codes in self._loose.items():
            words = known.split()
            if set(words) <= set(typed):
                _raise(scores, codes, 1.0)
            else:
                _raise(scores, codes, fmean(max(alike(one, other) for other in words) for one in typed))
        likely = [code for code, score in scores.items() if score >= _ALIKE_ENOUGH]
        return tuple(sorted(likely, key=lambda code: -scores[code])[:n])

    def _codes(self, text: str) -> list[str]:
        return self._exact.get(_spelling(text)) or self._loose.get(_key(text)) or []


def row_of(plan: DelegationPlan) -> tuple[str, tuple[str, ...]]:
    """Return the code of a delegation and all that it is called, as `DelegationIndex` takes them."""
    names = (name for _language, name in (*plan.names, *plan.short_names))
    return plan.code, (*names, *plan.aliases)


def sort_key(name: str) -> str:
    """Return the key that sorts names of delegations: accents, "The" and an article in brackets do not count."""
    return fold(without_article(name)).removeprefix("the ")


def without_article(name: str) -> str:
    """Return a name as it stands on a plate: "Bahamas" for "Bahamas (the)", as lists write it."""
    return _ARTICLE_AT_THE_END.sub("", name)


def spoken_name(name: str) -> str:
    """Return a name as it is read aloud, what stands in brackets for the sake of the order put before it again.

    "Bahamas (the)" is "The Bahamas", "Netherlands (Kingdom of the)" is "Kingdom of the Netherlands"; other brackets stay:
    "Saint Martin (French part)".
    """
    found = _IN_BRACKETS_AT_THE_END.fullmatch(name)
    words = fold(re.sub("['’]", " ", found["before"])).split() if found else []
    if not found or not words or words[-1] not in _ARTICLES_AND_LINKS:
        return name
    before = found["before"].strip()
    joint = "" if before.endswith(("'", "’")) else " "
    return f"{before[0].upper()}{before[1:]}{joint}{found['name']}"


def _raise(scores: dict[str, float], codes: list[str], score: float) -> None:
    for code in codes:
        scores[code] = max(score, scores.get(code, 0.0))


def _spelt_alike(one: str, other: str) -> float:
    return SequenceMatcher(a=one, b=other, autojunk=False).ratio()


def _beginning(typed: str, known: str) -> float:
    if known.startswith(typed):
        return 2.0
    return 1.5 if f" {typed}" in known else 0.0


def _spelling(text: str) -> str:
    """Return the folded text with one spelling for all saints."""
    return " ".join(_SAINTS.get(word, word) for word in fold(text).split())


def _key(text: str) -> str:
    """Return the words of a name that tell delegations apart, sorted; the folded text if there are none."""
    name, *additions = re.split("[(),]", re.sub("['’]", " ", text.replace("&", " and ")))
    folded = fold(name)
    while found := _BEFORE_THE_NAME.match(folded):
        folded = folded[found.end() :]
    kept = _AFTER_THE_NAME.sub("", folded).split()
    for addition in additions:
        words = fold(addition).split()
        # "Bahamas (the)", "Netherlands (Kingdom of the)", "Korea, Republic of": a title, not a part of the name.
        if words and words[-1] not in _ARTICLES_AND_LINKS:
            kept += words
    telling = {_SAINTS.get(word, word) for word in kept if word not in _IGNORED}
    return " ".join(sorted(telling)) or _spelling(text)
