"""The tables of the notes and of what is made of them, as schema 1.5 brought them."""

NOTES = (
    """
    CREATE TABLE note_entry (
        id VARCHAR(32) NOT NULL,
        serial INTEGER NOT NULL,
        item VARCHAR(40) NOT NULL,
        place BIGINT NOT NULL,
        started_at DATETIME NOT NULL,
        changed_at DATETIME NOT NULL,
        changed_by VARCHAR NOT NULL,
        author VARCHAR NOT NULL,
        station VARCHAR NOT NULL,
        delegation VARCHAR(16),
        participant VARCHAR(32),
        unknown BOOLEAN NOT NULL,
        kind VARCHAR(40) NOT NULL,
        document VARCHAR(40),
        provision VARCHAR NOT NULL,
        text VARCHAR NOT NULL,
        language VARCHAR(8) NOT NULL,
        attribution VARCHAR(40) NOT NULL,
        highlighted BOOLEAN NOT NULL,
        assignee VARCHAR NOT NULL,
        due DATE,
        revision INTEGER NOT NULL,
        filed_at DATETIME,
        closed_at DATETIME,
        deleted_at DATETIME,
        conflict_of VARCHAR(32),
        CONSTRAINT pk_note_entry PRIMARY KEY (id),
        CONSTRAINT ck_note_entry_revision_counts CHECK (revision >= 1),
        CONSTRAINT ck_note_entry_unknown_is_nobody CHECK (NOT unknown OR delegation IS NULL),
        CONSTRAINT uq_note_entry_serial UNIQUE (serial),
        CONSTRAINT fk_note_entry_item FOREIGN KEY(item) REFERENCES item (id),
        CONSTRAINT fk_note_entry_delegation FOREIGN KEY(delegation) REFERENCES delegation (id),
        CONSTRAINT fk_note_entry_participant FOREIGN KEY(participant) REFERENCES participant (id),
        CONSTRAINT fk_note_entry_document FOREIGN KEY(document) REFERENCES draft (id),
        CONSTRAINT fk_note_entry_conflict_of FOREIGN KEY(conflict_of) REFERENCES note_entry (id)
    )
    """,
    "CREATE INDEX ix_note_entry_item_place ON note_entry (item, place)",
    "CREATE INDEX ix_note_entry_item_deleted_at_filed_at_unknown ON note_entry (item, deleted_at, filed_at, unknown)",
    "CREATE INDEX ix_note_entry_unfiled ON note_entry (author, station) WHERE filed_at IS NULL",
    "CREATE INDEX ix_note_entry_beside ON note_entry (conflict_of) WHERE conflict_of IS NOT NULL",
    """
    CREATE TABLE note_revision (
        id VARCHAR(32) NOT NULL,
        entry VARCHAR(32) NOT NULL,
        number INTEGER NOT NULL,
        at DATETIME NOT NULL,
        author VARCHAR NOT NULL,
        station VARCHAR NOT NULL,
        reason VARCHAR(40) NOT NULL,
        written JSON NOT NULL,
        CONSTRAINT pk_note_revision PRIMARY KEY (id),
        CONSTRAINT uq_note_revision_entry_number UNIQUE (entry, number),
        CONSTRAINT fk_note_revision_entry FOREIGN KEY(entry) REFERENCES note_entry (id)
    )
    """,
    """
    CREATE TABLE item_notes (
        id VARCHAR(40) NOT NULL,
        status VARCHAR(40) NOT NULL,
        rapporteur VARCHAR NOT NULL,
        handed_by VARCHAR NOT NULL,
        handed_at DATETIME,
        CONSTRAINT pk_item_notes PRIMARY KEY (id),
        CONSTRAINT fk_item_notes_id FOREIGN KEY(id) REFERENCES item (id)
    )
    """,
    """
    CREATE TABLE note_place (
        id VARCHAR(64) NOT NULL,
        operator VARCHAR NOT NULL,
        station VARCHAR NOT NULL,
        item VARCHAR NOT NULL,
        entry VARCHAR NOT NULL,
        position INTEGER NOT NULL,
        scroll INTEGER NOT NULL,
        seen_at DATETIME NOT NULL,
        CONSTRAINT pk_note_place PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE snippet (
        id VARCHAR(32) NOT NULL,
        language VARCHAR(8) NOT NULL,
        "trigger" VARCHAR(20) NOT NULL,
        text VARCHAR NOT NULL,
        CONSTRAINT pk_snippet PRIMARY KEY (id),
        CONSTRAINT uq_snippet_language_trigger UNIQUE (language, "trigger"),
        CONSTRAINT ck_snippet_has_a_trigger CHECK ("trigger" <> '')
    )
    """,
    """
    CREATE TABLE note_term (
        id VARCHAR(32) NOT NULL,
        word VARCHAR NOT NULL,
        CONSTRAINT pk_note_term PRIMARY KEY (id),
        CONSTRAINT ck_note_term_says_it CHECK (word <> ''),
        CONSTRAINT uq_note_term_word UNIQUE (word)
    )
    """,
    """
    CREATE TABLE note_settings (
        id INTEGER NOT NULL,
        words_a_minute INTEGER NOT NULL,
        from_some INTEGER NOT NULL,
        from_several INTEGER NOT NULL,
        from_many INTEGER NOT NULL,
        CONSTRAINT pk_note_settings PRIMARY KEY (id),
        CONSTRAINT ck_note_settings_only_one CHECK (id = 1),
        CONSTRAINT ck_note_settings_somebody_reads CHECK (words_a_minute > 0),
        CONSTRAINT ck_note_settings_thresholds_rise CHECK (1 < from_some AND from_some < from_several AND from_several < from_many)
    )
    """,
    """
    CREATE TABLE readout (
        id VARCHAR(60) NOT NULL,
        form VARCHAR(40) NOT NULL,
        item VARCHAR(40),
        day DATE,
        language VARCHAR(8) NOT NULL,
        attributed BOOLEAN NOT NULL,
        status VARCHAR(40) NOT NULL,
        version INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        changed_at DATETIME NOT NULL,
        CONSTRAINT pk_readout PRIMARY KEY (id),
        CONSTRAINT ck_readout_of_an_item_or_a_day CHECK ((item IS NULL) <> (day IS NULL)),
        CONSTRAINT ck_readout_counts CHECK (version >= 0 AND revision >= 1),
        CONSTRAINT fk_readout_item FOREIGN KEY(item) REFERENCES item (id),
        CONSTRAINT fk_readout_day FOREIGN KEY(day) REFERENCES day (id)
    )
    """,
    """
    CREATE TABLE readout_line (
        id VARCHAR(32) NOT NULL,
        readout VARCHAR(60) NOT NULL,
        place INTEGER NOT NULL,
        section VARCHAR(40) NOT NULL,
        sources JSON NOT NULL,
        rewritten VARCHAR NOT NULL,
        digest VARCHAR(64) NOT NULL,
        unnamed VARCHAR NOT NULL,
        unnamed_digest VARCHAR(64) NOT NULL,
        left_out BOOLEAN NOT NULL,
        CONSTRAINT pk_readout_line PRIMARY KEY (id),
        CONSTRAINT fk_readout_line_readout FOREIGN KEY(readout) REFERENCES readout (id)
    )
    """,
    "CREATE INDEX ix_readout_line_readout_place ON readout_line (readout, place)",
    """
    CREATE TABLE readout_issue (
        id VARCHAR(32) NOT NULL,
        readout VARCHAR(60) NOT NULL,
        version INTEGER NOT NULL,
        status VARCHAR(40) NOT NULL,
        attributed BOOLEAN NOT NULL,
        language VARCHAR(8) NOT NULL,
        body JSON NOT NULL,
        digest VARCHAR(64) NOT NULL,
        at DATETIME NOT NULL,
        operator VARCHAR NOT NULL,
        station VARCHAR NOT NULL,
        spoken BOOLEAN NOT NULL,
        CONSTRAINT pk_readout_issue PRIMARY KEY (id),
        CONSTRAINT uq_readout_issue_readout_version UNIQUE (readout, version),
        CONSTRAINT fk_readout_issue_readout FOREIGN KEY(readout) REFERENCES readout (id)
    )
    """,
    """
    CREATE TABLE recommendation (
        id VARCHAR(32) NOT NULL,
        number INTEGER NOT NULL,
        item VARCHAR(40),
        entry VARCHAR(32),
        verb VARCHAR(40) NOT NULL,
        addressee VARCHAR(40) NOT NULL,
        objects JSON NOT NULL,
        deadline DATE,
        deadline_words JSON NOT NULL,
        texts JSON NOT NULL,
        decided VARCHAR(40) NOT NULL,
        decided_at DATETIME,
        decided_item VARCHAR(40),
        amended JSON NOT NULL,
        reason VARCHAR NOT NULL,
        deleted_at DATETIME,
        CONSTRAINT pk_recommendation PRIMARY KEY (id),
        CONSTRAINT ck_recommendation_number_counts CHECK (number >= 1),
        CONSTRAINT ck_recommendation_decided_at_a_time CHECK ((decided = 'pending') = (decided_at IS NULL)),
        CONSTRAINT uq_recommendation_number UNIQUE (number),
        CONSTRAINT fk_recommendation_item FOREIGN KEY(item) REFERENCES item (id),
        CONSTRAINT fk_recommendation_entry FOREIGN KEY(entry) REFERENCES note_entry (id),
        CONSTRAINT fk_recommendation_decided_item FOREIGN KEY(decided_item) REFERENCES item (id)
    )
    """,
    """
    CREATE VIRTUAL TABLE note_search USING fts5(
        words, content='', contentless_delete=1, prefix='1 2 3 4', tokenize='unicode61 remove_diacritics 0'
    )
    """,
    """
    CREATE TRIGGER readout_issue_stays BEFORE UPDATE ON readout_issue
    BEGIN SELECT RAISE(ABORT, 'what was issued never changes'); END
    """,
    """
    CREATE TRIGGER readout_issue_is_kept BEFORE DELETE ON readout_issue
    BEGIN SELECT RAISE(ABORT, 'what was issued is kept'); END
    """,
)
