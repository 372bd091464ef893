"""What was typed in a paragraph of the report and not kept: it stands there again for whoever comes back to it."""

from cmc_desk.desk.report_sight import ReportSight
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.report_blocks import Para
from cmc_desk.ui.context import Context
from cmc_desk.ui.report.block_pane import BlockPane


class PutBy:
    """The words of the paragraphs of one editor, by the text of the report they were typed in."""

    def __init__(self, context: Context, pane: BlockPane) -> None:
        self._context = context
        self._pane = pane
        # By language, naming and block, with what the paragraph said then.
        self._typed: dict[tuple[str, bool, str], tuple[str, str]] = {}

    def put(self, sight: ReportSight | None) -> None:
        """Put by what is typed in the paragraph that is shown, if anything is."""
        para = self._pane.block
        if sight is not None and self._pane.dirty and isinstance(para, Para):
            self._typed[_place(sight, para)] = self._pane.typed(), para.text
            self._pane.forget()
            self._context.say("notice", _("Not saved: "), _("what you typed stands here again when you come back."))

    def bring_back(self, sight: ReportSight | None) -> None:
        """Bring back what was put by of the paragraph that is shown."""
        pane, para = self._pane, self._pane.block
        if sight is None or pane.dirty or pane.text.isReadOnly() or not isinstance(para, Para):
            return
        found = self._typed.pop(_place(sight, para), None)
        if found is None:
            return
        typed, before = found
        pane.write(typed)
        said = _("What you typed here before stands in it again.")
        if before == para.text:
            self._context.say("notice", said)
        else:
            self._context.say(
                "amber", said, "", " " + _("Meanwhile the paragraph says something else: Ctrl+Z shows it.")
            )


def _place(sight: ReportSight, para: Para) -> tuple[str, bool, str]:
    return sight.standing.language, sight.standing.attributed, para.key
