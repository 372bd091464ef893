"""Schema 1.2: what the host is called in other languages than that of the meeting."""

from typing import Any

_STATEMENT = """
    CREATE TABLE host_name (
        id VARCHAR(8) NOT NULL,
        name VARCHAR NOT NULL,
        CONSTRAINT pk_host_name PRIMARY KEY (id),
        CONSTRAINT ck_host_name_says_it CHECK (name <> '')
    )
"""


def name_the_host_in_other_languages(connection: Any) -> None:
    """Make the table of the names of the host."""
    connection.execute(_STATEMENT)
