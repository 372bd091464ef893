"""A draft in TOML: those that come with the program, written and read again, and what is wrong told with line and key."""

from datetime import UTC, datetime
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from cmc_desk.exchange.draft_toml import MOST_PROVISIONS, SHIPPED, draft_toml, read_draft_toml, shipped_draft
from cmc_desk.rules.document_kinds import DocumentKind, PlanField, ProvisionKind
from cmc_desk.rules.drafts import ACTIVITY, AREA, INDICATOR, OBJECTIVE, DraftText, DraftVersion, Provision
from cmc_desk.rules.folding import clean
from cmc_desk.rules.refusal import Refusal

HEAD = 'title = "T"\n'
SAID = st.text(max_size=30).map(lambda text: "\n".join(filter(None, map(clean, text.splitlines()))))
VERSION = DraftVersion("v", "plan", 3, "Draft 3", datetime(2019, 12, 5, tzinfo=UTC))


@pytest.mark.parametrize("key", SHIPPED)
def test_a_draft_that_comes_with_the_program_is_whole(key: str) -> None:
    found = shipped_draft(key)
    assert (found.key, found.language, found.label) == (key, "en", "Draft 1")
    assert len(found.provisions) > 20
    labels = [one.label for one in found.provisions if one.label and not one.label.startswith("(")]
    assert len(set(labels)) == len(labels)


def test_the_plan_has_areas_objectives_activities_and_indicators() -> None:
    found = shipped_draft("plan-of-action")
    assert found.kind is DocumentKind.PLAN
    levels = {one.level for one in found.provisions if one.kind in (ProvisionKind.HEADING, ProvisionKind.PLAN_ROW)}
    assert levels == {AREA, OBJECTIVE, ACTIVITY, INDICATOR}
    assert all(one.kind is ProvisionKind.PLAN_ROW for one in found.provisions if one.level >= ACTIVITY)
    for above, below in zip(found.provisions, found.provisions[1:], strict=False):
        assert below.level <= above.level + 1


@settings(max_examples=25, deadline=None)
@given(text=SAID.filter(bool), label=st.text(max_size=8).map(clean), cell=SAID)
def test_what_was_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, text: str, label: str, cell: str
) -> None:
    row = Provision("b", ProvisionKind.PLAN_ROW, text, level=3, cells=((PlanField.MEANS, cell),) if cell else ())
    written = DraftText(
        "plan",
        "T",
        "T",
        DocumentKind.PLAN,
        "CMC/1",
        "es",
        VERSION,
        (Provision("a", ProvisionKind.HEADING, text, label), row),
    )
    path = tmp_path_factory.getbasetemp() / "draft.toml"
    path.write_text(draft_toml(written), encoding="utf-8", newline="")
    found = read_draft_toml(path)
    assert (found.key, found.kind, found.symbol, found.language, found.label) == (
        "plan",
        DocumentKind.PLAN,
        "CMC/1",
        "es",
        "Draft 3",
    )
    assert [(one.replaces, one.kind, one.text, one.label, one.level, one.cells) for one in found.provisions] == [
        (one.key, one.kind, one.text, one.label, one.level, one.cells) for one in written.provisions
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "title: is missing"),
        (HEAD, "provisions: is missing"),
        (HEAD + "[[provisions]]\n", "line 2, provisions[1].text: is missing"),
        (HEAD + '[[provisions]]\ntext = " "\n', "line 3, provisions[1].text: must not be empty"),
        (HEAD + '[[provisions]]\ntext = "A"\nkind = "chapter"\n', "line 4, provisions[1].kind"),
        (HEAD + '[[provisions]]\ntext = "A"\nlevel = 0\n', "0 is below 1"),
        (HEAD + '[[provisions]]\ntext = "A"\nlevel = 10\n', "10 is deeper than 9"),
        (HEAD + f'[[provisions]]\ntext = "A"\nlabel = "{"1" * 41}"\n', "at most 40 letters"),
        (HEAD + '[[provisions]]\ntext = "A"\ncells = { lead = "JM" }\n', "only a plan row has cells"),
        (HEAD + '[[provisions]]\ntext = "A"\nkind = "plan row"\ncells = { colour = "red" }\n', "colour"),
        (HEAD + '[[provisions]]\ntext = "A"\nid = "x"\n[[provisions]]\ntext = "B"\nid = "x"\n', "stands here twice"),
        (HEAD + 'key = "No Key"\n[[provisions]]\ntext = "A"\n', "“No Key” is no key"),
        (HEAD + 'language = "de"\n[[provisions]]\ntext = "A"\n', "none of the languages"),
        (HEAD + "provisions = 3\n", "a list in square brackets"),
        (HEAD + "x = " + "[" * 5000 + "]" * 5000, "nested too deep"),
        (HEAD + "[[provisions]\n", "line 2"),
        ("\0", "is not a draft in TOML"),
    ],
)
def test_what_is_wrong_is_told_in_one_sentence_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "draft.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        read_draft_toml(path)
    assert told in refused.value.sentence


def test_a_file_of_somebody_elses_making_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "draft.toml"
    with pytest.raises(Refusal, match="no file"):
        read_draft_toml(path)
    with pytest.raises(Refusal, match="folder"):
        read_draft_toml(tmp_path)
    path.write_text(HEAD + '[[provisions]]\ntext = "A"\n' * (MOST_PROVISIONS + 1), encoding="utf-8")
    with pytest.raises(Refusal, match="at most 5000"):
        read_draft_toml(path)
