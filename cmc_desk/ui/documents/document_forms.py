"""What is asked when a document is founded, circulated, made anew from what was decided, or adopted."""

from typing import Any

from PySide6.QtWidgets import QWidget

from cmc_desk.desk.draft_acts import adopt_draft, circulate_version, found_draft, next_version
from cmc_desk.desk.draft_seen import digest_of_seen
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.document_kinds import DocumentKind
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.proposals import AMENDING, TAKEN
from cmc_desk.rules.recommendation_words import LANGUAGES
from cmc_desk.ui.context import Context
from cmc_desk.ui.days import day_words
from cmc_desk.ui.documents.doc_form import DocForm, Said
from cmc_desk.ui.documents.version_words import decided_words
from cmc_desk.ui.documents.words import DOCUMENTS
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.travel.typed_days import typed_day_or_none
from cmc_desk.ui.typed_text import DECIDES, ENTER
from cmc_desk.ui.written_text import WrittenLine

_DECISIONS = (Decided.APPROVED, Decided.AMENDED, Decided.DEFERRED)


class FoundForm(DocForm):
    """A document that is added, or what is known of the one that is open (`editing`)."""

    def __init__(self, context: Context, *, editing: bool, parent: QWidget | None = None) -> None:
        title = _("Title and kind") if editing else _("New document")
        super().__init__(context, title, does=_("Save") if editing else _("Add"), parent=parent)
        self._editing = editing
        self.add(("title", Field(_("Title"), WrittenLine())))
        self.add(("short_title", Field(_("Short title"), WrittenLine(), hint=_("as it stands in lists"))))
        self.add(
            ("kind", Field(_("It is to become"), Combo([(one.value, _(words)) for one, words in DOCUMENTS.items()])))
        )
        self.add(
            ("symbol", Field(_("Symbol"), WrittenLine())),
            ("language", Field(_("Language"), Combo([(code, code.upper()) for code in LANGUAGES]))),
        )

    def topic(self) -> tuple[str, ...]:
        return super().topic() if self._editing else ()

    def first_values(self) -> dict[str, Any]:
        if not self._editing:
            language = self.context.facts.meeting.language
            return {
                "title": "",
                "short_title": "",
                "kind": DocumentKind.OTHER.value,
                "symbol": "",
                "language": language,
            }
        text = self.about.text
        return {
            "title": text.title,
            "short_title": text.short_title,
            "kind": text.kind.value,
            "symbol": text.symbol,
            "language": text.language,
        }

    def store(self, values: dict[str, Any]) -> Said | None:
        key = self.context.desk.do(
            found_draft,
            key=self.about.text.key if self._editing else "",
            title=values["title"],
            short_title=values["short_title"],
            kind=DocumentKind(values["kind"]),
            symbol=values["symbol"],
            language=values["language"],
        )
        before = _("Changed: ") if self._editing else _("Added: ")
        return Said(before, values["short_title"] or values["title"], document=key)


class CirculateForm(DocForm):
    """The version goes to the delegations; from then on its text stays as they have it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Circulate for comments"), does=_("Circulated"), parent=parent)
        self.add(("comments_until", Field(_("Comments until"), WrittenLine(), hint=_("a date; empty: no deadline"))))

    def intro_words(self) -> str:
        version = self.about.text.version
        label = version.label if version is not None else ""
        return _("{version} goes to the delegations: from then on its text stays as they have it.").format(
            version=label
        )

    def first_values(self) -> dict[str, Any]:
        return {"comments_until": ""}

    def store(self, values: dict[str, Any]) -> Said | None:
        near = self.context.facts.meeting.local(self.context.now()).date()
        until = typed_day_or_none(values["comments_until"], near=near, field="comments_until")
        self.context.desk.do(circulate_version, draft=self.about.text.key, comments_until=until)
        after = _(" · comments until {day}").format(day=day_words(until)) if until is not None else ""
        return Said(_("Circulated: "), self.about.text.short_title, after)


class NextForm(DocForm):
    """What was decided goes into the next version; what was not stays before the meeting."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Next version"), does=_("Make it"), parent=parent)
        self.add(("label", Field(_("It is called"), WrittenLine(), hint=_("empty: the next number"))))

    def intro_words(self) -> str:
        number = self.about.text.version.number if self.about.text.version is not None else 0
        found = [one for one in self.about.proposals.values() if one.action in AMENDING]
        taken = len(
            [one for one in found if one.decision in TAKEN and not one.applied_in and one.base_version <= number]
        )
        live = len([one for one in found if one.live])
        goes = ngettext("{number} proposal goes into the text.", "{number} proposals go into the text.", taken)
        stays = ngettext("{number} stays before the meeting.", "{number} stay before the meeting.", live)
        return f"{goes.format(number=taken)} {stays.format(number=live)}"

    def first_values(self) -> dict[str, Any]:
        return {"label": ""}

    def store(self, values: dict[str, Any]) -> Said | None:
        self.context.desk.do(next_version, draft=self.about.text.key, label=values["label"])
        return Said(_("The next version of "), self.about.text.short_title, document=self.about.text.key)


class AdoptForm(DocForm):
    """What the meeting did with the document; what is approved is frozen."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Adopt or defer"), does=_("Record it"), parent=parent)
        choices = [(one.value, decided_words(one)) for one in _DECISIONS]
        self.add(("decided", Field(_("The meeting"), Combo(choices))))
        reason = WrittenLine()
        reason.setProperty(ENTER, DECIDES)
        self.add(("reason", Field(_("Why, or what was said to it"), reason)))

    def intro_words(self) -> str:
        meter = self.about.draft.meter
        left = meter.bracketed + meter.open
        words = ngettext("{number} provision is not agreed.", "{number} provisions are not agreed.", left)
        return words.format(number=left) if left else _("Everything is agreed.")

    def first_values(self) -> dict[str, Any]:
        return {"decided": Decided.APPROVED.value, "reason": ""}

    def store(self, values: dict[str, Any]) -> Said | None:
        decided = Decided(values["decided"])
        about = self.about
        self.context.desk.do(
            adopt_draft,
            draft=about.text.key,
            decided=decided,
            reason=values["reason"],
            seen=digest_of_seen(about.text.provisions, about.proposals.values()),
        )
        now = self.context.facts.clock(self.context.now())
        return Said(
            f"{self.about.text.short_title}: ", decided_words(decided), f" · {now}", document=self.about.text.key
        )
