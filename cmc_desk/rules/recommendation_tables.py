"""The verbs, the addressees and the small words that recommendations are made of, in four languages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verb:
    """What the meeting does, by language: `{to}` is whom it is for, `{about}` what, `{until}` where Dutch has the deadline.

    What is `addressed` goes to somebody, and needs them unless it reads `alone` as well; `fr_to` says that French puts "à" before them.
    """

    en: str
    es: str
    fr: str
    nl: str
    addressed: bool = True
    fr_to: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who is to do it, as the verbs of each language need it: Spanish with "a", French without and with "à"."""

    en: str
    es: str
    fr: str
    fr_to: str
    nl: str


MEETING = {"en": "The Meeting", "es": "La Reunión", "fr": "La Réunion", "nl": "De Vergadering"}
UNTIL = {"en": "by {0}", "es": "a más tardar el {0}", "fr": "au plus tard le {0}", "nl": "uiterlijk op {0}"}

# The object is an infinitive without "to" (in Dutch the whole of it, "een contactpunt aan te wijzen"), or a noun where nobody is addressed.
VERBS = {
    "recommends": Verb(
        "recommends that {to} {about}",
        "recomienda {to} {about}",
        "recommande {to} de {about}",
        "beveelt {to} aan {until}{about}",
        fr_to=True,
        alone=True,
    ),
    "requests": Verb(
        "requests {to} to {about}", "solicita {to} {about}", "prie {to} de {about}", "verzoekt {to} {until}{about}"
    ),
    "invites": Verb(
        "invites {to} to {about}", "invita {to} a {about}", "invite {to} à {about}", "nodigt {to} uit {until}{about}"
    ),
    "encourages": Verb(
        "encourages {to} to {about}",
        "alienta {to} a {about}",
        "encourage {to} à {about}",
        "moedigt {to} aan {until}{about}",
    ),
    "urges": Verb(
        "urges {to} to {about}",
        "insta {to} a {about}",
        "exhorte {to} à {about}",
        "dringt er bij {to} op aan {until}{about}",
    ),
    "calls upon": Verb(
        "calls upon {to} to {about}",
        "exhorta {to} a {about}",
        "demande {to} de {about}",
        "roept {to} op {until}{about}",
        fr_to=True,
    ),
    "agrees": Verb(
        "agrees to {about}", "acuerda {about}", "convient de {about}", "komt overeen {until}{about}", addressed=False
    ),
    "endorses": Verb(
        "endorses {about}", "hace suyo {about}", "approuve {about}", "onderschrijft {until}{about}", addressed=False
    ),
    "takes note": Verb(
        "takes note of {about}",
        "toma nota de {about}",
        "prend note de {about}",
        "neemt kennis van {until}{about}",
        addressed=False,
    ),
    "welcomes": Verb(
        "welcomes {about}",
        "acoge con satisfacción {about}",
        "se félicite de {about}",
        "is ingenomen met {until}{about}",
        addressed=False,
    ),
}

ADDRESSEES = {
    "participating States": Addressee(
        "participating States, countries and territories",
        "a los Estados, países y territorios participantes",
        "les États, pays et territoires participants",
        "aux États, pays et territoires participants",
        "de deelnemende staten, landen en gebieden",
    ),
    "high-level meeting": Addressee(
        "the high-level meeting",
        "a la reunión de alto nivel",
        "la réunion de haut niveau",
        "à la réunion de haut niveau",
        "de vergadering op hoog niveau",
    ),
    "host State": Addressee(
        "the host State", "al Estado anfitrión", "l’État hôte", "à l’État hôte", "de gastheerstaat"
    ),
    "secretariat": Addressee(
        "the secretariat", "a la secretaría", "le secrétariat", "au secrétariat", "het secretariaat"
    ),
    "IOM": Addressee("IOM", "a la OIM", "l’OIM", "à l’OIM", "IOM"),
    "UNHCR": Addressee("UNHCR", "al ACNUR", "le HCR", "au HCR", "UNHCR"),
    "IOM and UNHCR": Addressee(
        "IOM and UNHCR", "a la OIM y al ACNUR", "l’OIM et le HCR", "à l’OIM et au HCR", "IOM en UNHCR"
    ),
    "focal points": Addressee(
        "the national focal points",
        "a los puntos focales nacionales",
        "les points focaux nationaux",
        "aux points focaux nationaux",
        "de nationale contactpunten",
    ),
    "working groups": Addressee(
        "the working groups",
        "a los grupos de trabajo",
        "les groupes de travail",
        "aux groupes de travail",
        "de werkgroepen",
    ),
    "development partners": Addressee(
        "development partners",
        "a los asociados para el desarrollo",
        "les partenaires de développement",
        "aux partenaires de développement",
        "de ontwikkelingspartners",
    ),
}
