"""What a line of the notes says about itself by how it begins: `d:` is a decision, `!` is read out, `a: … @jm due: fri` an action."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from cmc_desk.rules.amendments import NUMBER, Amendment, provision_number, read_amendment
from cmc_desk.rules.folding import fold
from cmc_desk.rules.meeting import DocumentPlan
from cmc_desk.rules.note_kinds import EntryKind
from cmc_desk.rules.speaker_completion import Speaker, speaker_called, speakers_like
from cmc_desk.rules.typed_days import day_at_start

KINDS = {
    "d": EntryKind.DECISION,
    "r": EntryKind.RECOMMENDATION,
    "a": EntryKind.ACTION,
    "q": EntryKind.QUESTION,
    "p": EntryKind.PROPOSAL,
    "n": EntryKind.NEXT_STEP,
}
# Who is to do it, and until when, is asked of these only.
_TO_BE_DONE = (EntryKind.ACTION, EntryKind.NEXT_STEP)
# French has a blank before its colon, often one that does not break. `d:/notes` is a file.
_LETTER = re.compile(r"[ \t]*(?P<letter>[draqpn])[ \u00a0\u202f]?:(?![/\\:])(?P<blank>[ \t]*)", re.IGNORECASE)
_MARK = re.compile(r"[ \t]*!(?![!=])(?P<blank>[ \t]*)")
_UNKNOWN = re.compile(r"[ \t]*@?\?\?(?!\?)(?P<blank>[ \t]*)[:,]?[ \t]*")
_DASH = re.compile(r"[ \t]*[-–][ \t]*(?=[^\W\d_])")
_BULLET = re.compile(r"\n[ \t]*[-–•*][ \t]")
_WHO = re.compile(r"(?<![\w@.])@(?:\"(?P<a>[^\"\n]+)\"|“(?P<b>[^”\n]+)”|(?P<c>[^\W_](?:[\w&’'.\-]*\w)?))")
_DUE = re.compile(r"(?<!\w)due[ \u00a0]?:[ \t]*", re.IGNORECASE)
_SECTION = re.compile(rf"[ \t]*§[ \t]*(?P<number>{NUMBER})(?=[\s:,.]|$)[:,.]?[ \t]*", re.IGNORECASE)
_NAMED = re.compile(rf"(?P<name>[^\W\d_][^\d\n:]*?)[ \t]+(?P<number>{NUMBER})(?=[\s:,.;]|$)", re.IGNORECASE)
_COLON = re.compile(rf"(?P<number>{NUMBER})[ \u00a0]?:[ \t]*(?=\S)", re.IGNORECASE)
_UNIT_WORDS = (
    "art article articulo artikel lid par para paragraaf paragraph paragraphe parrafo point principe principio principle"
    " provision punt punto section seccion"
)
_UNITS = frozenset(_UNIT_WORDS.split())
_SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Typed:
    """What a line says: `rest` is the text that is left of it, and what it says nothing about is None, empty or false.

    `speaker` is whom it names at its beginning, `unknown` that it begins with `??` or `@??`. A one-line amendment has its sentence in `rest`.
    """

    rest: str
    kind: EntryKind | None = None
    highlighted: bool = False
    unknown: bool = False
    speaker: Speaker | None = None
    assignee: str = ""
    due: date | None = None
    document: str = ""
    provision: str = ""
    amendment: Amendment | None = None


def read_line(
    text: str,
    *,
    speakers: Sequence[Speaker],
    documents: Sequence[DocumentPlan],
    today: date,
    kind: EntryKind | None = None,
) -> Typed:
    """Return what the text of an entry says about itself when it is filed; what cannot be read stays in it as it was typed.

    `kind` is what the entry is already, if its prefix has vanished before or somebody has chosen it.
    """
    typed = _prefixed(text)
    if typed.kind is None and _DASH.match(typed.rest) and not _BULLET.search(typed.rest):
        typed = replace(typed, kind=EntryKind.PROCEDURAL, rest=_DASH.sub("", typed.rest, count=1))
    is_now = typed.kind or kind
    section = _SECTION.match(typed.rest)
    if section:
        number = provision_number(section["number"])
        typed = replace(typed, provision=number, rest=typed.rest[section.end() :])
    typed = _to_be_done(typed, speakers, today) if is_now in _TO_BE_DONE else _spoken_by(typed, speakers)
    if is_now is EntryKind.PROPOSAL:
        typed = _proposed(typed, speakers, documents)
    return replace(typed, rest=typed.rest.strip(" \t"))


def vanishing(text: str) -> Typed | None:
    """Return what a text says by a prefix that is complete while it is typed, which is when a blank follows it; None if none is.

    A dash waits until the entry is filed: it may become a list.
    """
    for pattern in (_LETTER, _MARK, _UNKNOWN):
        found = pattern.match(text)
        if found and found["blank"]:
            return _prefixed(text)
    return None


def _prefixed(text: str) -> Typed:
    typed = Typed(text)
    while True:
        if typed.kind is None and (found := _LETTER.match(typed.rest)):
            typed = replace(typed, kind=KINDS[found["letter"].lower()], rest=typed.rest[found.end() :])
        elif not typed.highlighted and (found := _MARK.match(typed.rest)):
            typed = replace(typed, highlighted=True, rest=typed.rest[found.end() :])
        elif not typed.unknown and (found := _UNKNOWN.match(typed.rest)):
            typed = replace(typed, unknown=True, rest=typed.rest[found.end() :])
        else:
            return typed


def _spoken_by(typed: Typed, speakers: Sequence[Speaker]) -> Typed:
    """Take the speaker that a text begins with: `@jm supports …`."""
    start = len(typed.rest) - len(typed.rest.lstrip(" \t"))
    found = _WHO.match(typed.rest, start)
    speaker = _meant(_name(found), speakers) if found else None
    if found is None or speaker is None:
        return typed
    return replace(typed, speaker=speaker, unknown=False, rest=typed.rest[found.end() :].lstrip(" \t:,"))


def _to_be_done(typed: Typed, speakers: Sequence[Speaker], today: date) -> Typed:
    who = _WHO.search(typed.rest)
    if who:
        speaker = _meant(_name(who), speakers)
        assignee = (speaker.name if speaker.participant else speaker.delegation) if speaker else _name(who)
        typed = replace(typed, assignee=assignee, rest=_without(typed.rest, who.start(), who.end()))
    for due in _DUE.finditer(typed.rest):
        day = day_at_start(typed.rest[due.end() :], today)
        if day:
            return replace(typed, due=day[0], rest=_without(typed.rest, due.start(), due.end() + day[1]))
    return typed


def _proposed(typed: Typed, speakers: Sequence[Speaker], documents: Sequence[DocumentPlan]) -> Typed:
    """Take what a proposal is about, and the amendment that it is if it is one."""

    def code(word: str) -> str | None:
        found = speaker_called(word, [one for one in speakers if not one.participant], in_a_sentence=True)
        return found.delegation if found else None

    rest = typed.rest.strip()
    named = _NAMED.match(rest)
    if named:
        document = _document(named["name"], documents)
        if document or fold(named["name"]) in _UNITS:
            typed = replace(typed, document=document, provision=provision_number(named["number"]))
            rest = rest[named.start("number") :]
    amendment = read_amendment(
        f"{typed.provision}: {rest}" if typed.provision and not named else rest, delegation_of=code
    )
    if amendment:
        speaker = next((one for one in speakers if one.key == amendment.delegation), typed.speaker)
        return replace(
            typed, amendment=amendment, provision=amendment.provision, speaker=speaker, rest=amendment.sentence()
        )
    numbered = _COLON.match(rest)
    if numbered:
        return replace(typed, provision=provision_number(numbered["number"]), rest=rest[numbered.end() :])
    return typed


def _document(name: str, documents: Sequence[DocumentPlan]) -> str:
    """Return the key of the document that a name, its beginning or its initials mean; nothing if it is none or more than one."""
    asked = fold(name)
    found = [document.key for document in documents if _is_called(asked, document)]
    return found[0] if len(found) == 1 else ""


def _is_called(asked: str, document: DocumentPlan) -> bool:
    for name in map(fold, (document.key, document.short_title, document.title)):
        words = name.split()
        initials = ("".join(word[0] for word in words), "".join(word[0] for word in words if len(word) > 2))
        if asked == name or (len(asked) > 1 and asked in initials):
            return True
        if len(asked) >= _SHORTEST_NAME and f" {asked}" in f" {name}":
            return True
    return False


def _meant(name: str, speakers: Sequence[Speaker]) -> Speaker | None:
    """Return whom a name means that stands after an @: whoever is called so, or the only delegation of which it is the beginning."""
    called = speaker_called(name, speakers)
    if called or len(fold(name)) < _SHORTEST_NAME:
        return called
    alike = speakers_like(name, [one for one in speakers if not one.participant], most=2)
    return alike[0] if len(alike) == 1 else None


def _name(found: re.Match[str]) -> str:
    return (found["a"] or found["b"] or found["c"].replace("_", " ")).strip()


def _without(text: str, start: int, end: int) -> str:
    """Return `text` without a range and the blanks that parted it."""
    before, after = text[:start].rstrip(" \t"), text[end:].lstrip(" \t")
    before = before.rstrip(",;") if not after.strip() or after[:1] in ".,;:)\n" else before
    return (
        f"{before} {after}" if before and after and after[0] not in ".,;:)\n" and before[-1] != "\n" else before + after
    )
