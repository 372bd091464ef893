"""The rooms beside the plenary and the lists of speakers of a meeting file."""

from datetime import timedelta

from cmc_desk.exchange.toml_table import Table, suggestion
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_plan import ListOrder, SpeakerCategory, Topic, Track

_CHANGEOVER = timedelta(seconds=20)


def read_tracks(root: Table) -> tuple[Track, ...]:
    """Return the rooms below `[tracks]`, in their order."""
    tracks = []
    for key, table in root.named_tables("tracks"):
        table.check_own_key()
        tracks.append(Track(key, table.text("name", needed=True), table.text("place")))
        table.finish()
    return tuple(tracks)


def read_topics(root: Table) -> tuple[Topic, ...]:
    """Return the lists of speakers below `[topics]`."""
    topics = []
    for key, table in root.named_tables("topics"):
        table.check_own_key()
        changeover = table.limit("changeover")
        topics.append(
            Topic(
                key=key,
                title=table.text("title", needed=True),
                limits=_limits(table.table("limits")),
                changeover=_CHANGEOVER if changeover is None else changeover,
                kept=table.length("kept") or timedelta(),
                order=table.choice("order", ListOrder, default=ListOrder.REQUEST),
                closed=table.flag("closed"),
            )
        )
        table.finish()
    return tuple(topics)


def _limits(table: Table) -> dict[SpeakerCategory, timedelta]:
    found: dict[SpeakerCategory, timedelta] = {}
    categories = {category.value: category for category in SpeakerCategory}
    for name in table.names():
        limit = table.limit(name)
        if name not in categories:
            hint = suggestion(name, categories)
            sentence = _("“{text}” is none of: {values}").format(text=name, values=", ".join(categories))
            table.problem(name, sentence + (f" ({hint})" if hint else ""))
        elif limit == timedelta():
            table.problem(name, _("a limit is longer than nothing"))
        elif limit is not None:
            found[categories[name]] = limit
    return found
