"""What of a text of the notes can be kept, and two entries made into one."""

import re
from dataclasses import replace
from unicodedata import normalize

from cmc_desk.rules.folding import search_text
from cmc_desk.rules.note_kinds import EntryKind
from cmc_desk.rules.notes import Written

# French and Dutch part words here, names do not: an entry is found either way.
_APOSTROPHES = re.compile("['’‘]")
# Half of a pair of surrogates is no character, and no store takes a null.
_NO_CHARACTER = re.compile("[\ud800-\udfff\x00]")


def storable(text: str) -> str:
    """Return `text` as any store takes it: letter by letter as it was typed, except for what is no character."""
    return _NO_CHARACTER.sub("", text)


def composed(text: str) -> str:
    """Return `text` as any store takes it, every accent in one character with its letter, whichever keyboard it was typed on.

    The texts of drafts are compared word by word: the same words are the same then.
    """
    return normalize("NFC", storable(text))


def found_by(*parts: str) -> str:
    """Return the folded words by which what was written is found, each once; "l’île" is found as "ile" and as "lile"."""
    return search_text(*parts, *(_APOSTROPHES.sub(" ", part) for part in parts if _APOSTROPHES.search(part)))


def same_speaker(first: Written, second: Written) -> bool:
    """Return whether two entries can be of one speaker: the same one, or one of them names nobody."""
    speakers = [(one.delegation, one.participant, one.unknown) for one in (first, second)]
    return speakers[0] == speakers[1] or ("", "", False) in speakers


def joined(first: Written, second: Written) -> Written:
    """Return two entries as one: the text of the second is a paragraph after that of the first, and no fact is lost.

    What the first says of its kind, its document and who is to act stands before what the second says; the stricter attribution stays.
    """
    speaks = first if (first.delegation, first.participant, first.unknown) != ("", "", False) else second
    about = first if first.document or first.provision else second
    acts = first if first.assignee or first.due else second
    order = ("attributable", "not for attribution", "internal")
    return replace(
        first,
        text="\n\n".join(text for text in (first.text.rstrip(), second.text.strip()) if text),
        kind=second.kind if first.kind is EntryKind.INTERVENTION else first.kind,
        delegation=speaks.delegation,
        participant=speaks.participant,
        unknown=speaks.unknown,
        document=about.document,
        provision=about.provision,
        attribution=max(first.attribution, second.attribution, key=order.index),
        highlighted=first.highlighted or second.highlighted,
        assignee=acts.assignee,
        due=acts.due,
    )
