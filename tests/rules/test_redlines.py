"""A draft is shown with what was proposed: what was accepted is in it, what is undecided stands beside it in brackets."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.applying import apply_decisions
from cmc_desk.rules.brackets import meter
from cmc_desk.rules.document_kinds import Concern, PartyRole, ProposalAction, ProvisionKind, ProvisionStatus
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.redline import Meter, RenderedDraft, Run
from cmc_desk.rules.redlines import (
    Change,
    accepted,
    changes,
    clean,
    rejected,
    render_draft,
    render_provision,
    render_text,
)
from cmc_desk.rules.word_difference import Kept
from tests.rules.drafted import backed, draft, paragraph, proposal, taken

SAME, REMOVED, ADDED = Kept.SAME, Kept.REMOVED, Kept.ADDED
THREE = paragraph("c", "States will consider common procedures.", "3")


def openings(rendered: RenderedDraft) -> list[list[str]]:
    return [[one.opening for one in provision.alternatives] for provision in rendered.provisions]


def test_alternatives_stand_in_brackets_with_the_number_of_the_paragraph_and_then_bis() -> None:
    saint_lucia = backed(proposal(14, THREE, "States will develop common procedures."), PartyRole.PROPOSER, ["LCA"])
    saint_lucia = backed(saint_lucia, PartyRole.SUPPORTER, ["HTI", "JAM"])
    trinidad = backed(proposal(17, THREE, "States will exchange good practices."), PartyRole.PROPOSER, ["TTO"])
    shown = render_draft(draft(THREE), [trinidad, saint_lucia])
    assert openings(shown) == [["[3.", "[3 bis."]]
    first, second = shown.provisions[0].alternatives
    assert first.runs == (
        Run("States will "),
        Run("consider", REMOVED, "p14"),
        Run("develop", ADDED, "p14"),
        Run(" common procedures."),
    )
    assert (first.leading, second.leading) == (True, False)
    assert (first.proposers, first.supporters, first.closing) == (("LCA",), ("HTI", "JAM"), "]")
    assert Concern.CONFLICT in first.concerns
    assert shown.provisions[0].runs == (Run(THREE.text),)
    assert shown.provisions[0].brackets == shown.meter.brackets == 2
    assert shown.meter.bracketed == shown.meter.whole == 1


def test_a_deletion_is_an_alternative_to_the_text_of_the_draft() -> None:
    away = proposal(1, THREE, action=ProposalAction.DELETE)
    shown = render_provision(THREE, [away])
    assert [(one.opening, one.action, one.proposals) for one in shown.alternatives] == [
        ("[3.", ProposalAction.MODIFY, ()),
        ("[3 bis.", ProposalAction.DELETE, ("p1",)),
    ]
    assert shown.alternatives[0].runs == (Run(THREE.text),)
    assert shown.alternatives[1].runs == (Run(THREE.text, REMOVED, "p1"),)


def test_a_new_paragraph_stands_after_the_alternatives_of_the_one_it_follows() -> None:
    new = proposal(1, THREE, "States will report.", action=ProposalAction.INSERT_AFTER)
    other = proposal(2, THREE, "States shall consider common procedures.")
    shown = render_provision(THREE, [new, other])
    assert [(one.opening, one.action) for one in shown.alternatives] == [
        ("[3.", ProposalAction.MODIFY),
        ("[3 bis.", ProposalAction.INSERT_AFTER),
    ]


def test_what_was_accepted_is_shown_against_the_version_before_with_who_wanted_it() -> None:
    before = draft(paragraph("c", "States may consider procedures.", "3"))
    now = paragraph("c", "States will consider procedures.", "3")
    old = taken(proposal(1, before.provisions[0], "States will consider procedures."), applied_in=2)
    new = taken(proposal(2, now, "States will develop procedures."))
    shown = render_draft(draft(now, number=2), [old, new], before=before)
    runs = shown.provisions[0].runs
    assert [run for run in runs if run.kept is not SAME] == [
        Run("may", REMOVED, "p1"),
        Run("will", ADDED, "p1"),
        Run("consider", REMOVED, "p2"),
        Run("develop", ADDED, "p2"),
    ]
    assert rejected(runs) == "States may consider procedures."
    assert accepted(runs) == "States will develop procedures." == clean(shown)[0].text
    assert shown.base == 1
    assert changes(shown) == (Change("c", 1), Change("c", 4))


def test_what_was_deleted_is_struck_and_is_not_in_the_clean_text() -> None:
    other = paragraph("d", "States will report.", "4")
    shown = render_draft(draft(THREE, other), [taken(proposal(1, THREE, action=ProposalAction.DELETE))])
    assert shown.provisions[0].runs == (Run(THREE.text, REMOVED, "p1"),)
    assert [one.key for one in clean(shown)] == ["d"]
    assert shown.meter.whole == 1


def test_what_is_below_a_deleted_paragraph_is_struck_with_it() -> None:
    below = paragraph("ca", "for all;", "(a)", kind=ProvisionKind.SUBPARAGRAPH)
    away = taken(proposal(1, THREE, action=ProposalAction.DELETE))
    shown = render_draft(draft(THREE, below), [away])
    assert [one.runs[0].kept for one in shown.provisions] == [REMOVED, REMOVED]
    assert (shown.meter, clean(shown)) == (Meter(), ())
    gone = [replace(one, status=ProvisionStatus.DELETED) for one in (THREE, below)]
    then = render_draft(draft(*gone, number=2), [replace(away, applied_in=2)], before=draft(THREE, below))
    assert [one.runs for one in then.provisions] == [one.runs for one in shown.provisions]


def test_what_only_the_version_before_has_is_struck_where_it_stood() -> None:
    gone = paragraph("d", "States will report.", "4")
    last = paragraph("e", "States will meet.", "5")
    shown = render_draft(draft(THREE, last, number=2), [], before=draft(THREE, gone, last))
    assert [one.provision.key for one in shown.provisions] == ["c", "d", "e"]
    assert shown.provisions[1].runs == render_text(gone.text, "")
    assert shown.provisions[1].provision.status is ProvisionStatus.DELETED


def test_the_text_of_the_draft_is_an_alternative_where_somebody_opposes_the_others() -> None:
    wish = backed(proposal(1, THREE, "States will develop."), PartyRole.PROPOSER, ["LCA"])
    shown = render_provision(THREE, [backed(wish, PartyRole.OPPONENT, ["CUB", "SUR"])])
    assert [(one.opening, one.proposals, one.supporters, one.leading) for one in shown.alternatives] == [
        ("[3.", ("p1",), (), False),
        ("[3 bis.", (), ("CUB", "SUR"), True),
    ]


def test_the_same_wish_of_two_delegations_is_one_alternative() -> None:
    one = backed(proposal(1, THREE, "States will “develop” it."), PartyRole.PROPOSER, ["LCA"])
    other = backed(proposal(2, THREE, 'States will "develop"  it.'), PartyRole.PROPOSER, ["BRB", "LCA"])
    shown = render_provision(THREE, [one, other]).alternatives
    assert [(two.proposals, two.proposers, two.leading) for two in shown] == [(("p1", "p2"), ("LCA", "BRB"), False)]


def test_what_has_no_number_has_letters_once_there_are_several() -> None:
    bare = paragraph("c", "Recalling the past,")
    first, second = proposal(1, bare, "Recalling history,"), proposal(2, bare, "Noting the past,")
    assert [one.opening for one in render_provision(bare, [first]).alternatives] == ["["]
    assert [one.opening for one in render_provision(bare, [first, second]).alternatives] == ["[A.", "[B."]
    sub = paragraph("c", "for all;", "(a)")
    assert [one.opening for one in render_provision(sub, [proposal(1, sub, "for some;")]).alternatives] == ["[(a)"]


def test_numbers_that_the_draft_has_are_not_given_to_alternatives() -> None:
    bis = paragraph("d", "States report.", "3 bis")
    wishes = [proposal(number, THREE, f"Text {number}.") for number in (1, 2)]
    wishes.append(proposal(3, THREE, "New.", action=ProposalAction.INSERT_AFTER))
    wishes.append(proposal(4, THREE, "Newer.", action=ProposalAction.INSERT_AFTER, new_label="3 sexies"))
    assert openings(render_draft(draft(THREE, bis), wishes))[0] == ["[3.", "[3 ter.", "[3 quater.", "[3 sexies."]


def test_cells_of_a_plan_have_alternatives_of_their_own() -> None:
    row = paragraph("c", "A network", "1.1", cells=(("lead", "IOM"), ("target", "[10]")))
    wishes = [
        proposal(1, row, "UNHCR", field="lead"),
        proposal(2, row, "A bureau"),
        proposal(3, row, "2020", field="timeframe"),
    ]
    shown = render_provision(row, [*wishes, taken(proposal(4, row, "20", field="target"))])
    assert [(one.opening, one.field) for one in shown.alternatives] == [
        ("[", "lead"),
        ("[1.1.", ""),
        ("[", "timeframe"),
    ]
    assert shown.cells == (("lead", (Run("IOM"),)), ("target", (Run("[10]", REMOVED, "p4"), Run("20", ADDED, "p4"))))
    assert shown.brackets == 3
    assert shown.provision.status is ProvisionStatus.BRACKETED


def test_what_was_accepted_elsewhere_in_the_paragraph_is_not_undone_by_an_alternative() -> None:
    base = paragraph("c", "States shall consider common procedures.", "3")
    done = taken(proposal(1, base, "States should consider common procedures."))
    shown = render_provision(base, [done, proposal(2, base, "States shall consider compatible procedures.")])
    assert accepted(shown.alternatives[0].runs) == "States should consider compatible procedures."


def test_a_new_provision_that_was_accepted_stands_at_its_place() -> None:
    new = taken(proposal(1, THREE, "States [will] report.", action=ProposalAction.INSERT_AFTER))
    shown = render_draft(draft(THREE, paragraph("d", "Last.", "4")), [new])
    assert [(one.provision.key, one.provision.label) for one in shown.provisions] == [
        ("c", "3"),
        ("p1", "3 bis"),
        ("d", "4"),
    ]
    assert shown.provisions[1].runs == (Run("States [will] report.", ADDED, "p1"),)
    assert shown.meter.brackets == shown.provisions[1].brackets == 1
    assert changes(shown) == (Change("p1", 0),)


def test_what_is_to_stand_at_the_very_beginning_is_shown_before_everything() -> None:
    new = proposal(1, None, "Recalling everything,", action=ProposalAction.INSERT_AFTER)
    shown = render_draft(draft(THREE), [new])
    assert [one.provision.key for one in shown.provisions] == ["", "c"]
    assert shown.provisions[0].alternatives[0].runs == (Run("Recalling everything,", ADDED, "p1"),)
    assert [one.key for one in clean(shown)] == ["c"]


def test_a_provision_that_the_version_before_did_not_have_is_new() -> None:
    new = paragraph("d", "States report.", "4")
    shown = render_draft(draft(THREE, new, number=2), [], before=draft(THREE))
    assert [one.runs for one in shown.provisions] == [(Run(THREE.text),), (Run(new.text, ADDED),)]


def test_what_was_deleted_before_is_shown_no_more() -> None:
    old = paragraph("c", "Gone.", "3", status=ProvisionStatus.DELETED)
    shown = render_draft(draft(old, number=2), [proposal(1, old, "Back.")], before=draft(old))
    assert (shown.provisions[0].runs, shown.provisions[0].alternatives, clean(shown)) == ((), (), ())
    assert shown.provisions[0].proposals == ("p1",)
    assert shown.provisions[0].concerns == (Concern.STALE,)
    last = render_draft(draft(THREE, number=3), [], before=draft(old, THREE))
    assert [one.provision.key for one in last.provisions] == ["c"]


def test_the_places_of_changes_are_in_the_order_in_which_they_are_read() -> None:
    row = paragraph("c", "A network", "1.1", cells=(("lead", "IOM"),))
    wishes = [
        taken(proposal(1, row, "A new network")),
        taken(proposal(2, row, "UNHCR", field="lead")),
        proposal(3, row, "A new old network"),
        proposal(4, row, action=ProposalAction.MOVE),
    ]
    assert changes(render_draft(draft(row), wishes)) == (
        Change("c", 1),
        Change("c", 0, "lead"),
        Change("c", 1, alternative=0),
        Change("c", 0, alternative=1),
    )


def test_a_draft_without_a_version_is_shown_too() -> None:
    empty = replace(draft(), version=None)
    assert render_draft(empty, [], before=empty) == RenderedDraft(empty, (), Meter())


WORDS = st.lists(st.sampled_from(["States", "à", "[", "]", "shall", "Curaçao", ",", "é"]), max_size=8).map(" ".join)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS, st.booleans()), max_size=3))
def test_every_rendering_has_the_text_before_and_the_text_after(texts: list[tuple[str, str, str, bool]]) -> None:
    before = draft(*(paragraph(str(place), text[0]) for place, text in enumerate(texts)))
    now = draft(*(paragraph(str(place), text[1]) for place, text in enumerate(texts)), number=2)
    wishes = [proposal(place + 1, now.provisions[place], text[2]) for place, text in enumerate(texts)]
    wishes = [taken(one) if text[3] else one for one, text in zip(wishes, texts, strict=True)]
    shown = render_draft(now, wishes, before=before)
    assert [rejected(one.runs) for one in shown.provisions] == [text[0] for text in texts]
    after = [one.text for one in apply_decisions(now, wishes)]
    assert [accepted(one.runs) for one in shown.provisions] == after
    assert [accepted(one.alternatives[0].runs) for one in shown.provisions if one.alternatives] == [
        text[2] for text in texts if not text[3]
    ]
    assert shown.meter == meter(now, wishes)
    assert shown.meter.brackets == sum(one.brackets for one in shown.provisions)


def test_a_proposal_has_the_number_that_is_printed_and_what_is_adopted_is_frozen() -> None:
    assert proposal(14, THREE).name == "P-014"
    version = draft().version
    assert version is not None
    assert [replace(version, decided=one).frozen for one in Decided] == [
        one in (Decided.APPROVED, Decided.AMENDED) for one in Decided
    ]
