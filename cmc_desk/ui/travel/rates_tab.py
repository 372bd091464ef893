"""What the money rests on: policies, daily rates, rates of exchange, and what the meeting has settled about travel."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.setup.section import Section
from cmc_desk.ui.travel.policy_section import PolicySection
from cmc_desk.ui.travel.rate_sections import DailyRatesSection, ExchangeRatesSection
from cmc_desk.ui.travel.settings_section import SettingsSection
from cmc_desk.ui.travel.tab import Tab, not_saved
from cmc_desk.ui.travel.tab_bar import TabBar


class RatesTab(Tab):
    """Sections as those of Setup: a table, a form, saved line by line, undone line by line."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.sections: dict[str, Section] = {
            "policies": PolicySection(context),
            "daily": DailyRatesSection(context),
            "exchange": ExchangeRatesSection(context),
            "settings": SettingsSection(context),
        }
        self._shown = "policies"
        self.kinds = Segment(
            [
                Option("policies", _("Policies")),
                Option("daily", _("Daily rates")),
                Option("exchange", _("Rates of exchange")),
                Option("settings", _("Settings of travel")),
            ],
            name=_("What the money rests on"),
        )
        self.kinds.chosen.connect(self.show_section)
        self._stack = QStackedWidget()
        for section in self.sections.values():
            self._stack.addWidget(section)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(TabBar(left=self.kinds))
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.sections["policies"])

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return self.sections[self._shown]

    def keys(self) -> Sequence[tuple[str, str]]:
        return self.section.keys()

    def reload(self) -> None:
        self.section.reload()

    def leave(self) -> bool:
        return self.section.leave()

    def show_section(self, key: str) -> None:
        """Show a section, once what was typed in the other is saved."""
        if key == self._shown:
            return
        if not self.section.leave():
            self.kinds.choose(self._shown)
            self.context.say("amber", _("Not left: "), not_saved())
            return
        self._shown = key
        self.kinds.choose(key)
        self._stack.setCurrentWidget(self.section)
        self.setFocusProxy(self.section)
        self.section.reload()
