"""What is written by hand for a block of the report: it stays beside what the sources say, and nothing is generated over it."""

from sqlalchemy import select

from cmc_desk.db import schema
from cmc_desk.db.base import Base
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.report_rows import changeable, known_language
from cmc_desk.desk.report_trees import raw_blocks
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_text import storable
from cmc_desk.rules.readout_text import digest_of
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_blocks import PATH, Para, is_under
from cmc_desk.rules.report_standing import with_hand_written

# Chapters with paragraphs that can be written by hand; what in them is a list of its sources, and what of that can be written after all.
_WRITTEN_IN = ("summary", "outcomes", "organisation", "proceedings", "documents", "steps", "closing")
_FOLLOWING = ("outcomes/recommendations", "outcomes/deferred", "outcomes/pending", "outcomes/agreed")
_OPEN = frozenset({"outcomes/recommendations/counts"})
# After these stands the key of an item or of a draft.
_ABOUT: tuple[tuple[str, type[Base]], ...] = (
    ("proceedings", schema.Item),
    ("organisation/opening", schema.Item),
    ("documents", schema.Draft),
    ("outcomes/documents", schema.Draft),
)
_NOT_KEYS = frozenset({"annexes"})


@command("report.write")
def write_block(tx: Tx, *, block: str, language: str, attributed: bool, text: str, seen: str = "") -> str:
    """Let a paragraph say what somebody wrote instead of what its sources say; an empty text lets them speak again.

    It holds for the report in this language, with names or without. `seen` is the digest of what the sources said to whoever wrote it
    beside them, who need not wait for the report to be built: if they say something else by now, the text is marked as behind them, and
    of the paragraph only that is looked for which it is about. Without it they are read now. Raises Refusal if there is no such paragraph, if it cannot be written by hand, or if the report is
    signed or final.
    """
    changeable(tx)
    digest = _seen(tx, block, language, seen) or _paragraph(tx, block, language, attributed=attributed).digest
    row, written = _row(tx, block, language, attributed=attributed), storable(text).strip()
    if not written or digest_of(written) == digest:
        if row is not None:
            tx.session.delete(row)
        return block
    if row is None:
        row = schema.ReportText(id=tx.new_id(), block=block, language=language, attributed=attributed)
        tx.session.add(row)
    row.text, row.digest, row.changed_at = written, digest, tx.now
    return block


@command("report.follow_sources")
def follow_sources(tx: Tx, *, block: str, language: str, attributed: bool) -> str:
    """Let a paragraph say what its sources say again, in this language, with names or without.

    Raises Refusal if nothing was written by hand for it, or if the report is signed or final.
    """
    changeable(tx)
    row = _row(tx, block, language, attributed=attributed)
    if row is None:
        raise _nothing_by_hand()
    tx.session.delete(row)
    return block


@command("report.accept")
def accept_block(tx: Tx, *, block: str, language: str, attributed: bool, seen: str = "") -> str:
    """Say that what was written by hand stands although its sources have changed since: it is not marked any more.

    `seen` is the digest of what the sources said to whoever compared them, as in `write_block`: what they say only now was not accepted.
    """
    changeable(tx)
    row = _row(tx, block, language, attributed=attributed)
    if row is None:
        raise _nothing_by_hand()
    row.digest = seen or _paragraph(tx, block, language, attributed=attributed).digest
    row.changed_at = tx.now
    return block


def _seen(tx: Tx, block: str, language: str, seen: str) -> str:
    """Return `seen` if a paragraph can stand there; raises Refusal if what it is about is gone, or if nobody writes there."""
    known_language(language)
    if not seen:
        return ""
    if not any(block.startswith(f"{part}{PATH}") for part in _WRITTEN_IN) or _follows_its_sources(block):
        raise _not_open()
    for above, table in _ABOUT:
        if is_under(block, above):
            key = block.removeprefix(above).split(PATH)[1:2]
            if key and key[0] not in _NOT_KEYS and tx.session.get(table, key[0]) is None:
                raise _gone()
    return seen


def _follows_its_sources(block: str) -> bool:
    return any(is_under(block, part) and block not in _OPEN for part in _FOLLOWING)


def _paragraph(tx: Tx, block: str, language: str, *, attributed: bool) -> Para:
    blocks = raw_blocks(tx.session, language=known_language(language), attributed=attributed)
    found = next((one for one in with_hand_written(blocks, {}) if one.key == block), None)
    if found is None:
        raise _gone()
    if not isinstance(found, Para) or not found.open:
        raise _not_open()
    return found


def _nothing_by_hand() -> Refusal:
    return Refusal(_("Nothing was written by hand here."), field="block")


def _gone() -> Refusal:
    return Refusal(_("This paragraph is not in the report any more."), field="block")


def _not_open() -> Refusal:
    return Refusal(_("This part of the report follows its sources: change it where it comes from."), field="block")


def _row(tx: Tx, block: str, language: str, *, attributed: bool) -> schema.ReportText | None:
    row = schema.ReportText
    return tx.session.scalars(
        select(row).where(row.block == block, row.language == language, row.attributed == attributed)
    ).first()
