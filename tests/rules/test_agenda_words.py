"""The words of files for kinds, rooms, lists of speakers and drafts."""

import pytest

from cmc_desk.rules.agenda_plan import EndKind, Track
from cmc_desk.rules.agenda_words import choice_of, documents_of, kind_of, kind_told, topic_of, track_of
from cmc_desk.rules.meeting import DocumentPlan, ItemKind
from cmc_desk.rules.refusal import Refusal


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Lunch", ItemKind.LUNCH),
        ("Coffee break and official group photo", ItemKind.PHOTO),
        ("Coffee Break", ItemKind.BREAK),
        ("Pausa para el café", ItemKind.BREAK),
        ("Arrival and registration", ItemKind.REGISTRATION),
        ("Palabras de bienvenida", ItemKind.OPENING),
        ("Clôture", ItemKind.CLOSING),
        ("Adoption of the declaration", ItemKind.APPROVAL),
        ("Summary of Day 1", ItemKind.SUMMARY),
        ("Discussion of the draft", ItemKind.DISCUSSION),
        ("Regional context", ItemKind.PRESENTATION),
        ("", ItemKind.PRESENTATION),
    ],
)
def test_a_title_tells_its_kind(title: str, kind: ItemKind) -> None:
    assert kind_told(title) is kind


def test_words_are_found_without_capitals_and_accents() -> None:
    tracks = (Track("room-a", "Salón Azul"),)
    assert kind_of("BREAK") is ItemKind.BREAK
    assert choice_of(EndKind, "By length") is EndKind.LENGTH
    assert [track_of(text, tracks) for text in ("", "Plenary", "salon azul", "Room-A")] == ["", "", "room-a", "room-a"]
    assert topic_of("Priorities", [("p", "Priorities")]) == "p"
    drafts = (DocumentPlan("plan", "Regional Plan of Action", "Plan of Action"),)
    assert documents_of(("PLAN", "plan of action", "Regional plan of action"), drafts) == ("plan",) * 3


def test_words_that_nobody_knows_are_refused() -> None:
    with pytest.raises(Refusal, match="“ceremony” is no kind of item: registration, opening"):
        kind_of("ceremony")
    with pytest.raises(Refusal, match="“later” is none of: by length"):
        choice_of(EndKind, "later")
    with pytest.raises(Refusal, match="No room is called “Room B”: add it first"):
        track_of("Room B", ())
    with pytest.raises(Refusal, match="No list of speakers is called “x”"):
        topic_of("x", [("p", "Priorities")])
    with pytest.raises(Refusal, match="No draft is called “x”"):
        documents_of(("x",), ())
