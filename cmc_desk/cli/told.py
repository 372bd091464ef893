"""What a verb answers."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Told:
    """What is answered: facts for a program, words for people; `refused` says that something stands against what was looked at."""

    facts: Any
    words: str
    refused: bool = False
