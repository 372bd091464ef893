"""Word files of delegations are read as people read them: with the numbers that Word counts and every change that was tracked."""

from datetime import UTC, datetime

from cmc_desk.exchange.draft_word import differences, proposals_of, provisions_of, read_draft, to_bring
from cmc_desk.rules.document_kinds import DocumentKind, ProposalAction, ProposalType, ProvisionKind
from cmc_desk.rules.drafts import DraftText, Provision, ReadProvision
from cmc_desk.rules.provision_marks import mark
from tests.exchange.word_files import (
    BY,
    NUMBERING,
    W,
    comment,
    commented,
    listed,
    paragraph,
    put_in,
    run,
    styled,
    styles,
    table,
    taken_out,
    word_file,
)

KINDS = ProvisionKind
BARBADOS = {BY: ("BB",)}
TEXT = DraftText(
    "d",
    "Draft",
    "Draft",
    DocumentKind.DECLARATION,
    provisions=(
        Provision("k1", KINDS.PARAGRAPH, "States will share data.", "1"),
        Provision("k2", KINDS.PARAGRAPH, "They meet every year.", "2"),
        Provision("k3", KINDS.PARAGRAPH, "They report.", "3"),
    ),
)


def read_of(*blocks: str, **parts: str) -> tuple[tuple[ReadProvision, ...], tuple[ReadProvision, ...]]:
    """Return what was read of these blocks, without and with their changes."""
    read = read_draft(word_file("".join(blocks), **parts))
    return read.provisions, read.accepted


def short(provisions: tuple[ReadProvision, ...]) -> list[tuple[str, str]]:
    return [(one.label, one.text) for one in provisions]


def test_numbers_that_word_counts_are_computed_for_the_text_before_and_after_the_changes() -> None:
    before, after = read_of(
        listed(run("First.")),
        listed(put_in("New."), end="ins"),
        listed(run("Second:")),
        listed(run("one;"), level=1),
        listed(run("deep;"), level=2),
        listed(taken_out("two;"), level=1, end="del"),
        listed(run("three."), level=1),
        listed(run("Third.")),
        numbering=NUMBERING,
    )
    assert short(before) == [
        ("1", "First."),
        ("2", "Second:"),
        ("(a)", "one;"),
        ("(i)", "deep;"),
        ("(b)", "two;"),
        ("(c)", "three."),
        ("3", "Third."),
    ]
    assert short(after) == [
        ("1", "First."),
        ("2", "New."),
        ("3", "Second:"),
        ("(a)", "one;"),
        ("(i)", "deep;"),
        ("(b)", "three."),
        ("4", "Third."),
    ]
    assert [(one.kind, one.level) for one in before[2:4]] == [(KINDS.SUBPARAGRAPH, 1), (KINDS.SUBPARAGRAPH, 2)]


def test_kinds_are_told_by_styles_by_numbers_and_by_how_a_text_begins() -> None:
    names = styles(
        ("Titre", "Title", ""),
        ("Titre1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        ("Sous", "Mine", '<w:basedOn w:val="Titre2"/>'),
        ("Titre2", "heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
    )
    before, _after = read_of(
        styled("Titre", run("Déclaration")),
        paragraph(run("Rappelant les travaux antérieurs,")),
        styled("Titre1", run("I.\u00a0Principes".replace("\u00a0", " "))),
        styled("Sous", run("Généralités")),
        paragraph(run("1. Les États coopèrent.")),
        paragraph(run("a) ils partagent;")),
        paragraph(run("[2 bis. Ils se réunissent.]")),
        paragraph("<w:r><w:rPr><w:b/></w:rPr><w:t>SUIVI</w:t></w:r>"),
        paragraph(run("2019 was a year.")),
        styles=names,
    )
    assert [(one.kind, one.level, one.label, one.text) for one in before] == [
        (KINDS.TITLE, 1, "", "Déclaration"),
        (KINDS.PREAMBULAR, 1, "", "Rappelant les travaux antérieurs,"),
        (KINDS.HEADING, 1, "I", "Principes"),
        (KINDS.HEADING, 2, "", "Généralités"),
        (KINDS.PARAGRAPH, 1, "1", "Les États coopèrent."),
        (KINDS.SUBPARAGRAPH, 1, "a)", "ils partagent;"),
        (KINDS.PARAGRAPH, 1, "2 bis", "[Ils se réunissent.]"),
        (KINDS.HEADING, 1, "", "SUIVI"),
        (KINDS.PARAGRAPH, 1, "", "2019 was a year."),
    ]


def test_each_cluster_of_changes_becomes_a_proposal_of_the_delegation_of_its_author() -> None:
    read = read_draft(
        word_file(
            paragraph(run("1. States ") + taken_out("will") + put_in("shall") + run(" share data."))
            + paragraph(commented(run("2. They meet ") + taken_out("every") + put_in("twice a") + run(" year."), 7))
            + paragraph(taken_out("3. They report."), end="del"),
            comments=f"<w:comments {W}>{comment(7, 'Once is too little.')}{comment(8, 'x')}</w:comments>",
        )
    )
    assert read.authors == (BY,)
    first, second, third = proposals_of(read, TEXT, BARBADOS)
    assert (first.action, first.provision, first.new_text) == (ProposalAction.MODIFY, "k1", "States shall share data.")
    assert first.delegations == ("BB",)
    assert first.received_at == datetime(2019, 11, 22, 10, 15, tzinfo=UTC)
    assert (second.new_text, second.rationale) == ("They meet twice a year.", "Once is too little.")
    assert (third.action, third.provision) == (ProposalAction.DELETE, "k3")
    assert proposals_of(read, TEXT, {}) == ()


def test_two_changes_far_apart_are_two_proposals_and_those_of_two_authors_are_too() -> None:
    read = read_draft(
        word_file(
            paragraph(
                run("1. States ")
                + put_in("shall ", by="Haiti")
                + put_in("always ")
                + run("share. They also ")
                + taken_out("do not ")
                + run("meet.")
            )
        )
    )
    assert [(one.author, one.after) for one in read.tracked] == [
        ("Haiti", "States shall share. They also do not meet."),
        (BY, "States always share. They also do not meet."),
        (BY, "States share. They also meet."),
    ]


def test_a_paragraph_that_word_puts_in_at_the_end_of_another_is_a_new_one_after_it() -> None:
    # Word gives the new end to the old paragraph, and the old end to the new one.
    read = read_draft(
        word_file(
            paragraph(run("1. States will share data."), end="ins")
            + paragraph(put_in("1 bis.\tThey consult."))
            + paragraph(run("2. They meet every year."))
        )
    )
    (new,) = proposals_of(read, TEXT, BARBADOS)
    assert (new.action, new.provision, new.new_label, new.new_text) == (
        ProposalAction.INSERT_AFTER,
        "k1",
        "1 bis",
        "They consult.",
    )
    assert short(read.accepted) == [
        ("1", "States will share data."),
        ("1 bis", "They consult."),
        ("2", "They meet every year."),
    ]


def test_a_paragraph_that_is_parted_is_one_text_with_a_line_break() -> None:
    read = read_draft(word_file(paragraph(run("3. They "), end="ins") + paragraph(run("report."))))
    assert short(read.provisions) == [("3", "They report.")]
    (change,) = read.tracked
    assert change.after == "They\nreport."


def test_paragraphs_that_are_joined_are_said_and_are_one_in_the_accepted_text() -> None:
    read = read_draft(
        word_file(paragraph(run("1. One "), end="del") + paragraph(run("and two.")) + paragraph(run("x "), end="del"))
    )
    assert short(read.accepted) == [("1", "One and two."), ("", "x")]
    assert read.warnings == (
        "2 paragraphs are joined with the next by changes: those are no proposals, read them in the file.",
    )


def test_what_is_moved_is_one_proposal_to_move_it() -> None:
    def moved(name: str, kind: str, words: str) -> str:
        change = "moveFrom" if kind == "From" else "moveTo"
        inner = f'<w:{change} w:id="9" w:author="{BY}" w:date="2019-11-22T10:15:00Z">{run(words)}</w:{change}>'
        begin = f'<w:move{kind}RangeStart w:id="5" w:name="{name}"/>'
        mark = f'<w:rPr><w:{change} w:id="6" w:author="{BY}"/></w:rPr>'
        return f"<w:p><w:pPr>{mark}</w:pPr>{begin}{inner}</w:p>"

    read = read_draft(
        word_file(
            moved("m1", "From", "1. States will share data.")
            + paragraph(run("2. They meet every year."))
            + moved("m1", "To", "1. States will share data.")
            + paragraph(run("3. They report."))
        )
    )
    (row,) = proposals_of(read, TEXT, BARBADOS)
    assert (row.action, row.provision, row.target, row.new_text) == (ProposalAction.MOVE, "k1", "k2", "")
    assert [one.label for one in read.accepted] == ["2", "1", "3"]


def test_comments_without_a_change_are_questions_and_comments() -> None:
    read = read_draft(
        word_file(
            paragraph(commented(run("1. States will share data."), 1))
            + paragraph(commented(run("2. They meet every year."), 2)),
            comments=f"<w:comments {W}>{comment(1, 'With whom?')}{comment(2, 'We agree.')}{comment(3, '')}</w:comments>",
        )
    )
    first, second = proposals_of(read, TEXT, BARBADOS)
    assert (first.action, first.kind, first.new_text) == (ProposalAction.QUESTION, ProposalType.QUESTION, "With whom?")
    assert (second.action, second.kind, second.provision) == (ProposalAction.COMMENT, ProposalType.GENERAL, "k2")


def test_changes_can_be_taken_or_left_by_author_before_anything_is_read() -> None:
    content = word_file(
        paragraph(run("1. States ") + put_in("shall ", by="Haiti") + taken_out("will ") + run("share data."))
        + paragraph(put_in("4. They end.", by="Haiti"))
    )
    taken = read_draft(content, accept={"Haiti"})
    assert short(taken.provisions) == [("1", "States shall will share data."), ("4", "They end.")]
    assert taken.authors == (BY,)
    left = read_draft(content, reject={"Haiti", BY})
    assert short(left.provisions) == [("1", "States will share data.")]
    assert not left.tracked


def test_what_is_left_out_is_said() -> None:
    notes = "<w:r><w:footnoteReference w:id='1'/></w:r><w:r><w:drawing/></w:r><w:r><w:drawing/></w:r>"
    read = read_draft(
        word_file(
            paragraph(run("Text.") + notes) + table(("just", "a table")),
            header1=f"<w:hdr {W}>{paragraph(run('Head'))}</w:hdr>",
        )
    )
    assert read.warnings == (
        "1 footnote is left out.",
        "2 pictures or text boxes are left out.",
        "The head and the foot of the pages are left out.",
        "1 table has no headings of a plan: it becomes one provision, its cells parted by “¦”.",
    )
    assert [one.text for one in read.provisions] == ["Text.", "just ¦ a table"]


def test_bookmarks_tell_which_provision_it_is_whatever_became_of_it() -> None:
    marked = f'<w:bookmarkStart w:id="1" w:name="{mark("k2")}"/>'
    read = read_draft(
        word_file(
            paragraph(marked + run("9. Something else altogether."))
            + paragraph(marked + run("Copied with its bookmark."))
            + paragraph(run("3. They report."))
        )
    )
    assert provisions_of(read, TEXT) == ("k2", "", "k3")
    assert [one.replaces for one in to_bring(read, TEXT, changes_taken=True)] == ["k2", "", "k3"]
    assert [one.replaces for one in to_bring(read, TEXT, changes_taken=False)] == ["k2", "", "k3"]
    assert to_bring(read, None, changes_taken=True) == read.accepted
    assert differences(read, TEXT) == (
        "“9” says something else in the draft, without a tracked change.",
        "“Copied with its bookmark.” is not in the draft, and was put in without tracking it.",
    )


def test_a_change_of_what_the_draft_does_not_have_is_a_comment_with_both_texts() -> None:
    read = read_draft(
        word_file(paragraph(run("Entirely ") + taken_out("other") + put_in("different") + run(" words here.")))
    )
    (row,) = proposals_of(read, TEXT, BARBADOS)
    assert (row.action, row.provision) == (ProposalAction.COMMENT, "")
    assert row.new_text == "Entirely different words here.\nIn the file: Entirely other words here."
