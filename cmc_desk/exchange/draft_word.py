"""A draft that comes as a Word file: its provisions, the changes that were tracked in it, and what was left out, said in a sentence each."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, tzinfo

from cmc_desk.exchange import word_refused
from cmc_desk.exchange.word_changes import changes_of
from cmc_desk.exchange.word_entries import Entry, Found, entries_of
from cmc_desk.exchange.word_numbers import WordNumbers
from cmc_desk.exchange.word_package import word_parts
from cmc_desk.exchange.word_tables import with_numbers
from cmc_desk.exchange.word_text import WordText, word_text
from cmc_desk.exchange.word_views import viewed
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.aligning_draft import aligned
from cmc_desk.rules.applying import is_new_row
from cmc_desk.rules.document_kinds import ProposalAction, ProposalType
from cmc_desk.rules.document_words import FIELD_WORDS
from cmc_desk.rules.drafts import DraftText, ReadProvision
from cmc_desk.rules.new_cells import cells_words
from cmc_desk.rules.proposals import NewProposal
from cmc_desk.rules.provision_marks import PREFIX, mark
from cmc_desk.rules.text_edits import alike
from cmc_desk.rules.tracked_text import Stretch
from cmc_desk.rules.word_changes import TrackedChange


@dataclass(frozen=True, slots=True)
class ReadDraft:
    """What was read: `provisions` with every change rejected, `accepted` with every change taken; the same ones if nobody tracked any.

    `tracked` are the changes, one for each cluster of them; `places` are in `provisions`. `marks` are the names of the bookmarks that
    we put around provisions, for each of `provisions` (and `accepted_marks` for each of `accepted`), empty where there are none.
    """

    provisions: tuple[ReadProvision, ...]
    accepted: tuple[ReadProvision, ...]
    tracked: tuple[TrackedChange, ...] = ()
    warnings: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    accepted_marks: tuple[str, ...] = ()

    @property
    def authors(self) -> tuple[str, ...]:
        """Who changed anything or commented on it, in the order in which they first did; our own proposals are nobody's change."""
        return tuple(dict.fromkeys(one.author for one in self.tracked if not one.ours))


def read_draft(data: bytes, *, accept: Collection[str] = (), reject: Collection[str] = ()) -> ReadDraft:
    """Return what stands in a .docx; raises Refusal if it is something else, or is not to be opened.

    The changes of the authors in `accept` are taken into the text, those of the authors in `reject` are left out of it; so are those by
    which our own files show what became of the version before. All others are told in `tracked`.
    """
    parts = word_parts(data)
    text = word_text(parts, accept=accept, reject=reject)
    found = entries_of(text)
    found.entries = with_numbers(found.entries, WordNumbers(parts.numbering, parts.styles))
    ours = any(mark.startswith(PREFIX) for one in found.entries for mark in one.marks)
    before = viewed(found.entries, WordNumbers(parts.numbering, parts.styles), _before, ours=ours, joins=False)
    after = viewed(found.entries, WordNumbers(parts.numbering, parts.styles), _after, ours=ours, joins=True)
    if not before and not after:
        raise word_refused.empty()
    return ReadDraft(
        tuple(one.provision for one in before),
        tuple(one.provision for one in after),
        changes_of(text, found.entries, before),
        tuple(_warnings(text, found, headers=parts.headers, ours=ours)),
        tuple(_mark(found.entries[one.entry]) for one in before),
        tuple(_mark(found.entries[one.entry]) for one in after),
    )


def proposals_of(
    read: ReadDraft, text: DraftText, author_delegations: Mapping[str, Sequence[str]], *, zone: tzinfo = UTC
) -> tuple[NewProposal, ...]:
    """Return the changes of the authors that are named as proposals for a draft, each of the delegations of its author.

    What was changed in a provision that the draft does not have is on the draft as a whole, with both texts. Proposals that came out
    of our own Word file stay what they are. `zone` is that in which whoever made the changes reads the clock.
    """
    keys = provisions_of(read, text)
    return tuple(
        row
        for one in read.tracked
        if one.author in author_delegations and not one.ours
        for row in _proposed(one, keys, text, tuple(author_delegations[one.author]), zone)
    )


def provisions_of(read: ReadDraft, text: DraftText) -> tuple[str, ...]:
    """Return for every provision that was read the key of the one of the draft that it is, empty if it is none of them.

    Bookmarks that we wrote tell it; where they are lost, number and likeness do.
    """
    return _keys(read.provisions, read.marks, text)


def to_bring(read: ReadDraft, text: DraftText | None, *, changes_taken: bool) -> tuple[ReadProvision, ...]:
    """Return what was read as the text of a new version, each provision with that which it replaces; without a text nothing is replaced."""
    chosen = read.accepted if changes_taken else read.provisions
    if text is None:
        return chosen
    keys = _keys(chosen, read.accepted_marks if changes_taken else read.marks, text)
    return tuple(replace(one, replaces=key) for one, key in zip(chosen, keys, strict=True))


def differences(read: ReadDraft, text: DraftText) -> tuple[str, ...]:
    """Return what a file says otherwise than the draft although nobody tracked a change, a sentence for each."""
    by_key = {one.key: one for one in text.provisions}
    said: list[str] = []
    for one, key in zip(read.provisions, provisions_of(read, text), strict=True):
        ours = by_key.get(key)
        name = one.label or one.text[:40]
        if ours is None:
            said.append(
                _("“{provision}” is not in the draft, and was put in without tracking it.").format(provision=name)
            )
        elif alike(ours.text) != alike(one.text):
            said.append(
                _("“{provision}” says something else in the draft, without a tracked change.").format(provision=name)
            )
    return tuple(said)


def _keys(read: Sequence[ReadProvision], marks: Sequence[str], text: DraftText) -> tuple[str, ...]:
    marked = {mark(one.key): one.key for one in text.provisions}
    known = [marked.get(name, "") for name in marks]
    # A paragraph that somebody copied takes its bookmark along.
    known = [key if key not in known[:place] else "" for place, key in enumerate(known)]
    rest = [place for place, key in enumerate(known) if not key]
    others = [one for one in text.provisions if one.key not in known]
    for place, one in zip(rest, aligned([read[place] for place in rest], others), strict=True):
        known[place] = one.replaces
    return tuple(known)


def _mark(entry: Entry) -> str:
    return next((mark for mark in entry.marks if mark.startswith(PREFIX)), "")


def _proposed(
    change: TrackedChange, keys: Sequence[str], text: DraftText, delegations: tuple[str, ...], zone: tzinfo
) -> Iterator[NewProposal]:
    key = keys[change.place] if change.place >= 0 else ""
    words = ProposalAction.QUESTION, ProposalAction.COMMENT
    kind = {
        ProposalAction.QUESTION: ProposalType.QUESTION,
        ProposalAction.COMMENT: ProposalType.GENERAL,
    }.get(change.action, ProposalType.SUBSTANTIVE)
    # Beside a paragraph there is no row of a plan: what its cells say is not lost.
    cells = change.cells if is_new_row(text.provisions, key) else ()
    lost_cells = "" if cells else cells_words(change.cells, lambda name: _(FIELD_WORDS[name]))
    row = NewProposal(
        draft=text.key,
        action=change.action,
        kind=kind,
        provision=key,
        field=change.field,
        new_text=change.after,
        new_label=change.label,
        new_cells=cells,
        rationale="\n".join(filter(None, (change.comment, lost_cells))),
        delegations=delegations,
        received_at=change.at.replace(tzinfo=zone) if change.at is not None else None,
    )
    if change.action is ProposalAction.MOVE and key:
        yield replace(row, new_text="", target=keys[change.target] if change.target >= 0 else "")
    elif key or change.action in words or (change.action is ProposalAction.INSERT_AFTER and change.place < 0):
        ours = text.provision(key)
        if ours is not None and change.action is ProposalAction.MODIFY and ours.said(change.field) == change.after:
            return
        yield row
    else:
        lost = _("In the file: {before}").format(before=change.before) if change.before else ""
        told = "\n".join(filter(None, (change.after or _("To be deleted."), lost)))
        yield replace(
            row, action=ProposalAction.COMMENT, kind=ProposalType.GENERAL, new_text=told, field="", new_label=""
        )


def _warnings(text: WordText, found: Found, *, headers: bool, ours: bool) -> Iterator[str]:
    left = text.left_out
    if count := left.get("footnotes"):
        yield ngettext("{count} footnote is left out.", "{count} footnotes are left out.", count).format(count=count)
    if count := left.get("pictures and text boxes"):
        yield ngettext(
            "{count} picture or text box is left out.", "{count} pictures or text boxes are left out.", count
        ).format(count=count)
    if count := left.get("formulas"):
        yield ngettext("{count} formula is left out.", "{count} formulas are left out.", count).format(count=count)
    if headers and not ours:
        yield _("The head and the foot of the pages are left out.")
    if (count := found.other_tables) and not ours:
        yield ngettext(
            "{count} table has no headings of a plan: it becomes one provision, its cells parted by “¦”.",
            "{count} tables have no headings of a plan: each becomes one provision, its cells parted by “¦”.",
            count,
        ).format(count=count)
    if count := found.joined:
        yield ngettext(
            "{count} paragraph is joined with the next by a change: that is no proposal, read it in the file.",
            "{count} paragraphs are joined with the next by changes: those are no proposals, read them in the file.",
            count,
        ).format(count=count)


def _before(stretch: Stretch) -> str:
    return stretch.before


def _after(stretch: Stretch) -> str:
    return stretch.after
