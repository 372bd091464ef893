"""What the fields of a badge may depend on: `only` and `unless` of a design."""

from collections.abc import Collection

from cmc_desk.rules.badge_design import BadgeFacts, DesignField
from cmc_desk.rules.meeting import DelegationKind
from cmc_desk.rules.people import Capacity

FOCAL_POINT, WALK_IN = "focal point", "walk-in"
# What can be seen from the badge itself: these need not be told.
PHOTO, FLAG, CODE, REPLACEMENT = "photograph", "flag", "code", "replacement"
ONE_LINE, SECOND_LANGUAGE, BLANK = "name of one line", "second language", "blank badge"
CONDITIONS: tuple[str, ...] = (
    *Capacity,
    *DelegationKind,
    FOCAL_POINT,
    WALK_IN,
    PHOTO,
    FLAG,
    CODE,
    REPLACEMENT,
    ONE_LINE,
    SECOND_LANGUAGE,
    BLANK,
)
# A category is a key of the meeting, which a design that is used at several cannot know to be right.
CATEGORY = "category "


def conditions_of(
    capacity: Capacity,
    kind: DelegationKind,
    *,
    category: str = "",
    focal_point: bool = False,
    walk_in: bool = False,
) -> frozenset[str]:
    """Return the conditions that a person meets, for `BadgeFacts.conditions`; `category` is the key of theirs."""
    met = {capacity.value, kind.value}
    if focal_point:
        met.add(FOCAL_POINT)
    if walk_in:
        met.add(WALK_IN)
    if category:
        met.add(CATEGORY + category)
    return frozenset(met)


def met_by(facts: BadgeFacts) -> frozenset[str]:
    """Return the conditions that `facts` say, and those that can be seen from them."""
    seen = {
        PHOTO: facts.photo is not None,
        FLAG: bool(facts.flag),
        CODE: bool(facts.code),
        REPLACEMENT: facts.replacement,
        ONE_LINE: not facts.second,
        SECOND_LANGUAGE: bool(facts.delegation_second),
    }
    return facts.conditions | {condition for condition, is_met in seen.items() if is_met}


def is_shown(field: DesignField, met: Collection[str]) -> bool:
    """Say whether a field is there: one of `only` is met, or there are none, and none of `unless` is."""
    if any(condition in met for condition in field.unless):
        return False
    return not field.only or any(condition in met for condition in field.only)


def is_condition(word: str) -> bool:
    """Say whether a design may name this condition."""
    return word in CONDITIONS or (word.startswith(CATEGORY) and len(word) > len(CATEGORY))
