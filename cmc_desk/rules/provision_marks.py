"""The mark by which a provision is known again in a Word file that comes back, whatever became of its words and its number."""

import hashlib

# Word hides bookmarks that begin with a low line, and keeps at most 40 characters.
PREFIX = "_cmc_"


def mark(key: str) -> str:
    """Return the name of the bookmark around a provision."""
    return PREFIX + hashlib.sha256(key.encode()).hexdigest()[:24]
