"""What a stage may have to say: the longest names, the longest times, in the four languages of the program."""

from datetime import timedelta

from cmc_desk.ui.stage.look import Clock, LobbyLook, LobbyRoom, LobbyRow, Named, Run, Scene, StageLook
from cmc_desk.ui.stage.showing import cuts_of

SIZES = ((1024, 768), (1280, 720), (1366, 768), (1920, 1080), (3840, 2160), (1080, 1920), (2560, 1080))
NAMES = {
    "en": (
        "Bolivia (Plurinational State of)",
        "United Kingdom of Great Britain and Northern Ireland",
        "Saint Vincent and the Grenadines",
        "Venezuela (Bolivarian Republic of)",
        "Democratic People's Republic of Korea",
        "Office of the United Nations High Commissioner for Refugees",
    ),
    "es": (
        "Bolivia (Estado Plurinacional de)",
        "Reino Unido de Gran Bretaña e Irlanda del Norte",
        "San Vicente y las Granadinas",
        "República Democrática Popular Lao",
    ),
    "fr": (
        "Royaume-Uni de Grande-Bretagne et d’Irlande du Nord",
        "Bolivie (État plurinational de)",
        "Saint-Vincent-et-les Grenadines",
        "République populaire démocratique de Corée",
    ),
    "nl": (
        "Verenigd Koninkrijk van Groot-Brittannië en Noord-Ierland",
        "Saint Vincent en de Grenadines",
        "Bonaire, Sint-Eustatius en Saba",
    ),
}
HEADING = "Caribbean Migration Consultations (CMC) · Kingston"
LABELS = {
    "en": ("Time left to speak", "OVER TIME", "PAUSED"),
    "es": ("Tiempo que queda para hablar", "TIEMPO SUPERADO", "EN PAUSA"),
    "fr": ("Temps de parole restant", "TEMPS DE PAROLE DÉPASSÉ", "EN PAUSE"),
    "nl": ("Resterende spreektijd", "TIJD OVERSCHREDEN", "GEPAUZEERD"),
}


def clock(figures: str, *, whole: int = 300, share: float = 0.24, language: str = "en", paused: bool = False) -> Clock:
    over = figures.startswith("+")
    run = Run.OVER if over else Run.PAUSED if paused else Run.RUNNING
    label = LABELS[language][1 if over else 2 if paused else 0]
    return Clock(figures, label, run, 0.0 if over else share, cuts_of(timedelta(seconds=whole)), whole)


def speech(
    name: str,
    figures: str = "1:12",
    *,
    language: str = "en",
    whole: int = 300,
    paused: bool = False,
    kind: str = "",
    following: tuple[Named, ...] = (Named("Jamaica", "JM"), Named("Guyana", "GY")),
    mark: str = "",
    fixed: str = "Lunch",
) -> StageLook:
    return StageLook(
        Scene.SPEECH,
        HEADING,
        "12:38",
        title="Presentation of national priorities",
        name=name,
        flag="BB",
        kind=kind,
        clock=clock(figures, whole=whole, language=language, paused=paused),
        limit="Limit 5:00",
        next=following,
        more=17,
        fixed=fixed,
        fixed_at="13:00",
        mark=mark,
    )


def lobby(rooms: int = 1) -> LobbyLook:
    rows = (
        LobbyRow("12:04", "Presentation of national priorities and CMC expectations", "13:00", on=True),
        LobbyRow("13:00", "Lunch", "14:30"),
        LobbyRow("14:30", "Continued: Presentation of national priorities and CMC expectations", "15:45"),
        LobbyRow("15:45", "Coffee break", "16:15"),
        LobbyRow("16:15", "Introduction to guiding principles", "16:20"),
        LobbyRow("16:20", "Discussion of draft guiding principles", "17:15"),
    )
    if rooms == 1:
        return LobbyLook(HEADING, "12:38", "Thursday 5 December", (LobbyRoom("", rows),))
    made = tuple(LobbyRoom(f"Working group {n} · Blue Mountain Suite", rows[:2]) for n in range(1, rooms + 1))
    return LobbyLook(HEADING, "12:38", "Thursday 5 December", made)
