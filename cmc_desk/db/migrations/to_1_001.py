"""Schema 1.1: what was printed is kept, and the numbers to call; a photograph is a JPEG with the instant it was taken in."""

from typing import Any

_STATEMENTS = (
    "CREATE UNIQUE INDEX uq_badge_id_participant ON badge (id, participant)",
    # No command of 1.0 wrote a picture; one that stands there all the same goes along with the instant its person was entered.
    "ALTER TABLE photo RENAME TO photo_of_1_0",
    """
    CREATE TABLE photo (
        id VARCHAR(32) NOT NULL,
        image BLOB NOT NULL,
        at DATETIME NOT NULL,
        CONSTRAINT pk_photo PRIMARY KEY (id),
        CONSTRAINT fk_photo_id FOREIGN KEY(id) REFERENCES participant (id)
    )
    """,
    """
    INSERT INTO photo (id, image, at)
    SELECT old.id, old.png, person.created_at FROM photo_of_1_0 AS old JOIN participant AS person ON person.id = old.id
    """,
    "DROP TABLE photo_of_1_0",
    """
    CREATE TABLE badge_print (
        id VARCHAR(32) NOT NULL,
        badge VARCHAR(32) NOT NULL,
        participant VARCHAR(32) NOT NULL,
        at DATETIME NOT NULL,
        station VARCHAR NOT NULL,
        operator VARCHAR NOT NULL,
        printer VARCHAR NOT NULL,
        design VARCHAR(40) NOT NULL,
        stock VARCHAR(40) NOT NULL,
        job TEXT NOT NULL,
        reason TEXT NOT NULL,
        words JSON NOT NULL,
        voided_at DATETIME,
        voided_by VARCHAR NOT NULL,
        void_reason TEXT NOT NULL,
        CONSTRAINT pk_badge_print PRIMARY KEY (id),
        CONSTRAINT fk_badge_print_badge_participant FOREIGN KEY(badge, participant) REFERENCES badge (id, participant),
        CONSTRAINT ck_badge_print_void_or_not CHECK (voided_at IS NOT NULL OR (voided_by = '' AND void_reason = ''))
    )
    """,
    "CREATE UNIQUE INDEX uq_badge_print_first ON badge_print (badge) WHERE reason = '' AND voided_at IS NULL",
    "CREATE INDEX ix_badge_print_badge_participant ON badge_print (badge, participant)",
    "CREATE INDEX ix_badge_print_participant_at ON badge_print (participant, at)",
    "CREATE INDEX ix_badge_print_at ON badge_print (at)",
    """
    CREATE TABLE paper (
        id VARCHAR(32) NOT NULL,
        kind VARCHAR(60) NOT NULL,
        ask JSON NOT NULL,
        form VARCHAR(40) NOT NULL,
        language VARCHAR(8) NOT NULL,
        at DATETIME NOT NULL,
        station VARCHAR NOT NULL,
        operator VARCHAR NOT NULL,
        version INTEGER NOT NULL,
        file TEXT NOT NULL,
        digest VARCHAR(64) NOT NULL,
        source VARCHAR(64) NOT NULL,
        people INTEGER NOT NULL,
        CONSTRAINT pk_paper PRIMARY KEY (id),
        CONSTRAINT ck_paper_version_from_one CHECK (version >= 1),
        CONSTRAINT ck_paper_people_not_negative CHECK (people >= 0)
    )
    """,
    "CREATE INDEX ix_paper_kind_at ON paper (kind, at)",
    """
    CREATE TABLE contact (
        id VARCHAR(32) NOT NULL,
        position INTEGER NOT NULL,
        label VARCHAR NOT NULL,
        number VARCHAR NOT NULL,
        CONSTRAINT pk_contact PRIMARY KEY (id),
        CONSTRAINT ck_contact_says_whom_and_where CHECK (label <> '' AND number <> '')
    )
    """,
)


def keep_what_was_printed(connection: Any) -> None:
    """Make the tables of badge prints, papers and contacts, and give photographs their present columns."""
    for statement in _STATEMENTS:
        connection.execute(statement)
