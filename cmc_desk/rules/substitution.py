"""`s/old/new/`: correct the last place where something was typed wrongly."""

import re
from dataclasses import dataclass

_TYPED = re.compile(
    r"s(?P<mark>[/|#])(?P<old>(?:(?!(?P=mark)).)+)(?P=mark)(?P<new>(?:(?!(?P=mark)).)*)(?:(?P=mark)\s*)?$"
)


@dataclass(frozen=True, slots=True)
class Substitution:
    """What is to be replaced, as it was typed, and by what."""

    old: str
    new: str


def read_substitution(text: str) -> Substitution | None:
    """Return the correction that a line is, or None: `s/Curacao/Curaçao/`, the last stroke may be missing, `|` and `#` part as well."""
    found = _TYPED.match(text.strip())
    return Substitution(found["old"], found["new"]) if found else None


def corrected(text: str, wanted: Substitution) -> str | None:
    """Return `text` with the last `old` replaced, or None where it has none; case counts only if it is there as typed."""
    at = text.rfind(wanted.old)
    if at < 0:
        places = [found.start() for found in re.finditer(re.escape(wanted.old), text, re.IGNORECASE)]
        if not places:
            return None
        at = places[-1]
    return text[:at] + wanted.new + text[at + len(wanted.old) :]
