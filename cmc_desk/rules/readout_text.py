"""What the sources of a line say together, and the digest by which it is seen that they changed."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from cmc_desk.rules.note_kinds import Attribution, EntryKind
from cmc_desk.rules.notes import Written
from cmc_desk.rules.quantified import capitalised, quantified
from cmc_desk.rules.readout_order import AnySection
from cmc_desk.rules.reporting_verbs import goes_on, is_of_the_chair
from cmc_desk.rules.speaker_words import Wording, introduced, unnamed, without_itself

# Decisions and the like are the meeting's, whoever put them into words.
_OF_THE_MEETING = (
    EntryKind.DECISION,
    EntryKind.RECOMMENDATION,
    EntryKind.NEXT_STEP,
    EntryKind.ACTION,
    EntryKind.PROCEDURAL,
)
_TO_BE_DONE = (EntryKind.ACTION, EntryKind.NEXT_STEP)
_UNTIL = {"en": "by {0}", "es": "a más tardar el {0}", "fr": "au plus tard le {0}", "nl": "uiterlijk {0}"}
_ENDED = (".", "!", "?", "…", ":", ";", ".”", ".»", ".)")


@dataclass(frozen=True, slots=True)
class Source:
    """What a line is made of: an entry of the notes, or a line of another read-out that is `composed` already.

    `section` is where it would be read by itself, if it is at all. `voices` are the delegations that it comes from, `speaking` those that
    speak for themselves in it (a decision is the meeting's), `hidden` those that no summary may name. What is `internal` is in no summary; what is `gone` was deleted. `entries` are those that it comes from.
    What is `formal` is a recommendation of the meeting, whose addressee stands in it; `to_do` is the delegation that an action is for.
    """

    key: str
    item: str
    digest: str
    section: AnySection | None = None
    written: Written | None = None
    composed: str = ""
    voices: frozenset[str] = frozenset()
    speaking: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    entries: tuple[str, ...] = ()
    unknown: bool = False
    internal: bool = False
    gone: bool = False
    due_words: str = ""
    formal: bool = False
    to_do: str = ""


def source_of(
    key: str,
    item: str,
    written: Written,
    section: AnySection | None,
    *,
    gone: bool = False,
    due_words: str = "",
    formal: str = "",
) -> Source:
    """Return an entry of the notes as a source; `formal` is the sentence of the recommendation that was made of it."""
    voices = frozenset({written.delegation} - {""})
    unnameable = written.attribution is not Attribution.ATTRIBUTABLE
    own_words = not formal and written.kind not in _OF_THE_MEETING
    return Source(
        key=key,
        item=item,
        digest=digest_of([entry_digest(written, gone=gone), formal]) if formal else entry_digest(written, gone=gone),
        section=None if gone else section,
        written=written,
        composed=formal,
        voices=voices,
        speaking=voices if own_words else frozenset(),
        hidden=voices if unnameable else frozenset(),
        entries=(key,),
        unknown=written.unknown,
        internal=written.attribution is Attribution.INTERNAL,
        gone=gone,
        due_words=due_words,
        formal=bool(formal),
        to_do=written.assignee if written.kind in _TO_BE_DONE else "",
    )


def entry_digest(written: Written, *, gone: bool) -> str:
    """Return what is another one as soon as an entry says anything else, or may be used otherwise, in a summary."""
    due = written.due.isoformat() if written.due else ""
    facts = (written.kind, written.delegation, written.provision, written.attribution, written.assignee, due)
    # Six hundred of these are made for a day: words put side by side, what may have any letter the last.
    words = "\x1f".join((*facts, str(written.unknown), str(gone), written.text))
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def digest_of(facts: object) -> str:
    """Return a digest of plain facts, the same on every computer."""
    words = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def digest_of_sources(sources: Sequence[Source]) -> str:
    """Return the digest of all sources of a line, in their order."""
    return digest_of([[source.key, source.digest] for source in sources])


def digests(sources: Sequence[Source]) -> tuple[str, ...]:
    """Return what is another one as soon as a source of a line is, or says anything else."""
    return tuple(f"{source.key} {source.digest}" for source in sources)


def gathered(sources: Sequence[Source], wording: Wording) -> str:
    """Return what sources say together: each sentence with who said it, or all of them after how many delegations said so."""
    used = [source for source in sources if not source.internal and not source.gone]
    spoken = [source for source in used if _has_a_speaker(source)]
    if not wording.attributed and len(spoken) > 1 and len(spoken) == len(used):
        return _together(spoken, wording)
    said: list[str] = []
    before = ""
    for source in used:
        speaker = _speaker(source, wording)
        said.append(_sentence(source, speaker if speaker != before else "", wording, ends=len(used) > 1))
        before = speaker
    return " ".join(said)


def nameless(text: str, sources: Sequence[Source], wording: Wording) -> str:
    """Return what was rewritten by hand as it may be read: without the delegations that this summary does not name."""
    return unnamed(text, _not_named(sources, wording), wording)


def named_by(sources: Sequence[Source], wording: Wording) -> tuple[str, ...]:
    """Return the delegations of a line that may stand beside it, in the order in which they spoke; none where nobody is named."""
    if not wording.attributed:
        return ()
    hidden = _not_named(sources, wording)
    return tuple(dict.fromkeys(code for one in sources for code in sorted(one.voices) if code not in hidden))


def voices_of(sources: Sequence[Source]) -> frozenset[str]:
    """Return the distinct delegations whose words a line has."""
    return frozenset[str]().union(*(source.voices for source in sources if not source.internal and not source.gone))


def _not_named(sources: Sequence[Source], wording: Wording) -> frozenset[str]:
    kept = (source.hidden if wording.attributed else source.hidden | source.speaking for source in sources)
    return frozenset[str]().union(*kept)


def _has_a_speaker(source: Source) -> bool:
    written = source.written
    if written is None or source.composed or written.kind in _OF_THE_MEETING:
        return False
    return (bool(written.delegation) or written.unknown) and not is_of_the_chair(written.text)


def _speaker(source: Source, wording: Wording) -> str:
    written = source.written
    if written is None or not _has_a_speaker(source):
        return ""
    if wording.attributed and not source.hidden and written.delegation in wording.called:
        return wording.called[written.delegation].spoken
    return quantified(len(source.voices), wording.language, wording.thresholds)


def _sentence(source: Source, speaker: str, wording: Wording, *, ends: bool) -> str:
    written = source.written
    if written is None or source.composed:
        return _ended(source.composed) if ends else source.composed
    text = written.text.strip()
    if speaker and without_itself(text, source.voices, wording.called, written.language) is not None:
        speaker = ""
    text = unnamed(text, _not_named((source,), wording), wording, language=written.language)
    going_on = goes_on(text, wording.language) if written.language == wording.language else None
    if speaker and going_on is not None:
        text = f"{capitalised(speaker)} {going_on}"
    else:
        text = introduced(
            text, speaker=speaker, kind=written.kind, provision=written.provision, language=wording.language
        )
    text = _with_who_and_when(text, source, written, wording)
    return _ended(text) if ends else text


def _together(sources: Sequence[Source], wording: Wording) -> str:
    """Return what several delegations said after how many they are; "the delegation of X" before a sentence goes."""
    said = [source.written for source in sources if source.written is not None]
    kinds = {written.kind for written in said}
    codes = voices_of(sources)
    parts = []
    for written in said:
        text = written.text.strip()
        text = without_itself(text, codes, wording.called, written.language) or text
        parts.append(_ended(unnamed(text, codes, wording, language=written.language)))
    return introduced(
        " ".join(parts),
        speaker=quantified(len(codes), wording.language, wording.thresholds),
        kind=kinds.pop() if len(kinds) == 1 else EntryKind.INTERVENTION,
        provision="",
        language=wording.language,
        several=len(codes) > 1,
    )


def _with_who_and_when(text: str, source: Source, written: Written, wording: Wording) -> str:
    if written.kind not in _TO_BE_DONE:
        return text
    who = written.assignee
    if who in wording.called:
        who = wording.called[who].alone
    until = _UNTIL.get(wording.language, _UNTIL["en"]).format(source.due_words) if source.due_words else ""
    told = ", ".join(part for part in (who, until) if part)
    if not told:
        return text
    return f"{text[:-1]} ({told})." if text.endswith(".") else f"{text} ({told})"


def _ended(text: str) -> str:
    return text if text.endswith(_ENDED) else f"{text}."
