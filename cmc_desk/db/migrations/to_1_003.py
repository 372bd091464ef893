"""Schema 1.3: the clock of the agenda and the lists of speakers; every item gets its timing, as a new meeting would give it."""

from typing import Any

_STATEMENTS = (
    """
    CREATE TABLE track (
        id VARCHAR(40) NOT NULL,
        name VARCHAR NOT NULL,
        place VARCHAR NOT NULL,
        position INTEGER NOT NULL,
        CONSTRAINT pk_track PRIMARY KEY (id),
        CONSTRAINT ck_track_has_a_name CHECK (name <> '')
    )
    """,
    """
    CREATE TABLE item_timing (
        id VARCHAR(40) NOT NULL,
        track VARCHAR(40) NOT NULL,
        position INTEGER NOT NULL,
        minimum INTEGER NOT NULL,
        start_kind VARCHAR(40) NOT NULL,
        not_after DATETIME,
        end_kind VARCHAR(40) NOT NULL,
        importance VARCHAR(40) NOT NULL,
        topic VARCHAR(40) NOT NULL,
        remark VARCHAR NOT NULL,
        CONSTRAINT pk_item_timing PRIMARY KEY (id),
        CONSTRAINT ck_item_timing_minimum_not_negative CHECK (minimum >= 0),
        CONSTRAINT ck_item_timing_not_after_is_of_a_fixed_start CHECK (not_after IS NULL OR start_kind = 'not before'),
        CONSTRAINT fk_item_timing_id FOREIGN KEY(id) REFERENCES item (id)
    )
    """,
    """
    CREATE TABLE item_event (
        id VARCHAR(32) NOT NULL,
        number INTEGER NOT NULL,
        item VARCHAR(40) NOT NULL,
        act VARCHAR(40) NOT NULL,
        at DATETIME NOT NULL,
        amount INTEGER NOT NULL,
        corrects VARCHAR(32),
        reason VARCHAR NOT NULL,
        operator VARCHAR NOT NULL,
        station VARCHAR NOT NULL,
        recorded_at DATETIME NOT NULL,
        CONSTRAINT pk_item_event PRIMARY KEY (id),
        CONSTRAINT uq_item_event_number UNIQUE (number),
        CONSTRAINT fk_item_event_item FOREIGN KEY(item) REFERENCES item (id),
        CONSTRAINT fk_item_event_corrects FOREIGN KEY(corrects) REFERENCES item_event (id)
    )
    """,
    "CREATE INDEX ix_item_event_item_number ON item_event (item, number)",
    """
    CREATE TABLE topic (
        id VARCHAR(40) NOT NULL,
        title VARCHAR NOT NULL,
        limits JSON NOT NULL,
        changeover INTEGER NOT NULL,
        kept INTEGER NOT NULL,
        ordered VARCHAR(40) NOT NULL,
        closed BOOLEAN NOT NULL,
        CONSTRAINT pk_topic PRIMARY KEY (id),
        CONSTRAINT ck_topic_has_a_title CHECK (title <> ''),
        CONSTRAINT ck_topic_lengths_not_negative CHECK (changeover >= 0 AND kept >= 0)
    )
    """,
    """
    CREATE TABLE floor_entry (
        id VARCHAR(32) NOT NULL,
        topic VARCHAR(40) NOT NULL,
        delegation VARCHAR(16) NOT NULL,
        participant VARCHAR(32),
        category VARCHAR(40) NOT NULL,
        kind VARCHAR(40) NOT NULL,
        place INTEGER NOT NULL,
        own_limit INTEGER,
        words INTEGER,
        origin VARCHAR(32),
        note VARCHAR NOT NULL,
        asked_at DATETIME NOT NULL,
        CONSTRAINT pk_floor_entry PRIMARY KEY (id),
        CONSTRAINT ck_floor_entry_limit_is_positive CHECK (own_limit IS NULL OR own_limit > 0),
        CONSTRAINT ck_floor_entry_words_are_positive CHECK (words IS NULL OR words > 0),
        CONSTRAINT fk_floor_entry_topic FOREIGN KEY(topic) REFERENCES topic (id),
        CONSTRAINT fk_floor_entry_delegation FOREIGN KEY(delegation) REFERENCES delegation (id),
        CONSTRAINT fk_floor_entry_participant FOREIGN KEY(participant) REFERENCES participant (id),
        CONSTRAINT fk_floor_entry_origin FOREIGN KEY(origin) REFERENCES floor_entry (id)
    )
    """,
    "CREATE INDEX ix_floor_entry_topic_place ON floor_entry (topic, place)",
    """
    CREATE TABLE floor_event (
        id VARCHAR(32) NOT NULL,
        number INTEGER NOT NULL,
        entry VARCHAR(32) NOT NULL,
        act VARCHAR(40) NOT NULL,
        at DATETIME NOT NULL,
        amount INTEGER NOT NULL,
        corrects VARCHAR(32),
        reason VARCHAR NOT NULL,
        operator VARCHAR NOT NULL,
        station VARCHAR NOT NULL,
        recorded_at DATETIME NOT NULL,
        CONSTRAINT pk_floor_event PRIMARY KEY (id),
        CONSTRAINT uq_floor_event_number UNIQUE (number),
        CONSTRAINT fk_floor_event_entry FOREIGN KEY(entry) REFERENCES floor_entry (id),
        CONSTRAINT fk_floor_event_corrects FOREIGN KEY(corrects) REFERENCES floor_event (id)
    )
    """,
    "CREATE INDEX ix_floor_event_entry_number ON floor_event (entry, number)",
    """
    CREATE TABLE draw (
        id VARCHAR(32) NOT NULL,
        topic VARCHAR(40) NOT NULL,
        delegation VARCHAR(16) NOT NULL,
        language VARCHAR(8) NOT NULL,
        number VARCHAR(20) NOT NULL,
        among JSON NOT NULL,
        host VARCHAR(40) NOT NULL,
        witnesses VARCHAR NOT NULL,
        operator VARCHAR NOT NULL,
        station VARCHAR NOT NULL,
        at DATETIME NOT NULL,
        CONSTRAINT pk_draw PRIMARY KEY (id),
        CONSTRAINT fk_draw_topic FOREIGN KEY(topic) REFERENCES topic (id),
        CONSTRAINT fk_draw_delegation FOREIGN KEY(delegation) REFERENCES delegation (id)
    )
    """,
    """
    CREATE TABLE plan_change (
        id VARCHAR(40) NOT NULL,
        day DATE NOT NULL,
        sequence INTEGER NOT NULL,
        changed_at DATETIME NOT NULL,
        CONSTRAINT pk_plan_change PRIMARY KEY (id),
        CONSTRAINT ck_plan_change_sequence_not_negative CHECK (sequence >= 0)
    )
    """,
    # What begins a day waits for its time, as do breaks, meals and closings; the least length is half, in steps of five minutes.
    """
    INSERT INTO item_timing (id, track, position, minimum, start_kind, not_after, end_kind, importance, topic, remark)
    SELECT
        id,
        '',
        place,
        CASE WHEN fixed OR length < 600 THEN length ELSE length / 2 / 300 * 300 END,
        CASE WHEN fixed OR place = 0 THEN 'not before' ELSE 'flows on' END,
        NULL,
        'by length',
        'ordinary',
        '',
        ''
    FROM (
        SELECT
            id,
            row_number() OVER (PARTITION BY day ORDER BY starts, ends, id) - 1 AS place,
            strftime('%s', ends) - strftime('%s', starts) AS length,
            kind IN ('registration', 'break', 'photo', 'lunch', 'closing') AS fixed
        FROM item
    )
    """,
)


def give_the_agenda_a_clock(connection: Any) -> None:
    """Make the tables of what happens to items and of who asks for the floor, and give every item the timing of its kind."""
    for statement in _STATEMENTS:
        connection.execute(statement)
