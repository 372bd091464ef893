"""Delegations as summaries word them, for tests."""

from cmc_desk.rules.notes import Thresholds
from cmc_desk.rules.speaker_words import Called, Wording

CALLED = {
    "en": {
        "JM": Called("Jamaica", ("Jamaica", "La Jamaïque", "Jamaïque"), "Jamaica"),
        "LC": Called("Saint Lucia", ("Saint Lucia", "Sainte-Lucie", "St. Lucia"), "Saint Lucia"),
        "BS": Called("the Bahamas", ("The Bahamas", "Bahamas", "Las Bahamas", "Bahama’s"), "Bahamas"),
        "DM": Called("Dominica", ("Dominica",), "Dominica"),
        "GY": Called("Guyana", ("Guyana", "Le Guyana"), "Guyana"),
        "IOM": Called("IOM", ("IOM", "OIM", "International Organization for Migration"), "IOM"),
    }
}


def wording(language: str = "en", *, attributed: bool = False) -> Wording:
    """Return how a summary words it, with the usual thresholds."""
    return Wording(language, attributed, Thresholds(), CALLED["en"])
