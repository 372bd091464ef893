"""Equal papers have equal asks, versions are counted, files are named so that every system keeps them."""

from dataclasses import fields
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.papers import (
    Ask,
    Format,
    Making,
    Naming,
    PaperState,
    file_name,
    heeded,
    item_asked,
    next_version,
    paper_state,
)

AT = datetime(2019, 12, 5, 14, 12, tzinfo=UTC)
EVERYTHING = Ask(
    language="es",
    second="fr",
    session="opening",
    day="2019-12-05",
    only="JM",
    final=True,
    at=AT,
    sessions_needed=3,
    days_needed=2,
    persons=True,
    flags=False,
    blanks=12,
    naming=Naming.NOT_ATTRIBUTED,
    issue=3,
    until="2019-12-13",
)
NAMES = frozenset(field.name for field in fields(Ask)) - {"language"}


def test_what_a_paper_does_not_heed_is_as_if_it_had_not_been_asked() -> None:
    assert heeded(EVERYTHING, NAMES) == EVERYTHING
    assert heeded(EVERYTHING, ()) == Ask(language="es")
    assert heeded(EVERYTHING, {"only", "flags"}) == Ask(language="es", only="JM", flags=False)


def test_a_session_may_name_what_a_working_group_of_it_reports() -> None:
    asked = ("discussion", "group:discussion", "group:discussion/A/b", "")
    assert [item_asked(Ask(session=one)) for one in asked] == ["discussion", "discussion", "discussion", ""]
    assert (
        file_name("summary", Ask(session="group:discussion/A"), 1, Format.PDF) == "summary group_discussion_A en v1.pdf"
    )


def test_a_second_language_that_is_the_first_is_none() -> None:
    assert heeded(Ask(language="fr", second="fr"), {"second"}) == Ask(language="fr")
    assert heeded(Ask(language="fr", second="en"), {"second"}).second == "en"


@given(st.frozensets(st.sampled_from(sorted(NAMES))))
def test_heeding_twice_changes_nothing_more(asks: frozenset[str]) -> None:
    once = heeded(EVERYTHING, asks)
    assert heeded(once, asks) == once


def test_the_first_version_is_1_and_each_change_counts_one_more() -> None:
    assert next_version((), Format.PDF, "a") == 1
    made = [Making(1, Format.PDF, "a"), Making(2, Format.PDF, "b")]
    assert next_version(made, Format.PDF, "c") == 3
    assert next_version(made, Format.PDF, "b") == 3, "the same again is a version of its own: each is kept"


def test_the_same_in_another_form_is_the_same_version() -> None:
    made = [Making(1, Format.PDF, "a"), Making(2, Format.PDF, "b")]
    assert next_version(made, Format.DOCX, "b") == 2
    assert next_version(made, Format.DOCX, "a") == 3, "an older one does not come back"
    assert next_version([*made, Making(2, Format.DOCX, "b")], Format.DOCX, "b") == 3


@given(st.lists(st.tuples(st.sampled_from(Format), st.sampled_from("abc")), max_size=12))
def test_versions_never_go_back_and_no_form_has_one_twice(steps: list[tuple[Format, str]]) -> None:
    made: list[Making] = []
    for form, source in steps:
        version = next_version(made, form, source)
        assert version >= max((one.version for one in made), default=1)
        assert (version, form) not in {(one.version, one.form) for one in made}
        assert {one.source for one in made if one.version == version} <= {source}
        made.append(Making(version, form, source))


def test_a_paper_is_current_while_its_content_is_the_same() -> None:
    assert paper_state("a", "a") is PaperState.CURRENT
    assert paper_state("a", "b") is PaperState.CHANGED


def test_a_file_says_what_it_is_and_which_version() -> None:
    assert file_name("name-plates", Ask(), 2, Format.PDF) == "name-plates en v2.pdf"
    assert file_name("signatures", Ask(day="2019-12-06"), 1, Format.PDF) == "signatures 2019-12-06 en v1.pdf"
    assert file_name("participants", Ask("es", "fr", final=True), 3, Format.DOCX) == "participants final es-fr v3.docx"
    assert file_name("certificates", Ask(only="JM", sessions_needed=3), 1, Format.PDF) == "certificates JM 3s en v1.pdf"
    assert file_name("certificates", Ask(days_needed=2), 1, Format.PDF) == "certificates 2d en v1.pdf"
    assert file_name("plates", Ask(persons=True, flags=False), 1, Format.PDF) == "plates persons no-flags en v1.pdf"
    assert file_name("quorum", Ask(at=AT), 1, Format.PDF) == "quorum 2019-12-05 1412 en v1.pdf"


@given(st.text(max_size=20), st.text(max_size=20))
def test_no_file_has_a_name_that_a_system_refuses(session: str, only: str) -> None:
    name = file_name("paper", Ask(session=session, only=only), 1, Format.PDF)
    assert not set(name) & set('/\\:*?"<>|\0\n\t')
