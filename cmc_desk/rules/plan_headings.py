"""What the columns of a plan of action are called by whoever writes one, in English, Spanish, French and Dutch."""

from cmc_desk.rules.document_kinds import PlanField
from cmc_desk.rules.folding import fold

# Columns that are no field of a row: its number, the headings above it, its text and that of its indicators.
NUMBER, AREA_HEAD, OBJECTIVE_HEAD, ACTIVITY_HEAD, INDICATOR_HEAD = (
    "number",
    "area",
    "objective",
    "activity",
    "indicator",
)

_NAMES: dict[str, tuple[str, ...]] = {
    NUMBER: (
        "no",
        "nr",
        "n°",
        "nº",
        "#",
        "number",
        "code",
        "código",
        "codigo",
        "numéro",
        "número",
        "nummer",
        "ref",
        "code no",
    ),
    AREA_HEAD: (
        *(
            "thematic area",
            "area",
            "theme",
            "pillar",
            "priority area",
            "eje",
            "eje temático",
            "área temática",
            "area tematica",
        ),
        *(
            "tema",
            "pilar",
            "axe",
            "axe thématique",
            "domaine",
            "domaine thématique",
            "thème",
            "themagebied",
            "thema",
            "pijler",
        ),
    ),
    OBJECTIVE_HEAD: (
        *(
            "objective",
            "objectives",
            "specific objective",
            "goal",
            "outcome",
            "objetivo",
            "objetivos",
            "objetivo específico",
        ),
        *("objectif", "objectifs", "objectif spécifique", "doel", "doelstelling", "doelstellingen"),
    ),
    ACTIVITY_HEAD: (
        *(
            "activity",
            "activities",
            "action",
            "actions",
            "specific action",
            "measure",
            "actividad",
            "actividades",
            "acción",
        ),
        *(
            "acciones",
            "acción específica",
            "medida",
            "activité",
            "activités",
            "mesure",
            "activiteit",
            "activiteiten",
            "actie",
            "maatregel",
        ),
    ),
    INDICATOR_HEAD: (
        *(
            "indicator",
            "indicators",
            "indicator s",
            "performance indicator",
            "indicador",
            "indicadores",
            "indicateur",
            "indicateurs",
        ),
        *("indicatoren", "prestatie-indicator"),
    ),
    PlanField.BASELINE: (
        "baseline",
        "línea de base",
        "linea base",
        "situation de référence",
        "référence",
        "nulmeting",
        "uitgangssituatie",
    ),
    PlanField.TARGET: ("target", "targets", "meta", "metas", "cible", "cibles", "streefwaarde", "streefcijfer"),
    PlanField.MEANS: (
        *("means of verification", "verification", "mov", "medio de verificación", "medios de verificación"),
        *("moyen de vérification", "moyens de vérification", "verificatiemiddelen", "verificatiemiddel", "verificatie"),
    ),
    PlanField.LEAD: (
        *(
            "lead",
            "responsible",
            "responsible lead",
            "lead agency",
            "responsibility",
            "responsable",
            "responsables",
            "país responsable",
        ),
        *("chef de file", "trekker", "verantwoordelijke", "verantwoordelijk"),
    ),
    PlanField.PARTNERS: (
        *("partners", "partner", "partners support", "support", "partners/support", "socios", "aliados", "apoyo"),
        *("partenaires", "appui", "ondersteuning"),
    ),
    PlanField.TIMEFRAME: (
        *(
            "timeframe",
            "time frame",
            "timeline",
            "period",
            "calendar",
            "deadline",
            "plazo",
            "calendario",
            "período",
            "cronograma",
        ),
        *("calendrier", "délai", "échéance", "période", "termijn", "tijdpad", "planning", "periode"),
    ),
    PlanField.SCOPE: (
        *(
            "geographic scope",
            "geographical scope",
            "scope",
            "countries",
            "alcance geográfico",
            "ámbito geográfico",
            "países",
        ),
        *("portée géographique", "pays", "geografische reikwijdte", "landen"),
    ),
    PlanField.PRIORITY: ("priority", "prioridad", "priorité", "prioriteit"),
    PlanField.AVAILABLE: (
        *(
            "resources available",
            "available resources",
            "resources",
            "budget",
            "recursos disponibles",
            "recursos",
            "presupuesto",
        ),
        *("ressources disponibles", "ressources", "beschikbare middelen", "middelen", "begroting"),
    ),
    PlanField.NEEDED: (
        *("resources needed", "resources required", "funding gap", "recursos necesarios", "recursos requeridos"),
        *("ressources nécessaires", "ressources requises", "benodigde middelen"),
    ),
    PlanField.LINKS: (
        "links",
        "link",
        "linkages",
        "gcm objective",
        "vínculos",
        "enlaces",
        "liens",
        "verbanden",
        "koppelingen",
    ),
    PlanField.STATUS: ("status", "state", "estado", "statut", "état", "stand"),
    PlanField.NOTES: ("notes", "remarks", "comments", "notas", "observaciones", "remarques", "opmerkingen"),
}
_KNOWN = {fold(name): column for column, names in _NAMES.items() for name in names}


def plan_column(heading: str) -> str:
    """Return what a heading of a table means: a value of `PlanField` or one of the columns above, or nothing if nobody knows."""
    words = fold(" ".join(heading.replace("/", " ").replace("(", " ").replace(")", " ").replace(".", " ").split()))
    return _KNOWN.get(words.strip(" :*"), "")
