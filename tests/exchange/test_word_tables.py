"""A table that is no plan is one provision with its rows as lines; nothing that stands in it is lost, and it is a table again in Word."""

from cmc_desk.exchange.draft_word import proposals_of, read_draft
from cmc_desk.rules.document_kinds import DocumentKind, ProposalAction, ProvisionKind
from cmc_desk.rules.drafts import DraftText, Provision
from tests.exchange.word_files import (
    BY,
    NUMBERING,
    W,
    cell,
    comment,
    commented,
    listed,
    paragraph,
    put_in,
    run,
    table,
    taken_out,
    word_file,
)

BARBADOS = {BY: ("BB",)}


def texts(*blocks: str, accepted: bool = False) -> list[tuple[str, str]]:
    read = read_draft(word_file("".join(blocks), numbering=NUMBERING))
    return [(one.label, one.text) for one in (read.accepted if accepted else read.provisions)]


def test_paragraphs_numbers_and_merged_cells_of_a_table_are_kept() -> None:
    two = f"<w:tc><w:tcPr/>{paragraph(run('One '))}{paragraph(run('two ¦ three'))}</w:tc>"
    wide = cell(run("Over both"), '<w:gridSpan w:val="2"/>')
    numbered = f"<w:tc><w:tcPr/>{listed(run('Counted'))}</w:tc>"
    blocks = (
        listed(run("Before.")),
        table(("State", "Text"), (wide,), (numbered, two), ("", ""), ("", "last")),
        listed(run("After.")),
    )
    assert texts(*blocks) == [
        ("1", "Before."),
        ("", "State ¦ Text\nOver both ¦\n2. Counted ¦ One ¶ two | three\n¦ last"),
        ("3", "After."),
    ]


def test_a_frame_of_one_column_is_the_paragraphs_in_it_and_an_empty_table_is_nothing() -> None:
    assert texts(table(("Only a frame.",), ("And more.",)), table(("", ""))) == [
        ("", "Only a frame."),
        ("", "And more."),
    ]


def test_changes_in_cells_and_of_rows_are_proposals_for_the_table() -> None:
    old = "State ¦ Seats\nHaiti ¦ 2\nBelize ¦ 1\nCuba ¦ 3"
    text = DraftText("d", "D", "D", DocumentKind.OTHER, provisions=(Provision("t", ProvisionKind.PARAGRAPH, old),))
    rows = (
        ("State", "Seats"),
        ("Haiti", cell(taken_out("2") + commented(put_in("4"), 5))),
        ("Belize", "1"),
        ("Aruba", "1"),
        ("Cuba", "3"),
    )
    content = word_file(
        table(*rows, changes={3: "ins", 4: "del"}),
        comments=f"<w:comments {W}>{comment(5, 'More people.')}</w:comments>",
    )
    read = read_draft(content)
    assert [one.text for one in read.provisions] == [old]
    assert [one.text for one in read.accepted] == ["State ¦ Seats\nHaiti ¦ 4\nBelize ¦ 1\nAruba ¦ 1"]
    found = proposals_of(read, text, BARBADOS)
    assert {(one.action, one.provision) for one in found} == {(ProposalAction.MODIFY, "t")}
    # What touches and is of one hand is one change: a row goes, and another comes in its place.
    assert [one.new_text for one in found] == [old.replace("2", "4"), old.replace("Cuba ¦ 3", "Aruba ¦ 1")]
    assert found[0].rationale == "More people."


def test_a_table_that_comes_or_goes_as_a_whole_is_put_in_or_deleted() -> None:
    text = DraftText(
        "d",
        "D",
        "D",
        DocumentKind.OTHER,
        provisions=(Provision("p", ProvisionKind.PARAGRAPH, "So."), Provision("t", ProvisionKind.PARAGRAPH, "a ¦ b")),
    )
    content = word_file(
        paragraph(run("So."))
        + table(("c", "d"), ("e", "f"), changes={0: "ins", 1: "ins"})
        + paragraph("")
        + table(("a", "b"), changes={0: "del"})
    )
    new, gone = proposals_of(read_draft(content), text, BARBADOS)
    assert (new.action, new.provision, new.new_text) == (ProposalAction.INSERT_AFTER, "p", "c ¦ d\ne ¦ f")
    assert (gone.action, gone.provision) == (ProposalAction.DELETE, "t")


def test_a_first_row_that_comes_and_a_last_one_that_goes_leave_no_empty_lines() -> None:
    rows = (("a", "b"), ("c", "d"), ("e", "f"))
    assert texts(table(*rows, changes={0: "ins", 2: "del"})) == [("", "c ¦ d\ne ¦ f")]
    assert texts(table(*rows, changes={0: "ins", 2: "del"}), accepted=True) == [("", "a ¦ b\nc ¦ d")]
    assert texts(table(*rows, changes={0: "del", 1: "ins"}), accepted=True) == [("", "c ¦ d\ne ¦ f")]
