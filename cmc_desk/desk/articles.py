"""The articles of names within sentences, as they come with the program."""

import tomllib
from functools import cache

from cmc_desk.resource import resource
from cmc_desk.rules.folding import fold
from cmc_desk.rules.spoken_names import Articles


@cache
def articles() -> Articles:
    """Return by language which article a name has that lists write without one."""
    told = tomllib.loads(resource("names", "articles.toml").read_text(encoding="utf-8"))
    return {
        language: {fold(name): article for article, names in of_language.items() for name in names}
        for language, of_language in told.items()
    }
