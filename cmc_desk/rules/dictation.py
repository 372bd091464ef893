"""Tells text from a foreign code where notes are typed: a text module or a quick hand may send keys as fast as a scanner does.

Only what can be a code is taken away from whoever writes. Our own codes, tickets and sheets are known by their shape; of others this
is what tells them: one run of signs without a space that has a figure or the beginning of a code of data in it. Words, several of them,
dates, times, numbers with their separators, and corrections such as `s/2018/2019/` are text.
"""

import re

# What other programs put into codes: MECARD:N:, WIFI:S:, BEGIN:VCARD, https://, {"i": …, <?xml …
_DATA = re.compile(r"[A-Z]{2,}:\S|[A-Za-z][A-Za-z0-9+.-]*://|[{<\[]\s*[\"?{\[]")
# 2019-12-05, 16:45, 12.500, 1,5 – no foreign code that we know of has separators between so few figures.
_NUMBER = re.compile(r"\d{1,4}([-/.:,–]\d{1,4}){1,3}%?")
_CORRECTION = re.compile(r"s/[^/]+/[^/]*/?")


def reads_as_dictated(text: str) -> bool:
    """Return whether a burst into the field of the notes is text, whatever its pace and whether Enter ends it."""
    words = text.split()
    if not words or _DATA.match(text.lstrip()):
        return False
    if len(words) > 1 or not any(sign.isdigit() for sign in text):
        return any(sign.isalpha() for sign in text) or all(map(_NUMBER.fullmatch, words))
    return _NUMBER.fullmatch(words[0]) is not None or _CORRECTION.fullmatch(words[0]) is not None
