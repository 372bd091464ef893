"""The columns of a plan of action as a table: what they are called, and by what else a file of somebody else may call them."""

from collections.abc import Iterable, Sequence
from gettext import NullTranslations

from cmc_desk.i18n import N_
from cmc_desk.rules.document_kinds import PlanField
from cmc_desk.rules.document_words import FIELD_WORDS
from cmc_desk.rules.folding import fold

AREA_COLUMN, OBJECTIVE_COLUMN, CODE_COLUMN = "area", "objective", "code"
ACTIVITY_COLUMN, INDICATOR_COLUMN, MARK_COLUMN = "activity", "indicator", "mark"
SOURCES_COLUMN = "sources"
# The columns that stand for provisions, from the widest to the narrowest.
LEVELS = (AREA_COLUMN, OBJECTIVE_COLUMN, ACTIVITY_COLUMN, INDICATOR_COLUMN)
# Offered in the column of the status; anything else may be typed.
PLAN_STATES = (N_("planned"), N_("under way"), N_("done"), N_("delayed"), N_("given up"))
PLAN_HEADINGS: dict[str, str] = {
    AREA_COLUMN: N_("Thematic area"),
    OBJECTIVE_COLUMN: N_("Objective"),
    CODE_COLUMN: N_("Code"),
    ACTIVITY_COLUMN: N_("Activity"),
    INDICATOR_COLUMN: N_("Indicator"),
    **FIELD_WORDS,
    SOURCES_COLUMN: N_("From proposals"),
    MARK_COLUMN: N_("Mark"),
}
# As headings are compared.
_ALSO = {
    AREA_COLUMN: "area, theme, topic, tema, area tematica, domaine, domaine thematique, thema, thematisch gebied, axis, eje, eje tematico, axe, axe thematique, pillar, pilar, themagebied",
    OBJECTIVE_COLUMN: "objectives, objetivo, objetivos, objectif, objectifs, doelstelling, goal, outcome",
    CODE_COLUMN: "no, number, codigo, numero, n, nr, nummer",
    ACTIVITY_COLUMN: "activities, action, actions, actividad, actividades, accion, acciones, activite, activites, activiteit, measure",
    INDICATOR_COLUMN: "indicators, indicador, indicadores, indicateur, indicateurs, indicatoren, kpi",
    PlanField.BASELINE: "linea de base, base, niveau de reference, nulmeting, uitgangspunt",
    PlanField.TARGET: "meta, metas, cible, doel, streefwaarde, targets",
    PlanField.MEANS: "medio de verificacion, medios de verificacion, moyens de verification, verificatiemiddelen, verification",
    PlanField.LEAD: "responsible, responsable, responsables, chef de file, verantwoordelijke, trekker, lead agency, responsible country, led by",
    PlanField.PARTNERS: "partners support, partners and support, support, socios, apoyo, partenaires, appui, steun",
    PlanField.TIMEFRAME: "time frame, timeline, calendar, calendario, plazo, echeance, calendrier, termijn, deadline, when",
    PlanField.SCOPE: "scope, alcance, alcance geografico, portee geographique, geografisch bereik",
    PlanField.PRIORITY: "prioridad, priorite, prioriteit",
    PlanField.AVAILABLE: "available resources, recursos disponibles, ressources disponibles, beschikbare middelen",
    PlanField.NEEDED: "resources, needed resources, recursos necesarios, recursos, ressources necessaires, benodigde middelen, budget, cost",
    PlanField.LINKS: "link, vinculos, liens, verbanden, frameworks, gcm, sdg",
    PlanField.STATUS: "state, estado, statut, stand",
    PlanField.NOTES: "note, notas, remarques, opmerkingen, remarks, observaciones, comments",
    MARK_COLUMN: "marca, marque, merk",
}


def plan_heading_names(catalogues: Iterable[NullTranslations]) -> dict[str, str]:
    """Return by what is written over columns, folded, which column each is; in the languages of `catalogues` and by other names."""
    found = {fold(word): str(name) for name, words in _ALSO.items() for word in words.split(", ")}
    for texts in catalogues:
        found |= {fold(texts.gettext(heading)): str(name) for name, heading in PLAN_HEADINGS.items()}
    return found


def plan_columns(cells: Sequence[str], names: dict[str, str]) -> dict[str, int]:
    """Return the places of the columns that a row of headings has, by name; none if it is no such row."""
    found: dict[str, int] = {}
    for place, heading in enumerate(cells):
        if name := names.get(fold(heading)):
            found.setdefault(name, place)
    # A list of activities with their codes alone says nothing of them.
    return found if ACTIVITY_COLUMN in found and len(found.keys() - {CODE_COLUMN}) > 1 else {}
