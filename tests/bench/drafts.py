"""What it costs to compare a paragraph word by word, and to render a draft with everything that was proposed for it."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from gettext import NullTranslations
from random import Random
from statistics import median

from docx import Document

from cmc_desk.exchange.draft_word import read_draft
from cmc_desk.reports.draft_facts import DraftPaper
from cmc_desk.reports.draft_word import redline
from cmc_desk.rules.document_kinds import Channel, ProposalAction, ProposalDecision, ProposalType, ProvisionKind
from cmc_desk.rules.drafts import DraftText, DraftVersion, Provision
from cmc_desk.rules.papers import Imprint
from cmc_desk.rules.proposals import Proposal
from cmc_desk.rules.redlines import render_draft
from cmc_desk.rules.text_edits import edits
from cmc_desk.rules.word_difference import compared
from tests.bench.measure import Row, alternately, at_most

_WHEN = datetime(2019, 12, 6, 11, 0, tzinfo=UTC)
_FEW = ("the", "States", "shall", "of", "and", "migration", "to", "in")
_MANY = tuple(
    a + b + c
    for a in ("pro", "con", "re", "mi")
    for b in ("ced", "sult", "gion", "grat")
    for c in ("ure", "ation", "al", "ing", "s", "ed")
)
_CASES = (
    ("one word in twenty changed", _MANY + _FEW * 4, 0.05),
    ("a third changed", _MANY + _FEW * 4, 0.33),
    ("few different words", _FEW, 0.1),
)
_LETTERS, _WORDS, _PARAGRAPHS, _PROPOSALS = 7_000, 12_000, 150, 200


def words() -> Iterator[Row]:
    """The word diff of a paragraph of 7,000 characters, against taking its words apart, which is the least there is to do."""
    for name, vocabulary, share in _CASES:
        chance = Random(7)  # noqa: S311 - no secret
        before = _said(chance, vocabulary, 2_000)[:_LETTERS]
        after = _changed(chance, before, vocabulary, share)
        times, least = alternately(
            partial(compared.__wrapped__, before, after), partial(_apart, before, after), runs=15
        )
        yield at_most(f"word diff, 7,000 characters, {name}", median(times), 10, floor=median(least))


def renderings() -> Iterator[Row]:
    """A draft of 12,000 words with 200 proposals, against taking the words of all its texts apart; then once more as a page turns."""
    before, text, proposals = long_draft()
    said = [*(one.text for one in text.provisions), *(one.text for one in proposals)]
    # What is seen of it has yet to be painted, in the 150 ms that the whole has.
    for name, fresh, most in (("first", True, 100), ("again", False, 50)):
        ours = partial(_rendered, before, text, proposals, fresh=fresh)
        times, least = alternately(ours, partial(_apart, *said), runs=9)
        yield at_most(f"render 12,000 words, 200 proposals, {name}", median(times), most, floor=median(least))


def papers() -> Iterator[Row]:
    """The same draft as a Word file with every change tracked, against python-docx writing its paragraphs bare; and read again."""
    before, text, proposals = long_draft()
    paper = DraftPaper("en", render_draft(text, proposals, before=before), tuple(proposals))
    imprint = Imprint("Meeting", "", "", "", _WHEN, "Desk")
    times, least = alternately(
        lambda: redline(paper, NullTranslations(), imprint),
        partial(_bare, [one.text for one in text.provisions]),
        runs=5,
    )
    yield at_most("redline in Word, 12,000 words, 200 proposals", median(times), 3_000, floor=median(least))
    content = redline(paper, NullTranslations(), imprint)
    times, least = alternately(partial(read_draft, content), lambda: Document(io.BytesIO(content)), runs=5)
    yield at_most("read a Word file of 12,000 words with its changes", median(times), 3_000, floor=median(least))


def _bare(paragraphs: list[str]) -> None:
    document = Document()
    for words_of_it in paragraphs:
        document.add_paragraph(words_of_it)
    document.save(io.BytesIO())


def _rendered(before: DraftText, text: DraftText, proposals: list[Proposal], *, fresh: bool) -> None:
    if fresh:
        compared.cache_clear()
        edits.cache_clear()
    shown = render_draft(text, proposals, before=before)
    assert len(shown.provisions) >= _PARAGRAPHS


def _apart(*texts: str) -> None:
    for text in texts:
        re.findall(r"\w+|[^\w\s]", text)


def _said(chance: Random, vocabulary: tuple[str, ...], count: int) -> str:
    return " ".join(chance.choice(vocabulary) + ("," if chance.random() < 0.08 else "") for _ in range(count))


def _changed(chance: Random, text: str, vocabulary: tuple[str, ...], share: float) -> str:
    after: list[str] = []
    for word in text.split(" "):
        act = chance.random()
        if act >= share / 3:
            after.append(word if act >= share * 2 / 3 else chance.choice(vocabulary))
        if act < share and act >= share * 2 / 3:
            after.append(chance.choice(vocabulary))
    return " ".join(after)


def long_draft() -> tuple[DraftText, DraftText, list[Proposal]]:
    """Return a draft as it was and as it is, where every third paragraph was changed, and proposals, a fifth of them accepted."""
    chance = Random(11)  # noqa: S311 - no secret
    vocabulary = _MANY + _FEW * 4
    was = [_said(chance, vocabulary, _WORDS // _PARAGRAPHS) for _ in range(_PARAGRAPHS)]
    now = [_changed(chance, said, vocabulary, 0.1) if place % 3 == 0 else said for place, said in enumerate(was)]
    before, text = (_text(number, said) for number, said in enumerate((was, now), 1))
    proposals = []
    for number in range(1, _PROPOSALS + 1):
        on = chance.choice(text.provisions)
        one = _proposal(number, on, _changed(chance, on.text, vocabulary, 0.08))
        if number % 5 == 0:
            one = replace(one, decision=ProposalDecision.ACCEPTED, decided_at=_WHEN)
        proposals.append(one)
    return before, text, proposals


def _text(number: int, said: list[str]) -> DraftText:
    provisions = tuple(
        Provision(str(place), ProvisionKind.PARAGRAPH, words_of_it, label=str(place + 1))
        for place, words_of_it in enumerate(said)
    )
    version = DraftVersion(str(number), "d", number, f"Draft {number}", _WHEN)
    return DraftText("d", "Draft", "Draft", version=version, provisions=provisions)


def _proposal(number: int, on: Provision, new_text: str) -> Proposal:
    return Proposal(
        f"p{number}",
        number,
        "d",
        ProposalAction.MODIFY,
        ProposalType.SUBSTANTIVE,
        Channel.WRITTEN,
        _WHEN,
        provision=on.key,
        base=on.text,
        new_text=new_text,
    )
