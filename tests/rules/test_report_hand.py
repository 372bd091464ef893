"""What was written by hand in one text of the report is told of those in which it is not."""

from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.report_blocks import Heading, Para, ReportTree
from cmc_desk.rules.report_hand import lost_words, not_by_hand
from cmc_desk.rules.report_standing import Edition

EN, ES = Edition("en"), Edition("es")
BLOCKS = (
    Heading("h", "Summary"),
    Para("a", "Five came.", label="1.", written=True),
    Para("b", "They met.", label="2."),
    Para("c", "They parted as friends.", written=True),
    Para("d", "Nobody reads this.", written=True, left_out=True),
)
TREE = ReportTree("Report", "en", True, ReportStatus.SIGNED_OFF, BLOCKS)  # noqa: FBT003 - a field


def test_paragraphs_by_hand_are_the_sources_where_nobody_wrote_them() -> None:
    written = {EN: frozenset("acd"), ES: frozenset("a")}
    assert [one.key for one in not_by_hand(TREE, written, ES)] == ["c"]
    assert [one.key for one in not_by_hand(TREE, written, Edition("en", attributed=False))] == ["a", "c"]
    assert not_by_hand(TREE, written, EN) == ()


def test_they_are_told_by_their_numbers_or_their_words() -> None:
    left = not_by_hand(TREE, {}, ES)
    said = lost_words("es", left)
    assert said == ("es: 2 paragraphs written by hand say there what the sources say (1, They parted as friends.).")
    assert lost_words("es", left[:1]).startswith("es: 1 paragraph written by hand says there")
    assert lost_words("es", left * 4).endswith(", …).")
    assert lost_words("es", ()) == ""
