"""Which entries are read out, in which section, and in which order the lines stand."""

import re
from collections.abc import Sequence

from cmc_desk.rules.note_kinds import Attribution, EntryKind, GroupSection, ReadoutForm, Section
from cmc_desk.rules.notes import Written
from cmc_desk.rules.readouts import ReadoutLine

AnySection = Section | GroupSection
# Square brackets stand around what is not agreed.
_NOT_AGREED = re.compile(r"\[[^\[\]]*\S[^\[\]]*\]")
_TYPED = {
    EntryKind.DECISION: (Section.DECISIONS, GroupSection.WAY_FORWARD),
    EntryKind.RECOMMENDATION: (Section.RECOMMENDATIONS, GroupSection.WAY_FORWARD),
    EntryKind.ACTION: (Section.NEXT_STEPS, GroupSection.WAY_FORWARD),
    EntryKind.NEXT_STEP: (Section.NEXT_STEPS, GroupSection.WAY_FORWARD),
    EntryKind.QUESTION: (Section.OPEN_POINTS, GroupSection.KEY_ISSUES),
    EntryKind.PROPOSAL: (Section.OPEN_POINTS, GroupSection.DISCUSSION),
}


def sections_of(form: ReadoutForm) -> tuple[AnySection, ...]:
    """Return the sections of a form in the order in which they are read."""
    return tuple(GroupSection) if form is ReadoutForm.GROUP else tuple(Section)


def the_section(word: str, form: ReadoutForm) -> AnySection:
    """Return the section of a form that `word` is; raises ValueError if it has none of this name."""
    return GroupSection(word) if form is ReadoutForm.GROUP else Section(word)


def section_of(written: Written, form: ReadoutForm) -> AnySection | None:
    """Return where an entry is read out, or None where it is not.

    What a kind says by itself (decisions, proposals, actions and so on) is read, of interventions and procedure only what is highlighted;
    what is internal never is. A highlighted proposal is a main point, unless brackets are left in it; so is any other highlighted entry.
    """
    if written.attribution is Attribution.INTERNAL or not written.text.strip():
        return None
    typed = _TYPED.get(written.kind)
    if typed is None and not written.highlighted:
        return None
    if form is ReadoutForm.GROUP:
        return typed[1] if typed is not None else GroupSection.DISCUSSION
    if typed is not None and written.kind is not EntryKind.PROPOSAL:
        return typed[0]
    open_still = _NOT_AGREED.search(written.text) is not None or not written.highlighted
    return Section.OPEN_POINTS if open_still else Section.MAIN_POINTS


def in_order(lines: Sequence[ReadoutLine], form: ReadoutForm) -> tuple[ReadoutLine, ...]:
    """Return lines as they are read: section by section, each by place."""
    rank = {section: number for number, section in enumerate(sections_of(form))}
    return tuple(sorted(lines, key=lambda line: (rank[line.section], line.place)))


def read_aloud(lines: Sequence[ReadoutLine]) -> tuple[ReadoutLine, ...]:
    """Return the lines that are read: what was left out is not."""
    return tuple(line for line in lines if not line.left_out and line.text)


def stepped(lines: Sequence[ReadoutLine], key: str, form: ReadoutForm, *, up: bool) -> tuple[AnySection, str] | None:
    """Return where a line goes that takes one step up or down: the section, and the line before which it stands (empty: at the end).

    At the end of its section it goes on in the next one. None if it can go no further, or is not there.
    """
    sections = sections_of(form)
    line = next((one for one in lines if one.key == key), None)
    if line is None:
        return None
    keys = [one.key for one in lines if one.section == line.section]
    at = keys.index(key)
    if up and at > 0:
        return line.section, keys[at - 1]
    if not up and at + 1 < len(keys):
        return line.section, keys[at + 2] if at + 2 < len(keys) else ""
    beside = sections.index(line.section) + (-1 if up else 1)
    if not 0 <= beside < len(sections):
        return None
    first = next((one.key for one in lines if one.section == sections[beside]), "")
    return sections[beside], "" if up else first
