"""What may be read instead in the final report: words that stand there, that no other correction reads otherwise, and no names where none are."""

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from cmc_desk.desk.report_names import names_put_in
from cmc_desk.desk.report_rows import report_row
from cmc_desk.desk.report_trees import issued_blocks
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.corrected_text import against, as_corrected, spaced
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_blocks import Block, Para, text_of
from cmc_desk.rules.report_standing import Correction, Edition, paragraph_number


def refuse_superseded(session: Session, version: int) -> None:
    """Raise Refusal if the report is final under another number: no corrigendum corrects any version but that one."""
    row = report_row(session)
    if row is not None and row.status is ReportStatus.FINAL and row.version != version:
        raise Refusal(
            _("The report is final: ask for the correction of version {number}.").format(number=row.version),
            field="version",
        )


def check_instead(session: Session, one: Correction, others: Sequence[Correction]) -> None:
    """Raise Refusal if what is read instead is not said where it must be, or cannot be read beside what `others` say."""
    refuse_superseded(session, one.version)
    if one.corrigendum and not (one.replaced or one.corrected):
        raise Refusal(
            _("Type what is read instead: a corrigendum says for which words which others are read."), field="corrected"
        )
    if one.corrigendum and not (one.replaced or one.paragraph):
        raise Refusal(
            _("Type for which words it is read: no paragraph is named that could be read anew."), field="replaced"
        )
    if one.replaced and one.replaced == one.corrected:
        raise Refusal(_("Both say the same."), field="corrected")
    blocks = issued_of(session, one.version, one.edition)
    found = paragraph_at(blocks, one.version, one.paragraph)
    _check_replaced(one, found, sorted((other for other in others if other.issued), key=lambda other: other.issued))
    if one.corrigendum:
        waiting = [other for other in others if other.to_issue and other.key != one.key]
        check_going_out(session, one, waiting, blocks=blocks)


def check_going_out(
    session: Session, one: Correction, waiting: Iterable[Correction], *, blocks: Sequence[Block] = ()
) -> None:
    """Raise Refusal if a correction cannot go out beside those that are `waiting`, or would name who spoke where nobody is named."""
    blocks = blocks or issued_of(session, one.version, one.edition)
    found = paragraph_at(blocks, one.version, one.paragraph)
    other = against(one, waiting, text=text_of(found) if found is not None else None)
    if other is not None:
        raise Refusal(
            _(
                "Correction {number} says already what is read there, and has not gone out yet: open it again to say it otherwise."
            ).format(number=other.number),
            field="corrected",
        )
    if not one.edition.attributed and (names := names_put_in(session, blocks, one.paragraph, one.corrected)):
        raise Refusal(
            _("This text of the report names nobody who spoke: say correction {number} without naming {names}.").format(
                number=one.number, names=", ".join(names)
            ),
            field="corrected",
        )


def issued_of(session: Session, version: int, edition: Edition) -> tuple[Block, ...]:
    """Return a version of the report as it was issued in an edition."""
    return issued_blocks(session, version=version, language=edition.language, attributed=edition.attributed)


def paragraph_at(blocks: Sequence[Block], version: int, place: str) -> Para | None:
    """Return the paragraph of a version that has the number with which `place` begins, None if that is no number.

    Raises Refusal if the version has no such paragraph.
    """
    number = paragraph_number(place)
    if number is None:
        return None
    known = {block.label.rstrip("."): block for block in blocks if isinstance(block, Para) and block.label}
    if str(number) not in known:
        raise Refusal(
            _("Version {version} has no paragraph {paragraph}: its last one is {last}.").format(
                version=version, paragraph=place, last=list(known)[-1] if known else "–"
            ),
            field="paragraph",
        )
    return known[str(number)]


def _check_replaced(one: Correction, found: Para | None, gone_out: Sequence[Correction]) -> None:
    """Raise Refusal if what is replaced does not stand in its paragraph as corrigenda read it by now."""
    if not one.replaced or found is None or spaced(one.replaced) in as_corrected(text_of(found), one, gone_out):
        return
    if spaced(one.replaced) in spaced(text_of(found)):
        raise Refusal(
            _("“{words}” does not stand in paragraph {paragraph} any more: a corrigendum reads it otherwise.").format(
                words=one.replaced, paragraph=one.paragraph
            ),
            field="replaced",
        )
    raise Refusal(
        _("“{words}” does not stand in paragraph {paragraph} of version {version}.").format(
            words=one.replaced, paragraph=one.paragraph, version=one.version
        ),
        field="replaced",
    )
