"""The messages that a key puts on the screens of the room; each can be worded anew on this computer."""

import json

from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.folding import clean
from cmc_desk.ui.settings import said, say

LONGEST = 240
_USUAL = (
    N_("Please slow down for the interpreters"),
    N_("Please speak into the microphone"),
    N_("Please conclude"),
    N_("Please take your seats"),
    N_("The session is suspended for a few minutes"),
    N_("Please silence your telephones"),
)
COUNT = len(_USUAL)


def presets() -> tuple[str, ...]:
    """Return the messages in the order of their keys; where nobody has worded one, in the language of the windows."""
    own = _own()
    return tuple(own.get(str(number)) or _(words) for number, words in enumerate(_USUAL))


def word_preset(number: int, words: str) -> str:
    """Word a message anew and return how it stands; without words it is the usual one again."""
    kept = clean(words)[:LONGEST]
    own = {key: value for key, value in _own().items() if key != str(number)}
    if kept and kept != _(_USUAL[number]):
        own[str(number)] = kept
    say("stage_messages", json.dumps(own))
    return presets()[number]


def _own() -> dict[str, str]:
    try:
        found = json.loads(said("stage_messages") or "{}")
    except ValueError:
        return {}
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}
