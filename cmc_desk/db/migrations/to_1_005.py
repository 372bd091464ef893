"""Schema 1.5: the regional group of a delegation, the notes of every item, and what is read out of them."""

from typing import Any

from cmc_desk.db.migrations.notes_of_1_005 import NOTES

# As in the template that comes with the program; whoever is known by another code belongs to none until somebody says so.
_GROUPS = {
    "CARICOM": ("AG", "BB", "BS", "BZ", "DM", "GD", "GY", "HT", "JM", "KN", "LC", "MS", "SR", "TT", "VC"),
    "CARICOM associate": ("AI", "BM", "KY", "TC", "VG"),
    "Other Caribbean": ("CU", "DO"),
    "Dutch Caribbean": ("AW", "BQ", "CW", "SX"),
    "French Caribbean": ("BL", "GF", "GP", "MF", "MQ"),
    "U.S. Caribbean": ("PR", "VI"),
    "Outside the Caribbean": ("FR", "GB", "NL", "US"),
}

# A column in the middle means a table made anew. What refers to its rows finds them again before the end, and is asked only then.
REGION = (
    "PRAGMA defer_foreign_keys = ON",
    "CREATE TABLE delegation_of_1_004 AS SELECT * FROM delegation",
    "DROP TABLE delegation",
    """
    CREATE TABLE delegation (
        id VARCHAR(16) NOT NULL,
        kind VARCHAR(40) NOT NULL,
        names JSON NOT NULL,
        short_names JSON NOT NULL,
        aliases JSON NOT NULL,
        of_state VARCHAR NOT NULL,
        region VARCHAR(60) NOT NULL,
        main_language VARCHAR NOT NULL,
        eligibility VARCHAR(40) NOT NULL,
        quota INTEGER NOT NULL,
        airport VARCHAR NOT NULL,
        zone VARCHAR NOT NULL,
        flag VARCHAR NOT NULL,
        CONSTRAINT pk_delegation PRIMARY KEY (id),
        CONSTRAINT ck_delegation_quota_is_not_negative CHECK (quota >= 0),
        CONSTRAINT ck_delegation_region_is_short CHECK (length(region) <= 60)
    )
    """,
    """
    INSERT INTO delegation (
        id, kind, names, short_names, aliases, of_state, region, main_language, eligibility, quota, airport, zone, flag
    )
    SELECT id, kind, names, short_names, aliases, of_state, '', main_language, eligibility, quota, airport, zone, flag
    FROM delegation_of_1_004
    """,
    "DROP TABLE delegation_of_1_004",
    # It went with the table.
    """
    CREATE TRIGGER quota_not_below_what_is_held BEFORE UPDATE OF quota ON delegation
    WHEN NEW.quota < OLD.quota AND EXISTS (
        SELECT 1
        FROM seat JOIN sponsorship ON sponsorship.seat = seat.id
        WHERE seat.delegation = NEW.id AND seat.number > NEW.quota AND sponsorship.holds_seat = 1
    )
    BEGIN
        SELECT RAISE(ABORT, 'a quota below a seat that is held');
    END
    """,
)


def give_regions_and_take_notes(connection: Any) -> None:
    """Make room for the regional group of a delegation, say it of those that the program came with, and make the tables of the notes."""
    for statement in (*REGION, *NOTES):
        connection.execute(statement)
    for group, codes in _GROUPS.items():
        connection.executemany("UPDATE delegation SET region = ? WHERE id = ?", [(group, code) for code in codes])
