"""Large collections are let go of an entry at a time."""

from typing import Any


def let_go(held: list[Any] | dict[Any, Any] | set[Any]) -> None:
    """Empty `held`, which nobody needs any more.

    What is forgotten whole is freed in one call, and during that call nothing else runs: after an import of ten thousand people
    all windows stood still for a tenth of a second.
    """
    give = held.popitem if isinstance(held, dict) else held.pop
    while held:
        give()
