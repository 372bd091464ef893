"""The report of the final outcomes as a tree, built of its facts in the language of the paper."""

from collections.abc import Iterator
from gettext import NullTranslations

from cmc_desk.reports.dates import date_range
from cmc_desk.reports.outcome_annexes import annexes
from cmc_desk.reports.outcome_closing import closing, next_steps
from cmc_desk.reports.outcome_documents import documents
from cmc_desk.reports.outcome_facts import OutcomeFacts
from cmc_desk.reports.outcome_organisation import organisation
from cmc_desk.reports.outcome_proceedings import proceedings
from cmc_desk.reports.outcome_results import results, summary
from cmc_desk.reports.outcome_words import title
from cmc_desk.rules.report_blocks import Block, Cover

__all__ = ["blocks_of", "title"]
_LANGUAGES = {"en": "English", "es": "Español", "fr": "Français", "nl": "Nederlands"}


def blocks_of(facts: OutcomeFacts, texts: NullTranslations) -> tuple[Block, ...]:
    """Return the blocks of the report in their order, without numbers; `rules.report_numbers` gives them theirs."""
    return tuple(_blocks(facts, texts))


def _blocks(facts: OutcomeFacts, texts: NullTranslations) -> Iterator[Block]:
    yield _cover(facts, texts)
    yield from summary(facts, texts)
    yield from results(facts, texts)
    yield from organisation(facts, texts)
    yield from proceedings(facts, texts)
    yield from documents(facts, texts)
    yield from next_steps(facts, texts)
    yield from closing(facts, texts)
    yield from annexes(facts, texts)


def _cover(facts: OutcomeFacts, texts: NullTranslations) -> Cover:
    span = date_range(facts.days[0], facts.days[-1], texts) if facts.days else ""
    return Cover(
        key="cover",
        title=title(texts),
        meeting=facts.meeting,
        subtitle=facts.subtitle,
        place_and_dates=", ".join(part for part in (facts.city, span) if part),
        host=facts.host,
        status=facts.status,
        remark=facts.remark,
        language=_LANGUAGES.get(facts.language, facts.language),
    )
