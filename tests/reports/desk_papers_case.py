"""People with names of every kind, and what the papers of the desk are asked to print of them; all of it fictional."""

from datetime import date, datetime
from gettext import NullTranslations

from cmc_desk.reports.agenda_table import AgendaDay, AgendaPoint, AgendaRow, AgendaSpeaker, AgendaTable
from cmc_desk.reports.delegation_sheets import BadgeStage, DelegationSheet, DelegationSheets, SheetMember
from cmc_desk.reports.envelopes import EnvelopeLabel, EnvelopeLabels
from cmc_desk.reports.fallback_pack import FallbackPack
from cmc_desk.reports.name_plates import NamePlate, NamePlates
from cmc_desk.reports.signature_sheet import SignatureSheet, SignatureSheets, Signer, SignerGroup
from cmc_desk.reports.tick_list import TickList, TickPart, TickRow
from cmc_desk.rules.attendance import Presence
from cmc_desk.rules.gaps import FoundGap, Gap
from cmc_desk.rules.meeting import DelegationKind, Eligibility, ItemKind, Role
from cmc_desk.rules.papers import Imprint
from cmc_desk.rules.people import Capacity
from tests.meetings import ZONE

EN = NullTranslations()
DAY = date(2019, 12, 5)
CODE = "CDKPDVVRRFHGDJKDHJGF"
IMPRINT = Imprint(
    meeting="Sample Consultations",
    subtitle="A meeting about nothing",
    host="Government of Jamaica",
    place_and_dates="Kingston, 5–6 December 2019",
    made_at=datetime(2019, 12, 5, 8, 12, tzinfo=ZONE),
    made_by="P. Example-Gayle · Office",
)
# Right to left, without spaces and in letters that no font of ours has, with marks, very long, and of one word.
ARABIC, HEBREW, CHINESE = "مثال العينة", "דוגמה לדוגמה", "样本小明"
COMBINING = "Z\u0323oe\u0301 Muster-Z\u0323o\u0301lć"
LONG = "Wilhelmina-Alexandrina Bartholomea Example-Montmorency de la Specimen-Fernández"
UNBROKEN = "Wolfeschlegelsteinhausenbergerdorffmusterspecimenexamplesample"
NAMES = (ARABIC, HEBREW, CHINESE, COMBINING, LONG, UNBROKEN, "Madonna")


class InSpanish(NullTranslations):
    """A few fixed words as a Spanish catalogue has them."""

    WORDS = {  # noqa: RUF012 - never changed
        "Agenda": "Programa",
        "Thursday": "jueves",
        "Break": "Pausa",
        "Registration": "Inscripción",
        "{day} {month} {year}": "{day} de {month} de {year}",
        "Tick list": "Lista de control",
        "Paper fallback pack": "Carpeta de emergencia",
    }

    def gettext(self, message: str) -> str:
        """Return the Spanish words."""
        return self.WORDS.get(message, message)

    def pgettext(self, context: str, message: str) -> str:
        """Return the Spanish name of a month."""
        return {"December": "diciembre"}.get(message, message) if context == "month" else message


def at(hour: int, minute: int = 0) -> datetime:
    """Return a time of the first day on the clocks of Kingston."""
    return datetime(2019, 12, 5, hour, minute, tzinfo=ZONE)


def signer(name: str, *, head: bool = False) -> Signer:
    """Return a person who signs."""
    capacity = Capacity.HEAD if head else Capacity.DELEGATE
    return Signer(name, "Technical Officer", "Ministry of Example Affairs", capacity)


def sheets(*names: str, groups: int = 1) -> SignatureSheets:
    """Return the sheet of one session, the same people in each of `groups` delegations."""
    people = tuple(signer(name, head=not number) for number, name in enumerate(names))
    of_all = tuple(SignerGroup(f"Delegation {number}", people, f"D{number}") for number in range(1, groups + 1))
    return SignatureSheets(
        (SignatureSheet("day1-registration", "Arrival and registration", DAY, at(8, 30), at(9), of_all),)
    )


def ticks(*names: str) -> TickList:
    """Return a list of one tray with these people, of whom the first came at 08:44."""
    rows = tuple(
        TickRow(
            given_name=name.split(" ")[0] if " " in name else "",
            family_name=name.split(" ", 1)[-1],
            delegation="Jamaica",
            code=CODE,
            to_verify=number == 1,
            noted=number == 1,
            came_at=at(8, 44) if not number else None,
        )
        for number, name in enumerate(names)
    )
    return TickList(DAY, (TickPart("A–K", rows), TickPart("L–Z", ())))


def agenda(days: int = 1, items: int = 3, second: str = "") -> AgendaTable:
    """Return an agenda of so many days and items, a break among them."""
    rows = (
        AgendaRow(at(8, 30), at(9), "Arrival and registration", ItemKind.REGISTRATION),
        AgendaRow(
            at(9),
            at(9, 45),
            "Opening Remarks",
            ItemKind.OPENING,
            speakers=(AgendaSpeaker("Ambassador Specimen", "Permanent Secretary", "Government of Jamaica"),),
            points=(AgendaPoint("Approval of the agenda", (AgendaSpeaker("R. Sample", "", "UNHCR"),)),),
        ),
        AgendaRow(at(9, 45), at(10, 15), "Coffee", ItemKind.BREAK),
    )
    every = tuple(rows[number % 3] for number in range(items))
    return AgendaTable(tuple(AgendaDay(DAY.replace(day=5 + day), every) for day in range(days)), second, "Kingston")


def member(name: str, **changes: object) -> SheetMember:
    """Return a member of a delegation who came."""
    facts = {
        "name": name,
        "functional_title": "Technical Officer",
        "institution": "Ministry of Example Affairs",
        "capacity": Capacity.DELEGATE,
        "badge": BadgeStage.PRINTED,
        "badge_at": at(8, 12),
        "replaces": 0,
        "presence": Presence.PRESENT,
        "at": at(8, 44),
    }
    return SheetMember(**(facts | changes))  # type: ignore[arg-type]


def delegation(*members: SheetMember, gaps: tuple[FoundGap, ...] = (), name: str = "Haiti") -> DelegationSheets:
    """Return the sheet of one delegation."""
    sheet = DelegationSheet(
        name, "Haïti", "ht", DelegationKind.STATE, Eligibility.SPONSORED, 2, tuple(members), gaps, at(8, 42)
    )
    return DelegationSheets((sheet,))


def pack(*names: str, blanks: int = 5, contacts: tuple[tuple[str, str], ...] = ()) -> FallbackPack:
    """Return the pack of the first day."""
    return FallbackPack(
        DAY, ticks(*names), agenda(), sheets(*names), blanks, contacts, (("T. Sample-Reid", Role.DESK),), ("Desk A",)
    )


# One of each, small enough that its golden file is read at a glance.
GOLDEN = {
    "name-plates": NamePlates((NamePlate("Saint Kitts and Nevis", below=("Saint-Kitts-et-Nevis",), flag="kn"),)),
    "name-plates-persons": NamePlates(
        (NamePlate("Keisha Example-Blake", "Ms", ("Director of Immigration", "Jamaica"), "jm"),), persons=True
    ),
    "signature-sheet": sheets("Keisha Example-Blake", "Andre Sample-Cox"),
    "tick-list": ticks("Keisha Example-Blake", "Andre Sample-Cox"),
    "envelopes": EnvelopeLabels((EnvelopeLabel("Haiti", "Haïti", "ht", 2), EnvelopeLabel("IOM", "", "", 1))),
    "delegation-sheets": delegation(
        member("Anaïs Muster-Żółć", capacity=Capacity.HEAD),
        member("José Specimen-Valdés", badge=BadgeStage.NONE, badge_at=None, presence=Presence.ABSENT, at=None),
        gaps=(FoundGap(Gap.ARRIVAL, ("José Specimen-Valdés",), 1),),
    ),
    "agenda-table": agenda(),
    "fallback-pack": pack("Keisha Example-Blake", contacts=(("Police", "119"),)),
}
