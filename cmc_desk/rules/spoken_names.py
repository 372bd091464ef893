"""Names of States within a sentence, as their language wants them: "of the Bahamas", "du Belize", "d’Haïti", "del Reino Unido"."""

import re

from cmc_desk.rules.delegations import without_article
from cmc_desk.rules.folding import fold

# The UN lists write the article after the name: "Bahamas (the)", "Netherlands (Kingdom of the)", "Pays-Bas (Royaume des)".
_BEHIND = re.compile(r"\s*\((?:[^()]*\s)?(?P<article>the|las?|el|los|les?|l['’]|des|du|del)\)\s*$", re.IGNORECASE)
_WITHOUT_PREPOSITION = {"des": "les", "du": "le", "del": "el"}
# They write the names of territories without one.
_ISLANDS = {
    "en": (re.compile(r" islands$"), "the"),
    "es": (re.compile(r"^islas "), "las"),
    "fr": (re.compile(r"^iles "), "les"),
    "nl": (re.compile(r"eilanden$"), "de"),
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


def spoken(full: str, short: str, language: str) -> str:
    """Return the everyday name of a delegation with its article: from "Bahamas (the)" and "Bahamas" comes "the Bahamas".

    `full` is its name in the lists of the UN, which says the article, `short` the everyday one; either may be empty.
    """
    name = everyday(full, short)
    behind = _BEHIND.search(full)
    if behind:
        written = behind["article"].lower()
        article = _WITHOUT_PREPOSITION.get(written, written)
    else:
        article = _of_islands(name, language)
    if not article:
        return name
    return f"{article}{name}" if article.endswith(("'", "’")) else f"{article} {name}"


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


def _of_islands(name: str, language: str) -> str:
    pattern, article = _ISLANDS.get(language, (None, ""))
    return article if pattern is not None and pattern.search(fold(name)) else ""
