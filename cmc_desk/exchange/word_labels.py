"""Numbers that somebody typed before a text, taken apart from it."""

import re

from cmc_desk.rules.numbering import LATIN

_LATIN = "|".join(sorted(LATIN, key=len, reverse=True))
_BIS = rf"(?:\s(?:{_LATIN})\b\.?)?"
# A bracket before a number belongs to the text: "[3. The States …]" is paragraph 3, not agreed.
_TYPED = re.compile(
    rf"(?P<bracket>\s*\[?\s*)(?:(?P<figures>\d{{1,3}}(?:\.\d{{1,3}})*{_BIS})(?P<sign>[.)]*)(?P<gap>\s+)"
    rf"|(?P<letters>\((?:[a-z]{{1,2}}|[ivxl]{{1,6}}|\d{{1,2}})\){_BIS}|[a-z]{{1,2}}\)|[ivxl]{{1,6}}\))\s+"
    rf"|(?P<capitals>[IVXL]{{1,6}}|[A-H])(?P<point>\.?)(?P<room>\s+))"
)


def typed_label(words: str) -> tuple[str, str, int]:
    """Return the number before a text, the text after it, and how many letters of `words` it takes; no number takes none.

    A figure counts only with a point or a tab behind it, so that a sentence may begin with one.
    """
    found = _TYPED.match(words)
    if found is None or found.end() == len(words) or not _is_number(found, words[found.end()]):
        return "", words, 0
    label = found["figures"] or found["letters"] or found["capitals"]
    return label.rstrip("."), found["bracket"].strip() + words[found.end() :], found.end()


def _is_number(found: re.Match[str], after: str) -> bool:
    if figures := found["figures"]:
        # 2.1 Access is a number and a name, 2.1 million people is none.
        dotted = "." in figures.rstrip(".") and after.isupper()
        return bool(found["sign"]) or "\t" in found["gap"] or figures.rstrip(".")[-1:].isalpha() or dotted
    if found["capitals"]:
        return bool(found["point"]) or "\t" in found["room"]
    return True


def one_line(words: str) -> str:
    """Return a text with single spaces and without any before or behind its lines; line breaks and no-break spaces stay."""
    lines = (re.sub(r"[ \t]+", " ", line).strip(" ") for line in words.split("\n"))
    return "\n".join(lines).strip("\n ")
