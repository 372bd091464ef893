"""The words that lists of participants use for capacities, states, institutions and languages, in five languages."""

from enum import StrEnum

from cmc_desk.rules.people import Capacity, Consent, Credentials, InstitutionKind, Status

CHOICES: dict[str, dict[StrEnum, str]] = {
    "capacity": {
        Capacity.HEAD: """
            head of delegation | head | hod | head delegate | chief delegate | leader of delegation | delegation head
            chief of delegation | jefe de delegación | jefa de delegación | jefe de la delegación | jefa de la delegación
            jefe | jefa | jdd | chef de délégation | cheffe de délégation | chef de la délégation
            cheffe de la délégation | chef | cheffe | delegatieleider | delegatiehoofd | hoofd van de delegatie
            hoofd delegatie | hoofd | chefe de delegação | chefe da delegação""",
        Capacity.DELEGATE: """
            delegate | member | member of delegation | member of the delegation | delegation member | representative
            participant | official | delegado | delegada | miembro | miembro de la delegación | representante
            participante | délégué | déléguée | membre | membre de la délégation | représentant | représentante
            participante | afgevaardigde | gedelegeerde | lid | delegatielid | lid van de delegatie
            vertegenwoordiger | deelnemer | deelneemster | membro | membro da delegação""",
        Capacity.ALTERNATE: """
            alternate | alternate delegate | alternate head of delegation | deputy head of delegation | deputy head
            alternate representative | alterno | alterna | suplente | delegado alterno | delegada alterna
            jefe adjunto de delegación | jefa adjunta de delegación | subjefe de delegación | suppléant | suppléante
            délégué suppléant | déléguée suppléante | chef adjoint de délégation | chef de délégation adjoint
            plaatsvervanger | plaatsvervangend afgevaardigde | plaatsvervangend delegatieleider | substituto""",
        Capacity.ADVISER: """
            adviser | advisor | technical adviser | technical advisor | expert | asesor | asesora | asesor técnico
            consejero | consejera | experto | experta | conseiller | conseillère | conseiller technique | experte
            adviseur | adviseuse | technisch adviseur | deskundige | assessor | assessora | perito""",
        Capacity.OBSERVER: """
            observer | observador | observadora | observateur | observatrice | waarnemer | waarneemster | toehoorder""",
        Capacity.SPEAKER: """
            speaker | presenter | panellist | panelist | moderator | facilitator | orador | oradora | ponente | expositor
            expositora | panelista | moderador | moderadora | orateur | oratrice | intervenant | intervenante
            conférencier | conférencière | modérateur | modératrice | spreker | spreekster | palestrante""",
        Capacity.SECRETARIAT: """
            secretariat | staff | organiser | organizer | organising team | support staff | secretaría | secretariado
            organizador | organizadora | personal | secrétariat | organisateur | organisatrice | personnel
            secretariaat | organisator | staflid""",
        Capacity.INTERPRETER: "interpreter | translator | intérprete | interprète | tolk | traductor | traductora | traducteur | vertaler",
        Capacity.PRESS: """
            press | media | journalist | photographer | prensa | periodista | medios | medios de comunicación | presse
            médias | journaliste | pers | journaliste | fotograaf | imprensa | jornalista | fotógrafo | photographe""",
    },
    "status": {
        Status.NOMINATED: """
            nominated | registered | pending | invited | awaiting payment | provisional | proposed | unpaid | to be confirmed
            nominado | designado | inscrito | registrado | pendiente | invitado | propuesto | por confirmar | nombrado
            désigné | inscrit | en attente | invité | proposé | à confirmer | nommé
            voorgedragen | aangemeld | geregistreerd | openstaand | in behandeling | uitgenodigd | te bevestigen
            nomeado | pendente | inscrito | convidado""",
        Status.CONFIRMED: """
            confirmed | complete | completed | approved | accepted | paid | attending | final | confirmado | aprobado
            aceptado | pagado | completado | completo | definitivo | confirmé | approuvé | accepté | payé | complet
            bevestigd | goedgekeurd | aanvaard | betaald | volledig | definitief | aprovado | aceito | pago""",
        Status.WITHDRAWN: """
            withdrawn | cancelled | canceled | rejected | declined | not attending | expired | regrets | retirado
            cancelado | anulado | rechazado | declinado | expirado | no asiste | retiré | annulé | refusé | rejeté | expiré
            désisté | excusé | ingetrokken | teruggetrokken | geannuleerd | afgewezen | afgemeld | verlopen | rejeitado""",
        Status.REPLACED: """
            replaced | substituted | reemplazado | sustituido | remplacé | substitué | vervangen | substituído""",
    },
    "institution_kind": {
        InstitutionKind.FOREIGN_AFFAIRS: """
            foreign affairs | foreign ministry | mfa | ministry of foreign affairs | relaciones exteriores | cancillería
            asuntos exteriores | affaires étrangères | buitenlandse zaken | relações exteriores""",
        InstitutionKind.IMMIGRATION: """
            immigration | migration | migración | inmigración | immigratie | migratie | vreemdelingenzaken | imigração""",
        InstitutionKind.OTHER: "other | otra | otro | otros | autre | autres | andere | anders | overig | overige | outro | outra",
    },
    "consent": {
        Consent.YES: "agrees | agreed | given | granted | consents | acepta | autoriza | accepte | akkoord | toegestaan | aceita",
        Consent.NO: "refuses | refused | denied | declined | no acepta | no autoriza | refuse | niet akkoord | geweigerd",
        Consent.UNKNOWN: "unknown | not asked | desconocido | inconnu | onbekend | desconhecido",
    },
    "credentials": {
        Credentials.VERIFIED: """
            verified | received | checked | valid | verificado | verificada | recibido | recibida | vérifié | reçu | reçue
            geverifieerd | ontvangen | gecontroleerd | recebido""",
        Credentials.TO_VERIFY: """
            to verify | to be verified | not verified | unverified | pending | missing | awaited | por verificar
            pendiente | falta | à vérifier | manquant | manquante | en attente | te verifiëren | te controleren
            ontbreekt | a verificar""",
    },
}

# The beginnings of words that give an institution's profile away; longer ones need not be listed.
INSTITUTIONS: dict[InstitutionKind, str] = {
    InstitutionKind.FOREIGN_AFFAIRS: """
        foreign affair | foreign ministry | foreign office | foreign relation | external affair | external relation
        foreign service | foreign trade | mfa | embassy | high commission | consulate | permanent mission
        relaciones exteriores | asuntos exteriores | cancilleria | minrex | embajada | consulado
        affaires etrangeres | affaires exterieures | relations exterieures | ambassade | consulat
        buitenlandse zaken | buitenlandse betrekkingen | ministerie van bz | relacoes exteriores | embaixada""",
    InstitutionKind.IMMIGRATION: """
        immigra | inmigra | migrat | migrac | emigra | extranjeria | passport | pasaporte | border | citizenship
        etrangers | police aux frontieres | dgm | vreemdelingen | toelating | grensbewaking | imigrac | fronteira""",
}

# What works on migration without deciding on it.
NO_AUTHORITY = """
    iom | oim | international organi | organizacion internacional | organisation internationale | internationale organisatie
    organizacao internacional | united nations | naciones unidas | nations unies | unhcr | acnur | universi"""

YES = "yes | y | true | 1 | si | sí | s | verdadero | oui | o | vrai | ja | j | waar | sim | verdadeiro"
NO = "no | n | false | 0 | falso | non | faux | nee | neen | onwaar | não"

LANGUAGE_NAMES: dict[str, str] = {
    "en": "eng | english | inglés | anglais | engels | inglês",
    "es": "spa | esp | spanish | español | castellano | espagnol | spaans | espanhol",
    "fr": "fra | fre | french | francés | français | frans | francês",
    "nl": "nld | dut | dutch | neerlandés | holandés | néerlandais | hollandais | nederlands | holandês | neerlandês",
    "pt": "por | portuguese | portugués | portugais | portugees | português",
    "ht": "hat | haitian creole | haitian | creole | kreyòl | kreyol ayisyen | criollo haitiano | créole | créole haïtien | haïtiaans",
    "pap": "papiamento | papiamentu | papiaments",
    "ar": "ara | arabic | árabe | arabe | arabisch",
    "ru": "rus | russian | ruso | russe | russisch | russo",
    "zh": "zho | chi | chinese | mandarin | chino | chinois | chinees | chinês",
    "de": "deu | ger | german | alemán | allemand | duits | alemão",
    "it": "ita | italian | italiano | italien | italiaans",
}
