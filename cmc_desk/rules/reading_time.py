"""How long it takes to read a text aloud, against what the agenda gives for it."""

from collections.abc import Iterable
from dataclasses import dataclass

from cmc_desk.rules.note_markup import plain


@dataclass(frozen=True, slots=True)
class Reading:
    """How long a text is read: `slot` is what the agenda gives in seconds, 0 if it gives nothing."""

    words: int
    seconds: int
    slot: int = 0

    @property
    def minutes(self) -> int:
        """The minutes as they are told, rounded up: a text of one sentence takes one."""
        return -(-self.seconds // 60)

    @property
    def over(self) -> int:
        """The seconds that are missing in the slot; negative is what is left of it, 0 without a slot."""
        return self.seconds - self.slot if self.slot else 0


def word_count(text: str) -> int:
    """Return how many words are read aloud: signs and dashes by themselves are none."""
    return sum(any(map(str.isalnum, word)) for word in plain(text).split())


def words_in(texts: Iterable[str]) -> int:
    """Return how many words several texts have."""
    return sum(map(word_count, texts))


def reading(words: int, *, words_a_minute: int, slot_minutes: int = 0) -> Reading:
    """Return how long so many words are read; seconds are rounded up."""
    return Reading(words, -(-words * 60 // words_a_minute), slot_minutes * 60)
