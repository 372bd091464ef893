"""The verbs with which notes of what somebody said begin, so that they are read as a sentence: "Supports it" is "Jamaica supports it"."""

import re

_VERBS = {
    "en": "accepts adds advises agrees announces appeals appreciates asks believes calls cautions clarifies commends compares concludes"
    " concurs confirms congratulates considers describes disagrees draws echoes emphasises emphasizes encourages endorses enquires expects"
    " explains expresses favours finds gives has highlights hopes indicates informs inquires insists invites joins maintains mentions moves"
    " needs notes objects observes offers opposes outlines prefers presents proposes raises reaffirms recalls recommends"
    " refers regrets reiterates rejects remarks reminds replies reports requests reserves says seconds seeks shares speaks stresses"
    " suggests supports takes thanks underlines underscores urges wants warns welcomes wishes withdraws wonders",
    "es": "acepta acoge afirma agradece alienta añade anuncia apoya aprueba celebra cita coincide comparte comunica concluye confirma"
    " considera cree da declara desea destaca dice duda enfatiza espera estima explica expone expresa felicita hace indica informa"
    " insiste insta invita lamenta llama manifiesta menciona necesita nota objeta observa ofrece opina pide plantea precisa prefiere pregunta"
    " presenta propone quiere reafirma rechaza recomienda reconoce recuerda reitera respalda responde retira saluda se señala solicita"
    " subraya sugiere toma",
    "fr": "accepte accueille affirme ajoute annonce appelle apprécie approuve attire cite confirme considère constate craint déclare décrit"
    " demande dit donne émet encourage espère estime évoque explique exprime fait félicite indique informe insiste invite juge maintient"
    " mentionne note observe offre partage pense plaide pose précise préfère présente prie propose rappelle recommande regrette rejette"
    " relève remercie répond retire réaffirme réitère salue se signale souhaite souligne soutient suggère trouve veut",
    "nl": "aanvaardt bedankt beklemtoont benadrukt bepleit betreurt bevestigt dankt deelt denkt dringt geeft gelooft heeft herhaalt herinnert"
    " hoopt ondersteunt onderstreept onderschrijft presenteert prijst sluit spreekt steunt stelt suggereert trekt verduidelijkt"
    " verklaart verwelkomt verwijst verzoekt vindt vraagt waarschuwt wenst wijst wil zegt ziet",
}
# These are nouns as well: "Requests for asylum rose" is no verb.
_NOUNS_TOO = frozenset(
    ["concerns", "hopes", "moves", "needs", "notes", "offers", "remarks", "reports", "requests", "supports"]
)
_AFTER_A_NOUN = frozenset(
    ["about", "are", "by", "for", "from", "have", "in", "may", "must", "of", "on", "remain", "rose", "should", "were"]
)
_KNOWN = {language: frozenset(words.split()) for language, words in _VERBS.items()}
_FIRST = re.compile(r"[*_]?(?P<word>[^\W\d_]+)(?=[\s,*_])[\s,*_]+(?P<next>\w*)")
_CHAIR = re.compile(
    r"[*_]?(?:(?:the|la|le|el|de) )?(?:co-?)?(?:chair(?:person|man|woman)?|pr[ée]sidente?|pr[ée]sidence|presidencia|voorzitt?er)\b",
    re.IGNORECASE,
)


def goes_on(text: str, language: str) -> str | None:
    """Return a text that begins with such a verb as it goes on after the name of the speaker; None if it begins otherwise."""
    found = _FIRST.match(text)
    # Questions begin with verbs that are nobody's yet.
    if found is None or text.rstrip().endswith("?"):
        return None
    word = found["word"].casefold()
    if word not in _KNOWN.get(language, frozenset()) or (word in _NOUNS_TOO and found["next"] in _AFTER_A_NOUN):
        return None
    at = found.start("word")
    return text[:at] + text[at].lower() + text[at + 1 :]


def is_of_the_chair(text: str) -> bool:
    """Return whether a text begins with the chair, who speaks for no delegation."""
    return _CHAIR.match(text) is not None
