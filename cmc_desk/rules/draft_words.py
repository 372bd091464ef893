"""The words by which a text of the United Nations kind says what its parts are, in English, Spanish, French and Dutch."""

import re

# What divides a text by name: "Article 3", "Anexo II".
_PARTS = (
    "article", "section", "chapter", "part", "annex", "appendix",
    "artículo", "articulo", "sección", "seccion", "capítulo", "capitulo", "parte", "anexo", "apéndice",
    "chapitre", "partie", "annexe", "appendice",
    "artikel", "afdeling", "hoofdstuk", "deel", "bijlage", "aanhangsel",
)  # fmt: skip
# What people put before a number when they name a paragraph.
_PARAGRAPHS = (
    "paragraph",
    "para",
    "párrafo",
    "parrafo",
    "paragraphe",
    "paragraaf",
    "alinea",
    "alinéa",
    "lid",
    "§",
    "¶",
)
# How the paragraphs of a preamble begin, without what strengthens it.
_VERBS = {
    "en": (
        "acknowledging", "affirming", "appreciating", "aware", "bearing in mind", "building on", "cognizant", "commending",
        "committed", "concerned", "conscious", "considering", "convinced", "desiring", "desirous", "determined", "emphasising",
        "emphasizing", "encouraged", "expressing", "guided", "having", "highlighting", "inspired", "mindful", "noting", "observing",
        "reaffirming", "realising", "realizing", "recalling", "recognising", "recognizing", "regretting", "reiterating", "resolved",
        "stressing", "taking into account", "taking into consideration", "taking note", "underlining", "underscoring", "welcoming",
        "whereas",
    ),
    "es": (
        "acogiendo", "afirmando", "animad[oa]s?", "conscientes?", "considerando", "convencid[oa]s?", "decidid[oa]s?", "deseando",
        "deseos[oa]s?", "destacando", "expresando", "guiad[oa]s?", "habiendo", "haciendo hincapié", "inspirad[oa]s?", "lamentando",
        "observando", "poniendo de relieve", "preocupad[oa]s?", "reafirmando", "recalcando", "reconociendo", "recordando",
        "reiterando", "resuelt[oa]s?", "subrayando", "teniendo", "tomando en", "tomando nota", "valorando",
    ),
    "fr": (
        "affirmant", "animée?s?", "appréciant", "ayant", "consciente?s?", "considérant", "constatant", "convaincue?s?",
        "décidée?s?", "désireux", "désireuses?", "encouragée?s?", "exprimant", "gardant à l[’']esprit", "guidée?s?", "insistant",
        "inspirée?s?", "mettant en relief", "notant", "observant", "préoccupée?s?", "prenant", "rappelant", "réaffirmant",
        "reconnaissant", "regrettant", "réitérant", "résolue?s?", "saluant", "se félicitant", "se fondant", "soulignant",
        "tenant compte",
    ),
    "nl": (
        "aanmoedigend", "beklemtonend", "benadrukkend", "betreurend", "bevestigend", "bewust", "bezorgd", "constaterend", "erkennend",
        "geïnspireerd", "geleid", "gelet op", "gezien", "herbevestigend", "herhalend", "herinnerend", "indachtig", "kennis nemend",
        "nota nemend", "onderstrepend", "opmerkend", "overtuigd", "overwegende?", "rekening houdend", "uiting gevend", "vaststellend",
        "vastbesloten", "verwelkomend", "wensend", "zich bewust", "zich herinnerend",
    ),
}  # fmt: skip
# What stands before such a verb: "further recalling", "profundamente preocupados".
_STRENGTHENED = (
    "also", "further", "deeply", "fully", "firmly", "gravely", "keenly", "strongly", "again", "once again", "alarmed and",
    "también", "tambien", "además", "ademas", "asimismo", "profundamente", "plenamente", "firmemente",
    "également", "en outre", "de nouveau", "à nouveau", "profondément", "vivement", "fermement", "pleinement",
    "tevens", "voorts", "ook", "opnieuw", "diep", "ten zeerste", "ernstig",
)  # fmt: skip

PREAMBULAR = re.compile(
    rf"[\[\s]*(?:(?:{'|'.join(_STRENGTHENED)})\s+)?(?:{'|'.join(verb for verbs in _VERBS.values() for verb in verbs)})\b",
    re.IGNORECASE,
)
PART = re.compile(
    rf"(?P<label>(?:{'|'.join(_PARTS)})\s+(?:\d+|[ivxlc]+|[a-z])\b)\s*[.:–—-]?\s*(?P<text>.*)", re.IGNORECASE
)
NAMED = re.compile(
    rf"(?:{'|'.join(sorted((*_PARTS, *_PARAGRAPHS), key=len, reverse=True))})s?\b\.?\s*(?=[\w(])|[§¶]+\s*",
    re.IGNORECASE,
)
