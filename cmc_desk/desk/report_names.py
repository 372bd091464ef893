"""Who is named in a text of the report that is to name nobody who spoke."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy.orm import Session

from cmc_desk.desk.note_list import register_of_actions
from cmc_desk.desk.readout_called import named, organisations
from cmc_desk.desk.recommendation_rows import recommendations
from cmc_desk.reports.outcome_documents import MATRIX
from cmc_desk.rules.folding import words
from cmc_desk.rules.name_guard import NameGuard
from cmc_desk.rules.note_markup import plain
from cmc_desk.rules.preflight import Check, Looked, Place
from cmc_desk.rules.report_blocks import Block, Bullets, Heading, Para, ReportTree, Table, is_under, text_of
from cmc_desk.rules.report_standing import paragraph_number

# In these parts of the report nobody is named who spoke.
_UNNAMED = ("summary", "outcomes", "proceedings", "organisation/opening", "organisation/agenda", "closing")
# Who is to do something is named here, and to whom a recommendation goes.
_ASKING = ("summary/outcomes", "outcomes")
# How annexes and tables are called where somebody names one, in the four languages.
_ANNEX, _TABLE = ("annex", "anexo", "bijlage"), ("table", "tabla", "tableau", "tabel")
_LONGEST = 60


def looked_at_names(session: Session, tree: ReportTree) -> Iterator[Looked]:
    """Look for who spoke in a text that is to name nobody; where names stand, nothing is to be looked for.

    Some parts name by design: who came, presented, reserved its position, is to do something. There only that is looked for which
    somebody has put in by hand.
    """
    if tree.attributed:
        return
    guard, common = NameGuard(named(session)), organisations(session)
    asked = _asked(session)
    looked_at = [block for block in tree.shown if _tells_what_was_said(block) or _is_written(block)]
    left = []
    count = 0
    for block in looked_at:
        known = common | asked if _names_who_is_asked(block) else common
        if not _tells_what_was_said(block):
            known = common | keys_in(guard, block.gathered if isinstance(block, Para) else "")
        found = [one for one in guard.find(text_of(block)) if one.key not in known]
        if found:
            names = ", ".join(dict.fromkeys(one.words for one in found))
            left.append(Place("papers", block.key, f"{names}: {short(text_of(block))}"))
            count += len(found)
    yield Looked(Check.NAMES, tuple(left), len(looked_at), count)


def names_put_in(session: Session, blocks: Sequence[Block], place: str, text: str) -> tuple[str, ...]:
    """Return who is named in words that are to be read at a place, such as "12", "Table 2" or "Annex I", of a text without names.

    Who stands there is named there, and whoever comes into a part that names by design: the list of who came, who opened the meeting.
    """
    guard = NameGuard(named(session))
    block = _block_at(blocks, place)
    if block is not None and _names_by_design(session, guard, block):
        return ()
    known = organisations(session)
    if block is not None:
        known |= keys_in(guard, text_of(block))
        known |= _asked(session) if _names_who_is_asked(block) else frozenset()
    return tuple(dict.fromkeys(one.words for one in guard.find(text) if one.key not in known))


def keys_in(guard: NameGuard, text: str) -> frozenset[str]:
    """Return whom a text names, by code or key."""
    return frozenset(one.key for one in guard.find(plain(text)))


def short(text: str) -> str:
    """Return the beginning of a text, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def _asked(session: Session) -> frozenset[str]:
    tasks = {one.written.assignee for one in register_of_actions(session)}
    return frozenset(tasks | {one.addressee for one in recommendations(session)})


def _names_who_is_asked(block: Block) -> bool:
    # Who presented is named in the agenda, and what IOM and UNHCR do stands in it too.
    return "/conclusions/" in block.key or _is_in(block, _ASKING)


def _names_by_design(session: Session, guard: NameGuard, block: Block) -> bool:
    if isinstance(block, Heading):
        return block.key != MATRIX
    names = keys_in(guard, text_of(block)) - organisations(session)
    return not _tells_what_was_said(block) and (isinstance(block, Table) or bool(names))


def _block_at(blocks: Sequence[Block], place: str) -> Block | None:
    """Return what has the number of a place; None if it is named otherwise."""
    number = paragraph_number(place)
    if number is not None:
        return next((one for one in blocks if isinstance(one, Para) and one.label == f"{number}."), None)
    kind, label = (*words(place), "", "")[:2]
    if kind.startswith(_ANNEX):
        return next(
            (one for one in blocks if isinstance(one, Heading) and one.annex and one.label == label.upper()), None
        )
    if kind in _TABLE:
        return next((one for one in blocks if isinstance(one, Table) and one.label == label), None)
    return None


def _tells_what_was_said(block: Block) -> bool:
    """Tell whether a block is made of what was said; who opened, closed and presented is in the agenda."""
    named_there = block.key.endswith("/sentence") or "/presented/" in block.key
    return isinstance(block, (Para, Bullets, Table)) and _is_in(block, _UNNAMED) and not named_there


def _is_written(block: Block) -> bool:
    return isinstance(block, Para) and block.written


def _is_in(block: Block, parts: Iterable[str]) -> bool:
    return any(is_under(block.key, part) for part in parts)
