"""The columns of the matrix of comments: what they are called, and by what else a file of somebody else may call them."""

import re
from collections.abc import Iterable, Sequence
from gettext import NullTranslations

from cmc_desk.i18n import N_
from cmc_desk.rules.folding import fold

HEADINGS: dict[str, str] = {
    "number": N_("No."),
    "document": N_("Document"),
    "provision": N_("Provision"),
    "cell": N_("Column of the plan"),
    "current": N_("Current text"),
    "delegations": N_("Delegations"),
    "channel": N_("How it came"),
    "received": N_("Received"),
    "kind": N_("Type"),
    "action": N_("What it does"),
    "proposed": N_("Proposed text"),
    "row": N_("Cells of the new row"),
    "redline": N_("Changes"),
    "rationale": N_("Rationale"),
    "answered": N_("Answered by"),
    "supporters": N_("Supported by"),
    "opponents": N_("Opposed by"),
    "reservations": N_("Reservations"),
    "status": N_("Status"),
    "final": N_("Final text"),
    "decided": N_("Decided at"),
    "concerns": N_("To know"),
    "mark": N_("Mark"),
}
ANSWER = N_("Response of {agency}")
# As headings are compared; those of the tables that standards bodies and conventions hand out are among them.
_ALSO = {
    "number": "number, num, numero, nr, nummer, proposal, propuesta, proposition, voorstel, n",
    "document": "documento, draft, borrador, projet, ontwerp",
    "provision": "paragraph, para, para nber, parrafo, paragraphe, paragraaf, disposicion, disposition, bepaling, clause, article",
    "cell": "column, columna, colonne, kolom, field",
    "current": "text, texto actual, texte actuel, huidige tekst, present text, base text",
    "delegations": "delegation, delegacion, delegaciones, delegatie, delegaties, country, pais, pays, land, mb, proposed by",
    "channel": "channel, canal, kanaal",
    "received": "date, fecha, datum, recibido, recu, ontvangen, received at",
    "kind": "tipo, genre, soort, type of comment",
    "action": "action, accion, actie",
    "proposed": "proposed rewording, proposed change, proposal text, texto propuesto, texte propose, voorgestelde tekst, amendment",
    "row": "new row, fila nueva, nouvelle ligne, nieuwe rij",
    "rationale": "explanation, justification, comment, reason, justificacion, motif, motivering, toelichting, comments",
    "supporters": "supporters, apoyado por, appuye par, gesteund door",
    "opponents": "opponents, opposition, rechazado por, oppose par, tegen",
    "reservations": "reservation, reservas, reserves, voorbehoud",
    "status": "decision, estado, statut, besluit",
    "final": "final wording, texto final, texte final, definitieve tekst",
    "mark": "marca, marque, merk",
}
_ANSWERS = ("response of ", "response ", "respuesta de ", "reponse de ", "antwoord van ", "observations of ")
_NEEDED = 2


def heading_names(catalogues: Iterable[NullTranslations]) -> dict[str, str]:
    """Return by what is written over columns, folded, which column each is; in the languages of `catalogues` and by other names."""
    found = {fold(word): name for name, words in _ALSO.items() for word in words.split(", ")}
    for texts in catalogues:
        found |= {fold(texts.gettext(heading)): name for name, heading in HEADINGS.items()}
    return found


def columns_of(cells: Sequence[str], names: dict[str, str], answers: Sequence[str]) -> dict[str, int]:
    """Return the places of the columns that a row of headings has, by name; none if it is no such row.

    `answers` are the words over a column of answers in some languages, such as `Response of {agency}`.
    """
    found: dict[str, int] = {}
    for place, heading in enumerate(cells):
        name = names.get(fold(heading)) or _answer(heading, answers)
        if name:
            found.setdefault(name, place)
    needed = {"proposed", "rationale"} & found.keys() and {"number", "delegations", "provision"} & found.keys()
    return found if needed and len(found) > _NEEDED else {}


def _answer(heading: str, answers: Sequence[str]) -> str:
    words = heading.strip()
    for pattern in answers:
        before, _agency, after = pattern.partition("{agency}")
        found = re.fullmatch(f"{re.escape(before)}(.+?){re.escape(after)}", words, re.IGNORECASE)
        if found:
            return f"answer {found[1].strip()}"
    folded = fold(words)
    before = next((one for one in _ANSWERS if folded.startswith(one)), "")
    return f"answer {' '.join(words.split()[len(before.split()) :])}" if before and len(folded) > len(before) else ""
