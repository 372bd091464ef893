"""Recommendations: written in four languages, numbered, put in order, and read out."""

from dataclasses import replace
from datetime import date

import pytest

from cmc_desk.desk import approval, readouts, recommendations
from cmc_desk.desk.desk import Desk
from cmc_desk.rules.note_kinds import Attribution, EntryKind, Section
from cmc_desk.rules.notes import Written
from cmc_desk.rules.refusal import Refusal
from tests.desk.note_hands import ITEM
from tests.desk.readout_hands import AGREED, KEY, read, spoken, write

ABOUT = {"en": "designate a focal point", "fr": "établir un point focal"}


def put(desk: Desk, words: str = "", **more: object) -> str:
    facts: dict[str, object] = {
        "verb": "recommends",
        "addressee": "participating States",
        "objects": {"en": words} if words else ABOUT,
    }
    return desk.do(recommendations.put_recommendation, **(facts | more))  # type: ignore[arg-type] # what a test wants


def numbered(desk: Desk) -> list[tuple[int, str]]:
    said = desk.read(recommendations.sentences, language="en")
    return [(one.number, said[one.key].split()[-1]) for one in desk.read(recommendations.recommendations)]


def test_a_recommendation_is_a_sentence_in_every_language_that_was_written(desk: Desk) -> None:
    key = put(
        desk, addressee="HT", deadline=date(2020, 3, 31), deadline_words={"fr": "avant la réunion de 2020"}, item=ITEM
    )
    assert desk.read(recommendations.sentences, language="en") == {
        key: "The Meeting recommends that Haiti designate a focal point by 31 March 2020."
    }
    assert desk.read(recommendations.sentences, language="fr") == {
        key: "La Réunion recommande à Haïti d’établir un point focal avant la réunion de 2020."
    }
    assert desk.read(recommendations.sentences, language="nl") == {key: ""}
    assert desk.read(recommendations.sentences, language="nl", fallback=True)[key].startswith("The Meeting")
    (found,) = desk.read(recommendations.recommendations)
    assert (found.number, found.item, found.objects, found.deadline) == (
        1,
        ITEM,
        tuple(ABOUT.items()),
        date(2020, 3, 31),
    )


def test_a_recommendation_that_lacks_a_language_is_told_in_another_one(desk: Desk) -> None:
    french = put(desk, objects={"fr": "établir un point focal"}, item=ITEM)
    assert desk.read(recommendations.sentences, language="nl", fallback=True)[french].startswith("La Réunion")
    assert spoken(desk)[0].startswith("La Réunion")


def test_recommendations_are_numbered_as_they_come_and_put_in_another_order(desk: Desk) -> None:
    one, two, three = (put(desk, words) for words in ("one", "two", "three"))
    assert desk.do(recommendations.renumber_recommendations, order=(three, one, two)) == (one, two, three)
    assert numbered(desk) == [(1, "three."), (2, "one."), (3, "two.")]
    desk.undo()
    assert numbered(desk) == [(1, "one."), (2, "two."), (3, "three.")]
    with pytest.raises(Refusal, match="meanwhile"):
        desk.do(recommendations.renumber_recommendations, order=(one, two))


def test_what_is_removed_leaves_no_gap_and_comes_back_where_it_was(desk: Desk) -> None:
    one, two, _three = (put(desk, words) for words in ("one", "two", "three"))
    desk.do(recommendations.remove_recommendation, recommendation=one)
    desk.do(recommendations.remove_recommendation, recommendation=two)
    assert numbered(desk) == [(1, "three.")]
    put(desk, "four")
    desk.undo()
    desk.undo()
    desk.undo()
    assert numbered(desk) == [(1, "one."), (2, "two."), (3, "three.")]
    with pytest.raises(Refusal, match="in the list already"):
        desk.do(recommendations.bring_back_recommendation, recommendation=one, number=1)
    desk.do(recommendations.remove_recommendation, recommendation=two)
    with pytest.raises(Refusal, match="was removed"):
        desk.do(recommendations.remove_recommendation, recommendation=two)
    desk.do(recommendations.bring_back_recommendation, recommendation=two, number=99)
    assert numbered(desk) == [(1, "one."), (2, "three."), (3, "two.")]
    desk.undo()
    assert numbered(desk) == [(1, "one."), (2, "three.")]


def test_a_recommendation_is_written_anew_and_undone(desk: Desk) -> None:
    key = put(desk, "one")
    assert put(desk, "two", key=key, texts={"fr": "À la main."}) == key
    assert numbered(desk) == [(1, "two.")]
    assert desk.read(recommendations.sentences, language="fr") == {key: "À la main."}
    desk.undo()
    assert numbered(desk) == [(1, "one.")]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"verb": "shouts"}, "verb"),
        ({"objects": {"en": " "}}, "objects"),
        ({"objects": {"pt": "x"}}, "objects"),
        ({"verb": "requests", "addressee": ""}, "addressee"),
        ({"addressee": "nobody"}, "addressee"),
        ({"texts": {"xx": "x"}}, "texts"),
        ({"deadline_words": {"xx": "x"}}, "deadline_words"),
    ],
)
def test_what_is_missing_is_said_beside_its_field(desk: Desk, facts: dict[str, object], field: str) -> None:
    with pytest.raises(Refusal) as refused:
        put(desk, "", **facts)
    assert refused.value.field == field
    assert desk.read(recommendations.recommendations) == ()


def test_some_need_nobody_to_go_to(desk: Desk) -> None:
    noted = put(desk, "the report", verb="takes note", addressee="")
    whole = put(desk, objects={}, texts={"en": "By hand."}, addressee="")
    assert desk.read(recommendations.sentences, language="en") == {
        noted: "The Meeting takes note of the report.",
        whole: "By hand.",
    }


def test_what_was_decided_is_reopened_before_it_is_changed(desk: Desk) -> None:
    key = put(desk)
    desk.do(approval.approve, recommendation=key)
    with pytest.raises(Refusal, match="decided already"):
        put(desk, "two", key=key)
    with pytest.raises(Refusal, match="decided already"):
        desk.do(recommendations.remove_recommendation, recommendation=key)


def test_a_recommendation_of_an_item_is_read_out_with_it(desk: Desk) -> None:
    write(desk, AGREED)
    key = put(desk, item=ITEM)
    put(desk, "elsewhere", item="opening")
    found = read(desk)
    assert [(line.section, line.text) for line in found.lines][1:] == [
        (
            Section.RECOMMENDATIONS,
            "The Meeting recommends that participating States, countries and territories designate a focal point.",
        )
    ]
    assert found.lines[1].sources == (f"rec:{key}",)
    desk.do(readouts.rewrite_line, readout=KEY, line=found.lines[1].key, text="A focal point.")
    put(desk, "something else", key=key, item=ITEM)
    assert read(desk).lines[1].stale


def test_the_sentence_stands_for_the_entry_of_which_it_was_made(desk: Desk) -> None:
    entry, secret, said = write(
        desk,
        Written(text="Focal points!", kind=EntryKind.RECOMMENDATION, delegation="HT"),
        replace(AGREED, attribution=Attribution.INTERNAL),
        Written(text="Only said.", delegation="HT"),
    )
    assert spoken(desk) == ["Focal points!"]
    put(desk, entry=entry)
    put(desk, "keep data", entry=secret)
    key = put(desk, "meet again", entry=said)
    assert [line.text.split("territories ")[1] for line in read(desk).lines] == [
        *("designate a focal point.", "meet again.", "keep data.")
    ]
    assert desk.read(readouts.names_left, key=KEY, attributed=False) == ()
    desk.do(approval.defer, recommendation=key)
    assert [line.section for line in read(desk).lines] == [
        *(Section.RECOMMENDATIONS, Section.RECOMMENDATIONS, Section.OPEN_POINTS)
    ]
    group = read(desk, readouts.group_key(ITEM))
    assert [line.section.value for line in group.lines] == ["key issues", "way forward", "way forward"]
