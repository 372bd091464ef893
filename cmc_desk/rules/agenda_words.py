"""The words for things of an agenda as files have them: kinds, rooms, lists of speakers, drafts; and the kind that a title tells."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TypeVar

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_plan import PLENARY, Track
from cmc_desk.rules.folding import fold
from cmc_desk.rules.kind_words import WORDS
from cmc_desk.rules.meeting import DocumentPlan, ItemKind
from cmc_desk.rules.refusal import Refusal

E = TypeVar("E", bound=StrEnum)
_PLENARY = frozenset({"", "plenary", "plenaria", "pleniere", "plenair"})
# By the beginning of a word in the languages of the meeting; the first that is found counts.
_TELLING: tuple[tuple[ItemKind, tuple[str, ...]], ...] = (
    (ItemKind.LUNCH, ("lunch", "almuerzo", "dejeuner", "dinner", "diner", "cena")),
    (ItemKind.PHOTO, ("photo", "foto", "fotografia")),
    (ItemKind.BREAK, ("break", "coffee", "tea", "pausa", "pause", "pauze", "cafe", "koffie", "receso")),
    (ItemKind.REGISTRATION, ("registration", "arrival", "inscripcion", "acreditacion", "inscription", "registratie")),
    (ItemKind.OPENING, ("opening", "welcome", "apertura", "bienvenida", "ouverture", "bienvenue", "welkom")),
    (ItemKind.CLOSING, ("closing", "closure", "clausura", "cloture", "sluiting")),
    (ItemKind.APPROVAL, ("approval", "adoption", "aprobacion", "adopcion", "approbation", "goedkeuring")),
    (ItemKind.SUMMARY, ("summary", "resumen", "resume", "synthese", "samenvatting")),
    (ItemKind.DISCUSSION, ("discussion", "discusion", "debate", "debat", "dialogue", "dialogo", "discussie")),
)


def kind_told(title: str) -> ItemKind:
    """Return the kind of item that a title tells; a presentation where it tells none."""
    words = fold(title).split()
    for kind, beginnings in _TELLING:
        if any(word.startswith(beginnings) for word in words):
            return kind
    return ItemKind.PRESENTATION


def kind_of(text: str) -> ItemKind:
    """Return the kind that a word means, in English or in the language of the windows; raises Refusal."""
    known = {fold(word): kind for kind in ItemKind for word in (kind.value, WORDS[kind], _(WORDS[kind]))}
    if fold(text) not in known:
        raise Refusal(_("“{text}” is no kind of item: {kinds}.").format(text=text, kinds=", ".join(ItemKind)))
    return known[fold(text)]


def choice_of(kind: type[E], text: str) -> E:
    """Return the value that a word means; raises Refusal."""
    found = next((value for value in kind if fold(value) == fold(text)), None)
    if found is None:
        raise Refusal(_("“{text}” is none of: {values}.").format(text=text, values=", ".join(kind)))
    return found


def track_of(text: str, tracks: Iterable[Track]) -> str:
    """Return the key of the room that a word means; raises Refusal."""
    folded = fold(text)
    if folded in _PLENARY:
        return PLENARY
    found = next((track.key for track in tracks if folded in (fold(track.key), fold(track.name))), None)
    if found is None:
        raise Refusal(_("No room is called “{text}”: add it first.").format(text=text))
    return found


def topic_of(text: str, topics: Iterable[tuple[str, str]]) -> str:
    """Return the key of the list of speakers that a word means, of (key, title); raises Refusal."""
    found = next((key for key, title in topics if fold(text) in (fold(key), fold(title))), None)
    if found is None:
        raise Refusal(_("No list of speakers is called “{text}”: add it first.").format(text=text))
    return found


def documents_of(texts: Sequence[str], documents: Iterable[DocumentPlan]) -> tuple[str, ...]:
    """Return the keys of the drafts that words mean; raises Refusal."""
    known = {fold(word): one.key for one in documents for word in (one.title, one.short_title, one.key)}
    unknown = next((text for text in texts if fold(text) not in known), None)
    if unknown is not None:
        raise Refusal(_("No draft is called “{text}”.").format(text=unknown))
    return tuple(known[fold(text)] for text in texts)
