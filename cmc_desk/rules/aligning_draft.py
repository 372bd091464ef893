"""A text that comes in again is put beside the one that is there: which provision is a new text of which."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cmc_desk.rules.document_kinds import ProvisionKind, ProvisionStatus
from cmc_desk.rules.drafts import Provision, ReadProvision
from cmc_desk.rules.numbering import normal
from cmc_desk.rules.text_edits import alike

_WORD = re.compile(r"\w+")
# How much of the words both must have, and how much is enough where the numbers are the same.
_LIKE, _LIKE_WITH_NUMBER = 0.5, 0.2
# A word that so many provisions have tells none of them from the others.
_COMMON = 20
_HEADINGS = frozenset({ProvisionKind.TITLE, ProvisionKind.HEADING})


def aligned(read: Sequence[ReadProvision], existing: Sequence[Provision]) -> tuple[ReadProvision, ...]:
    """Return what was read with the keys of the provisions that it replaces; what is new replaces nothing.

    The same text is the same provision wherever it stands. Else what is most alike goes together, the same number being a reason
    more; headings replace headings only. What was deleted comes back for nobody.
    """
    standing = [one for one in existing if one.status is not ProvisionStatus.DELETED]
    was, now = [_words(one.text) for one in standing], [_words(one.text) for one in read]
    pairs = sorted(
        (-score, abs(place - other), place, other)
        for place, other in _candidates(read, standing, now, was)
        if (score := _score(read[place], standing[other], now[place], was[other]))
    )
    replaces: dict[int, str] = {}
    given: set[int] = set()
    for _, _, place, other in pairs:
        if place not in replaces and other not in given:
            replaces[place] = standing[other].key
            given.add(other)
    return tuple(replace(one, replaces=replaces.get(place, "")) for place, one in enumerate(read))


def _candidates(
    read: Sequence[ReadProvision],
    existing: Sequence[Provision],
    now: Sequence[Counter[str]],
    was: Sequence[Counter[str]],
) -> Iterator[tuple[int, int]]:
    """Return the pairs that are worth a look: those with the same number, the same text, or a word that few have."""
    by_label: defaultdict[str, list[int]] = defaultdict(list)
    by_text: defaultdict[str, list[int]] = defaultdict(list)
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(existing):
        by_label[normal(one.label)].append(place)
        by_text[alike(one.text)].append(place)
        for word in was[place]:
            by_word[word].append(place)
    for place, new in enumerate(read):
        near = set(by_text.get(alike(new.text), [])[:_COMMON])
        near.update(by_label.get(normal(new.label), [])[:_COMMON] if new.label else [])
        for word in now[place]:
            holders = by_word.get(word, ())
            if len(holders) <= _COMMON:
                near.update(holders)
        yield from ((place, other) for other in near)


def _score(new: ReadProvision, old: Provision, now: Counter[str], was: Counter[str]) -> float:
    """Return how surely one replaces the other, 0 if it does not."""
    if (new.kind in _HEADINGS) != (old.kind in _HEADINGS):
        return 0
    same = alike(new.text) == alike(old.text)
    likeness = 1.0 if same else 2 * (now & was).total() / ((now.total() + was.total()) or 1)
    numbered = bool(new.label) and normal(new.label) == normal(old.label)
    if likeness < (_LIKE_WITH_NUMBER if numbered else _LIKE):
        return 0
    return likeness + (0.25 if numbered else 0) + (0.05 if new.kind is old.kind else 0)


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))
