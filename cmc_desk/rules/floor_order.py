"""The order of those who wait: where somebody new comes, where the absent go, and the places that keep it."""

from collections.abc import Collection, Mapping, Sequence

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_plan import ListOrder, SpeakerCategory
from cmc_desk.rules.floor_kinds import Entry, SpeechKind
from cmc_desk.rules.refusal import Refusal

# Points of order are decided at once, replies are made when all statements are.
_KINDS = (
    frozenset({SpeechKind.POINT_OF_ORDER}),
    frozenset({SpeechKind.QUESTION, SpeechKind.ANSWER}),
    frozenset({SpeechKind.STATEMENT}),
    frozenset({SpeechKind.RIGHT_OF_REPLY}),
)
_CATEGORIES = tuple(SpeakerCategory)
# Between two places there is room for ten more before anybody else must be given a new one.
STEP = 1024


def with_new(queue: Sequence[Entry], new: Entry, order: ListOrder) -> tuple[str, ...]:
    """Return the keys of those who wait once `new` has come: behind its kind and, unless the order is by hand, its category.

    An answer stands under the question that it belongs to, or at the very front if that was asked already.
    """
    keys = [entry.key for entry in queue]
    if new.kind is SpeechKind.ANSWER:
        place = keys.index(new.origin) + 1 if new.origin in keys else 0
    else:
        place = _behind(queue, new, by_category=order is not ListOrder.HAND)
    return (*keys[:place], new.key, *keys[place:])


def with_absent(queue: Sequence[Entry], absent: Entry, gone: Collection[str]) -> tuple[str, ...]:
    """Return the keys of those who wait once somebody who was not in the room has gone to the end of their category.

    `gone` are those who were absent before. When nobody else of the category is left to speak, the list does not wait for them any
    longer: they go behind everybody who asked for the same.
    """
    keys = [entry.key for entry in queue]
    at = keys.index(absent.key)
    alike = [entry for entry in queue[at + 1 :] if _kind(entry) == _kind(absent)]
    in_category = [entry for entry in alike if entry.category is absent.category]
    last = in_category if any(entry.key not in gone for entry in in_category) else alike
    if not last:
        return tuple(keys)
    end = keys.index(last[-1].key) + 1
    return (*keys[:at], *keys[at + 1 : end], absent.key, *keys[end:])


def moved(queue: Sequence[Entry], key: str, by: int) -> tuple[str, ...]:
    """Return the keys of those who wait with one moved up (negative) or down, at most to the end."""
    keys = [entry.key for entry in queue]
    place = keys.index(key)
    keys.remove(key)
    keys.insert(max(0, min(len(keys), place + by)), key)
    return tuple(keys)


def check_order(queue: Sequence[Entry], keys: Sequence[str]) -> None:
    """Raise Refusal unless `keys` names all who wait, each once: what was forgotten would be lost in the list."""
    if sorted(keys) != sorted(entry.key for entry in queue):
        raise Refusal(
            _(
                "The new order must name everybody who waits exactly once: the list has changed meanwhile, sort it again."
            ),
            field="entries",
        )


def places(keys: Sequence[str], known: Mapping[str, int], only: str = "") -> dict[str, int]:
    """Return the places that change so that those who wait stand in the order of `keys`.

    Where `only` one has come or moved it goes between its neighbours, if there is room; else everybody gets a new place.
    """
    if only and (between := _between(keys, known, only)) is not None:
        return {} if known.get(only) == between else {only: between}
    wanted = {key: number * STEP for number, key in enumerate(keys, 1)}
    return {key: place for key, place in wanted.items() if known.get(key) != place}


def _between(keys: Sequence[str], known: Mapping[str, int], only: str) -> int | None:
    at = keys.index(only)
    before = known[keys[at - 1]] if at else None
    behind = known[keys[at + 1]] if at + 1 < len(keys) else None
    if behind is None:
        return STEP if before is None else before + STEP
    if before is None:
        return behind - STEP
    return (before + behind) // 2 if behind - before > 1 else None


def _behind(queue: Sequence[Entry], new: Entry, *, by_category: bool) -> int:
    def rank(entry: Entry) -> tuple[int, int]:
        return _kind(entry), _CATEGORIES.index(entry.category) if by_category else 0

    return max((place for place, entry in enumerate(queue, 1) if rank(entry) <= rank(new)), default=0)


def _kind(entry: Entry) -> int:
    return next(rank for rank, kinds in enumerate(_KINDS) if entry.kind in kinds)
