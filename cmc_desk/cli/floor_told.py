"""What the verb of the list of speakers answers."""

from datetime import timedelta

from cmc_desk.cli.floor_asked import Asked
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.floor_words import STATE_WORDS


def stands(asked: Asked, entry: str) -> str:
    """Return where an entry stands now: its delegation, and its state."""
    scene = asked.scene
    speech = scene.speech(entry)
    return f"{scene.name(speech)} · {_(STATE_WORDS[speech.state])}"


def seconds(length: timedelta | None) -> int | None:
    """Return a length in whole seconds; nothing of none."""
    return None if length is None else length // timedelta(seconds=1)
