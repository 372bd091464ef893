"""The order of an official list: States, territories, observers, organisations, secretariat; the head of a delegation first."""

from cmc_desk.rules.delegations import sort_key
from cmc_desk.rules.meeting import DelegationKind
from cmc_desk.rules.people import Capacity

_KINDS = tuple(DelegationKind)


def delegation_rank(kind: DelegationKind, name: str) -> tuple[int, str]:
    """Return what sorts delegations: by kind, then by name without accents and "The", in the language of `name`."""
    return _KINDS.index(kind), sort_key(name)


def member_rank(capacity: Capacity, name_key: str) -> tuple[bool, str]:
    """Return what sorts the members of a delegation: its head first, then by family name (`name_key` is folded)."""
    return capacity is not Capacity.HEAD, name_key
