"""A recommendation as a sentence, in the style of such meetings, in English, Spanish, French and Dutch."""

import re

from cmc_desk.rules.quantified import capitalised
from cmc_desk.rules.readouts import Recommendation
from cmc_desk.rules.recommendation_tables import ADDRESSEES, MEETING, UNTIL, VERBS, Addressee, Verb

LANGUAGES = ("en", "es", "fr", "nl")
_VOWEL = re.compile(r"[aeiouhàâéèêëîïôûœæ]", re.IGNORECASE)
# What goes to nobody in particular may be typed with the "that" which the verb has already.
_THAT = re.compile(r"^that\s+", re.IGNORECASE)
# An aspirated h keeps the word before it whole, and so do eleven and the eighth.
_ASPIRATED = re.compile(r"(?:hât|hauss|haut|hors|huit|harcel|heurt|hiérarch|hiss|onz)", re.IGNORECASE)


def needs_addressee(verb: str) -> bool:
    """Return whether a recommendation with this verb says to whom it goes."""
    return VERBS[verb].addressed


def addressee_of_a_delegation(names: dict[str, str]) -> Addressee:
    """Return a delegation as somebody to whom a recommendation goes; `names` are as they stand within a sentence, by language."""
    english = names.get("en", "")
    spanish, french, dutch = (names.get(language) or english for language in LANGUAGES[1:])
    return Addressee(
        en=english,
        es=_with(spanish, "a ", {"el ": "al "}),
        fr=french,
        fr_to=_with(french, "à ", {"le ": "au ", "les ": "aux "}),
        nl=dutch,
    )


def sentence(
    recommendation: Recommendation, language: str, *, deadline: str, delegation: Addressee | None = None
) -> str:
    """Return what a recommendation says in a language; empty if its object was not written in it.

    What was approved as amended says what was approved; a text that was written by hand stands before the sentence that is made.
    `deadline` is the date in words, used where no words were written for it; `delegation` is the addressee if it is one.
    """
    for texts in (recommendation.amended, recommendation.texts):
        if written := dict(texts).get(language, "").strip():
            return written
    about = dict(recommendation.objects).get(language, "").strip()
    if not about:
        return ""
    until = dict(recommendation.deadline_words).get(language, "").strip()
    if not until and deadline:
        until = UNTIL[language].format(deadline)
    addressee = ADDRESSEES.get(recommendation.addressee) or delegation
    return composed(VERBS[recommendation.verb], addressee, about.rstrip("."), until, language)


def composed(verb: Verb, addressee: Addressee | None, about: str, until: str, language: str) -> str:
    """Return the sentence that a verb, an addressee, an object and a deadline make in a language."""
    form: str = getattr(verb, language)
    if language == "fr" and _shortens(about):
        form = form.replace("de {about}", "d’{about}")
    within = "{until}" in form
    to = "" if addressee is None else _addressed(verb, addressee, language)
    if not to:
        form = form.replace("{to} ", "")
        if "that {about}" in form:
            about = _THAT.sub("", about, count=1)
    words = form.format(to=to, about=about, until=f"{until} " if until else "")
    if until and not within:
        words = f"{words} {until}"
    return f"{MEETING[language]} {words}."


def first_words(verb: str, language: str) -> str:
    """Return what a verb is called in a list to choose from."""
    form: str = getattr(VERBS[verb], language)
    words = re.sub(r"\{\w+\}", "…", form)
    return capitalised(re.sub(r"(?:… ?)+", "… ", words).strip())


def addressee_words(addressee: str, language: str) -> str:
    """Return what somebody is called of whom a recommendation is asked, as it stands in a list."""
    known = ADDRESSEES[addressee]
    # Spanish has its "a" before them.
    words = re.sub(r"^al |^a ", "", known.es) if language == "es" else str(getattr(known, language))
    return capitalised(words)


def _addressed(verb: Verb, addressee: Addressee, language: str) -> str:
    if language == "fr" and verb.fr_to:
        return addressee.fr_to
    return str(getattr(addressee, language))


def _with(name: str, preposition: str, drawn_together: dict[str, str]) -> str:
    for article, instead in drawn_together.items():
        if name.startswith(article):
            return instead + name.removeprefix(article)
    return preposition + name


def _shortens(word: str) -> bool:
    """Return whether French shortens "de" before a word: before a vowel and most that begin with h."""
    return _VOWEL.match(word) is not None and not _ASPIRATED.match(word)
