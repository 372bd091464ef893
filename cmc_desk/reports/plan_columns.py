"""The columns of a plan of action on wide pages: which there are, what they are called, how wide they are."""

from dataclasses import dataclass
from gettext import NullTranslations

from cmc_desk.reports.draft_facts import DraftPaper, field_words, plan_fields
from cmc_desk.reports.draft_styles import WIDE
from cmc_desk.rules.document_kinds import PlanField, ProvisionKind
from cmc_desk.rules.drafts import INDICATOR, Provision

# How much of a page a column asks for beside the others.
_LABEL, _TEXT, _USUAL = 1.1, 4.2, 2.0
_NARROW = {PlanField.PRIORITY: 1.4, PlanField.STATUS: 1.6, PlanField.LEAD: 1.7}


@dataclass(frozen=True, slots=True)
class PlanColumn:
    """A column: `field` is that of the provision, empty for its text; `of_indicators` tells the texts of indicators from those of activities."""

    head: str
    millimetres: float
    field: str = ""
    is_label: bool = False
    of_indicators: bool = False


def plan_columns(content: DraftPaper, texts: NullTranslations) -> tuple[PlanColumn, ...]:
    """Return the columns of the plan: number, activity, indicator where there are any, and each field in which anything stands."""
    _ = texts.gettext
    rows = [one.provision for one in content.draft.provisions if one.provision.kind is ProvisionKind.PLAN_ROW]
    fields = plan_fields(content)
    asked = [
        _LABEL,
        _TEXT,
        *([_TEXT * 0.8] if any(map(is_indicator, rows)) else []),
        *(_NARROW.get(PlanField(one), _USUAL) for one in fields),
    ]
    share = WIDE / sum(asked)
    columns = [
        PlanColumn(_("No."), _LABEL * share, is_label=True),
        PlanColumn(_("Activity"), _TEXT * share),
    ]
    if any(map(is_indicator, rows)):
        columns.append(PlanColumn(_("Indicator"), _TEXT * 0.8 * share, of_indicators=True))
    columns += [
        PlanColumn(field_words(one, texts), _NARROW.get(PlanField(one), _USUAL) * share, field=one) for one in fields
    ]
    return tuple(columns)


def is_indicator(provision: Provision) -> bool:
    """Return whether a row is an indicator of the activity above it."""
    return provision.kind is ProvisionKind.PLAN_ROW and provision.level >= INDICATOR
