"""The words on screen and paper, in the language that was chosen."""

import gettext as _gettext
from functools import cache

from cmc_desk.resource import resource

LANGUAGES = ("en", "es", "fr", "nl")
_DOMAIN = "cmc_desk"


class _Chosen:
    """The language of the windows; papers pass their own language to `texts`."""

    translations: _gettext.NullTranslations = _gettext.NullTranslations()
    language: str = "en"


@cache
def texts(language: str) -> _gettext.NullTranslations:
    """Return the catalogue of `language` (ISO 639-1); English is what stands in the source."""
    return _gettext.translation(_DOMAIN, resource("locale"), languages=[language], fallback=True)


def choose_language(language: str) -> None:
    """Make `language` the language of the windows from now on."""
    _Chosen.translations = texts(language)
    _Chosen.language = language


def chosen_language() -> str:
    """Return the ISO 639-1 code of the language of the windows."""
    return _Chosen.language


def gettext(message: str) -> str:
    """Translate `message` into the language of the windows."""
    return _Chosen.translations.gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """Translate a sentence that depends on `number`."""
    return _Chosen.translations.ngettext(singular, plural, number)


def pgettext(context: str, message: str) -> str:
    """Translate `message` as it is meant in `context`."""
    return _Chosen.translations.pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802 - the customary mark for a text that is translated later
    """Mark `message` for the catalogue; it is translated where it is shown."""
    return message
