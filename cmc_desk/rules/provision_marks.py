"""The mark by which a provision is known again in a Word file that comes back, whatever became of its words and its number."""

import hashlib

# Word hides bookmarks that begin with a low line, and keeps at most 40 characters.
PREFIX = "_cmc_"
_BY = "_cmcby_"


def mark(key: str) -> str:
    """Return the name of the bookmark around a provision."""
    return PREFIX + _digest(key)


def author_mark(author: str) -> str:
    """Return the name of the bookmark that tells under which name we ourselves changed a text, in whatever language that is."""
    return _BY + _digest(author)


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:24]
