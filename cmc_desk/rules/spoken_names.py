"""Names of States within a sentence, as their language wants them: "of the Bahamas", "du Belize", "d’Haïti", "del Reino Unido"."""

import re
from collections.abc import Mapping

from cmc_desk.rules.delegations import spoken_name, without_article
from cmc_desk.rules.folding import fold

# By language, the article of a name that lists write without it, by the folded name; an empty one says that it has none.
Articles = Mapping[str, Mapping[str, str]]

# The UN lists write the article after the name: "Bahamas (the)", "Netherlands (Kingdom of the)", "Pays-Bas (Royaume des)".
_BEHIND = re.compile(r"\s*\((?:[^()]*\s)?(?P<article>the|las?|el|los|les?|l['’]|des|du|del)\)\s*$", re.IGNORECASE)
_WITHOUT_PREPOSITION = {"des": "les", "du": "le", "del": "el"}
# Names that begin with one of these, wherever they come from, have it small within a sentence.
_FIRST = {
    "en": re.compile(r"The (?=\S)"),
    "es": re.compile(r"(?:El|La|Los|Las) (?=\S)"),
    "fr": re.compile(r"(?:Le|La|Les) (?=\S)|L['’](?=\S)"),
    "nl": re.compile(r"(?:De|Het) (?=\S)"),
}
_SEVERAL = {
    "es": re.compile(r"l[oa]s ", re.IGNORECASE),
    "fr": re.compile(r"les ", re.IGNORECASE),
    "nl": re.compile(r"de (?:Verenigde Staten|Bahama[’']s|.*eilanden$)", re.IGNORECASE),
}
_VOWELS = "AEIOUÀÂÄÉÈÊËÎÏÔÖÛÜŒ"
_JOINTS = {
    "fr": (
        (re.compile(r"\b(d)e le $", re.IGNORECASE), r"\1u "),
        (re.compile(r"\b(d)e les $", re.IGNORECASE), r"\1es "),
        (re.compile(r"\bà le $"), "au "),
        (re.compile(r"\bà les $"), "aux "),
    ),
    "es": ((re.compile(r"\b(d)e el $", re.IGNORECASE), r"\1el "), (re.compile(r"\b(a) el $", re.IGNORECASE), r"\1l ")),
}
_ARTICLE = re.compile(r"(?:les?|el) (?=\S)")
_ELIDED = re.compile(r"\b(d|qu)e $", re.IGNORECASE)
# The h of Haiti is mute for its delegation, that of Honduras is not, but has an article.
_MUTE = re.compile(rf"[{_VOWELS}]|Ha[iï]", re.IGNORECASE)


def everyday(full: str, short: str) -> str:
    """Return the name that a sentence uses, without article: the short one, unless that is one for tables ("St. Kitts & Nevis")."""
    if full and ("&" in short or "." in short):
        short = ""
    return without_article(short) or _BEHIND.sub("", full)


def spoken(full: str, short: str, language: str, articles: Articles) -> str:
    """Return the everyday name of a delegation with its article: from "Bahamas (the)" and "Bahamas" comes "the Bahamas".

    `full` is its name in the lists of the UN, which says the article, `short` the everyday one; either may be empty.
    """
    name = everyday(full, short)
    behind = _BEHIND.search(full)
    if not behind:
        return in_sentence(name, language, articles)
    written = behind["article"].lower()
    return _with(_WITHOUT_PREPOSITION.get(written, written), name)


def in_sentence(name: str, language: str, articles: Articles) -> str:
    """Return a name of a list as it stands within a sentence, in full and with its article, which is small.

    "Bahamas (the)" is "the Bahamas", "Netherlands (Kingdom of the)" is "the Kingdom of the Netherlands", "Cayman Islands", which
    `articles` know, "the Cayman Islands". Of a name that says no article and that they do not know none is guessed.
    """
    full = spoken_name(name)
    known = articles.get(language, {}).get(fold(full))
    if known is not None:
        return _with(known, full)
    first = _FIRST.get(language, _FIRST["en"]).match(full)
    return full if first is None else full[:1].lower() + full[1:]


def by_itself(name: str) -> str:
    """Return a name of a list where it stands alone, as in brackets: "Guyana" for "Guyana (le)", but "Kingdom of the Netherlands"."""
    bare = without_article(name)
    return bare if bare != name else spoken_name(name)


def is_plural(name: str, language: str) -> bool:
    """Tell whether a name within a sentence wants the plural of its verb: "les Bahamas ont proposé"; English names never do."""
    several = _SEVERAL.get(language)
    return several is not None and several.match(name) is not None


def joined(before: str, name: str, language: str) -> str:
    """Return `before` and a name as one text: "de" and "les Bahamas" become "des Bahamas", "que" and "Haïti" "qu’Haïti".

    At the beginning of a sentence the article has its capital.
    """
    if not before.strip() or before.rstrip().endswith((".", "!", "?", ":", "\n")):
        return f"{before}{name[:1].upper()}{name[1:]}"
    article = _ARTICLE.match(name)
    if article:
        for joint, together in _JOINTS.get(language, ()):
            found = joint.search(before + article[0])
            if found:
                head = (before + article[0])[: found.start()]
                return head + found.expand(together) + name[article.end() :]
    elif language == "fr" and _ELIDED.search(before) and _MUTE.match(name):
        return _ELIDED.sub(r"\1’", before) + name
    return before + name


def _with(article: str, name: str) -> str:
    if not article:
        return name
    return f"{article}{name}" if article.endswith(("'", "’")) else f"{article} {name}"
