"""The secretariat's own hand: a provision is written anew, added, or put elsewhere, in a version that nobody has yet."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from cmc_desk.desk.draft_acts import add_provision, edit_provision, move_provision
from cmc_desk.desk.draft_rows import digest_of_provision
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import DocumentKind, PlanField, ProvisionKind
from cmc_desk.rules.drafts import Provision
from cmc_desk.ui.context import Context
from cmc_desk.ui.documents.doc_form import DocForm, Said
from cmc_desk.ui.documents.words import FIELDS, KINDS, first_words, named
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.written_text import WrittenLine

_LEVELS = tuple(map(str, range(1, 10)))


class ProvisionForm(DocForm):
    """The fields of a provision; those of a plan's row are there where it is one."""

    def __init__(self, context: Context, title: str, *, does: str, parent: QWidget | None = None) -> None:
        super().__init__(context, title, does=does, parent=parent)
        self.kind = Combo([(one.value, _(words)) for one, words in KINDS.items()])
        self.kind.picked.connect(self._on_kind)
        self.add_text("text", _("Text"), lines=7)
        self.add(
            ("label", Field(_("Number"), WrittenLine())),
            ("kind", Field(_("What it is"), self.kind)),
            ("level", Field(_("Level"), Combo([(one, one) for one in _LEVELS]))),
            shares=(2, 4, 2),
        )
        for name in PlanField:
            self.add((name.value, Field(_(FIELDS[name]), WrittenLine())))

    def topic(self) -> tuple[str, ...]:
        return self.about.text.key, self.about.key

    def restored(self, beside: Mapping[str, Any]) -> None:
        del beside
        self._on_kind(self.kind.key())

    def written(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return what is told to the command."""
        row = values["kind"] == ProvisionKind.PLAN_ROW.value
        cells = {name.value: values[name.value] for name in PlanField if values[name.value]}
        return {
            "text": values["text"],
            "label": values["label"],
            "kind": ProvisionKind(values["kind"]),
            "level": int(values["level"]),
            "cells": cells if row else {},
        }

    def of_provision(self, provision: Provision, *, text: str, kept: bool) -> dict[str, Any]:
        """Return what stands in the fields of a provision."""
        self._on_kind(provision.kind.value)
        cells = dict(provision.cells)
        return {
            "text": text,
            "label": provision.label if kept else "",
            "kind": provision.kind.value,
            "level": str(min(len(_LEVELS), provision.level)),
            **{name.value: cells.get(name.value, "") if kept else "" for name in PlanField},
        }

    def _on_kind(self, kind: str) -> None:
        for name in PlanField:
            self.field(name.value).setVisible(kind == ProvisionKind.PLAN_ROW.value)


class EditProvisionForm(ProvisionForm):
    """The provision that is open is written anew."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Edit the text"), does=_("Save"), parent=parent)

    def intro_words(self) -> str:
        return _("What the secretariat corrects itself. Proposals to the text before are marked: the text has changed.")

    def first_values(self) -> dict[str, Any]:
        one = self.about.provision
        provision = one.provision if one is not None else Provision("", ProvisionKind.PARAGRAPH, "")
        kept = self.about.text.provision(provision.key) or provision
        return self.of_provision(kept, text=kept.text, kept=True)

    def store(self, values: dict[str, Any]) -> Said | None:
        one = self.about.provision
        if one is None:
            return None
        kept = self.about.text.provision(one.provision.key) or one.provision
        changed, told = self.changes(), self.written(values)
        # What nobody typed stays letter by letter as it stands.
        touched = {name for name in told if name in changed}
        if "kind" in touched or any(name.value in changed for name in PlanField):
            touched.add("cells")
            as_kept = {name: words for name, words in kept.cells if name not in changed}
            told["cells"] = {**told["cells"], **as_kept} if told["kind"] is ProvisionKind.PLAN_ROW else {}
        self.context.desk.do(
            edit_provision,
            provision=self.about.key,
            seen=digest_of_provision(kept),
            **{name: told[name] for name in touched},
        )
        return Said(_("Written anew: "), named(one.provision), provision=self.about.key)


class AddProvisionForm(ProvisionForm):
    """A provision is added after the one that is open."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Add a provision"), does=_("Add"), parent=parent)

    def intro_words(self) -> str:
        one = self.about.provision
        return _("After {number}").format(number=named(one.provision)) if one is not None else _("At the beginning")

    def first_values(self) -> dict[str, Any]:
        one = self.about.provision
        plan = self.about.text.kind is DocumentKind.PLAN
        usual = ProvisionKind.PLAN_ROW if plan else ProvisionKind.PARAGRAPH
        like = one.provision if one is not None else Provision("", usual, "")
        return self.of_provision(like, text="", kept=False)

    def store(self, values: dict[str, Any]) -> Said | None:
        about = self.about
        key = self.context.desk.do(add_provision, draft=about.text.key, after=about.key, **self.written(values))
        return Said(_("Added: "), values["label"] or first_words(values["text"], 40), provision=key)


class MoveForm(DocForm):
    """The provision that is open is put elsewhere."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Move"), does=_("Move"), parent=parent)
        self.target = Combo()
        self.add(("after", Field(_("To stand after"), self.target)))

    def prepare(self) -> None:
        others = [one for one in self.about.text.provisions if one.key != self.about.key]
        self.target.set_choices(
            [
                ("", _("At the beginning")),
                *((one.key, f"{named(one)} {first_words(one.text, 34)}") for one in others),
            ]
        )

    def topic(self) -> tuple[str, ...]:
        return self.about.text.key, self.about.key

    def intro_words(self) -> str:
        one = self.about.provision
        return f"{named(one.provision)} {first_words(one.provision.text, 60)}" if one is not None else ""

    def first_values(self) -> dict[str, Any]:
        return {"after": ""}

    def store(self, values: dict[str, Any]) -> Said | None:
        one = self.about.provision
        if one is None:
            return None
        self.context.desk.do(move_provision, provision=self.about.key, after=values["after"])
        return Said(_("Moved: "), named(one.provision), provision=self.about.key)
