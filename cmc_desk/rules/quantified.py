"""How many delegations said something, in words that name none: "one delegation", "several delegations"."""

from cmc_desk.rules.notes import Thresholds

# By language: a speaker nobody knows, one delegation, some, several, many.
_WORDS = {
    "en": ("one speaker", "one delegation", "some delegations", "several delegations", "many delegations"),
    "es": ("una persona", "una delegación", "algunas delegaciones", "varias delegaciones", "muchas delegaciones"),
    "fr": (
        "une personne",
        "une délégation",
        "quelques délégations",
        "plusieurs délégations",
        "de nombreuses délégations",
    ),
    "nl": ("één spreker", "één delegatie", "enkele delegaties", "verscheidene delegaties", "vele delegaties"),
}


def quantified(count: int, language: str, thresholds: Thresholds) -> str:
    """Return who spoke, by the number of distinct delegations (0: somebody nobody knows); English for any language but es, fr and nl."""
    nobody, one, some, several, many = _WORDS.get(language, _WORDS["en"])
    if count < 1:
        return nobody
    if count >= thresholds.many:
        return many
    if count >= thresholds.several:
        return several
    return some if count >= thresholds.some else one


def capitalised(text: str) -> str:
    """Return `text` with a capital at its beginning, the rest as it is."""
    return text[:1].upper() + text[1:]
