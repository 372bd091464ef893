"""Schema 1.7: the cells of a proposed row of a plan, a final report in several languages, and corrections that go out as a corrigendum."""

from typing import Any

# A column in the middle means a table made anew. What refers to its rows finds them again before the end, and is asked only then.
PROPOSALS = (
    "PRAGMA defer_foreign_keys = ON",
    "CREATE TABLE proposal_of_1_006 AS SELECT * FROM proposal",
    "DROP TABLE proposal",
    """
    CREATE TABLE proposal (
        id VARCHAR(32) NOT NULL,
        number INTEGER NOT NULL,
        draft VARCHAR(40) NOT NULL,
        provision VARCHAR(32),
        field VARCHAR(40) NOT NULL,
        base_version VARCHAR(32),
        base VARCHAR NOT NULL,
        base_digest VARCHAR(64) NOT NULL,
        action VARCHAR(40) NOT NULL,
        kind VARCHAR(40) NOT NULL,
        channel VARCHAR(40) NOT NULL,
        new_text VARCHAR NOT NULL,
        new_label VARCHAR(40) NOT NULL,
        new_cells JSON NOT NULL,
        target VARCHAR(32),
        rationale VARCHAR NOT NULL,
        language VARCHAR(8) NOT NULL,
        received_at DATETIME NOT NULL,
        item VARCHAR(40),
        entry VARCHAR(32),
        entry_digest VARCHAR(64),
        counter_to VARCHAR(32),
        decision VARCHAR(40) NOT NULL,
        decided_at DATETIME,
        decided_item VARCHAR(40),
        decision_words VARCHAR NOT NULL,
        final_text VARCHAR NOT NULL,
        merged_into VARCHAR(32),
        applied_in VARCHAR(32),
        deleted_at DATETIME,
        CONSTRAINT pk_proposal PRIMARY KEY (id),
        CONSTRAINT ck_proposal_number_counts CHECK (number >= 1),
        CONSTRAINT ck_proposal_decided_at_a_time CHECK ((decision = 'open') = (decided_at IS NULL)),
        CONSTRAINT ck_proposal_merged_into_another CHECK ((decision = 'merged') = (merged_into IS NOT NULL)),
        CONSTRAINT ck_proposal_not_into_itself CHECK (merged_into IS NULL OR merged_into <> id),
        CONSTRAINT uq_proposal_number UNIQUE (number),
        CONSTRAINT fk_proposal_draft FOREIGN KEY(draft) REFERENCES draft (id),
        CONSTRAINT fk_proposal_provision FOREIGN KEY(provision) REFERENCES provision (id),
        CONSTRAINT fk_proposal_base_version FOREIGN KEY(base_version) REFERENCES draft_version (id),
        CONSTRAINT fk_proposal_target FOREIGN KEY(target) REFERENCES provision (id),
        CONSTRAINT fk_proposal_item FOREIGN KEY(item) REFERENCES item (id),
        CONSTRAINT fk_proposal_entry FOREIGN KEY(entry) REFERENCES note_entry (id),
        CONSTRAINT fk_proposal_counter_to FOREIGN KEY(counter_to) REFERENCES proposal (id),
        CONSTRAINT fk_proposal_decided_item FOREIGN KEY(decided_item) REFERENCES item (id),
        CONSTRAINT fk_proposal_merged_into FOREIGN KEY(merged_into) REFERENCES proposal (id),
        CONSTRAINT fk_proposal_applied_in FOREIGN KEY(applied_in) REFERENCES draft_version (id)
    )
    """,
    """
    INSERT INTO proposal (
        id, number, draft, provision, field, base_version, base, base_digest, action, kind, channel, new_text, new_label, new_cells,
        target, rationale, language, received_at, item, entry, entry_digest, counter_to, decision, decided_at, decided_item,
        decision_words, final_text, merged_into, applied_in, deleted_at
    )
    SELECT
        id, number, draft, provision, field, base_version, base, base_digest, action, kind, channel, new_text, new_label, '{}',
        target, rationale, language, received_at, item, entry, entry_digest, counter_to, decision, decided_at, decided_item,
        decision_words, final_text, merged_into, applied_in, deleted_at
    FROM proposal_of_1_006
    """,
    "DROP TABLE proposal_of_1_006",
    "CREATE INDEX ix_proposal_draft_provision ON proposal (draft, provision)",
    "CREATE INDEX ix_proposal_entry ON proposal (entry)",
)

ISSUES = (
    "CREATE TABLE report_issue_of_1_006 AS SELECT * FROM report_issue",
    "DROP TABLE report_issue",
    """
    CREATE TABLE report_issue (
        id VARCHAR(32) NOT NULL,
        version INTEGER NOT NULL,
        status VARCHAR(40) NOT NULL,
        language VARCHAR(8) NOT NULL,
        attributed BOOLEAN NOT NULL,
        body JSON NOT NULL,
        digest VARCHAR(64) NOT NULL,
        at DATETIME NOT NULL,
        operator VARCHAR NOT NULL,
        station VARCHAR NOT NULL,
        corrections_until DATE,
        CONSTRAINT pk_report_issue PRIMARY KEY (id),
        CONSTRAINT uq_report_issue_version_language_attributed UNIQUE (version, language, attributed)
    )
    """,
    # Until when corrections of the versions before the last were asked for was kept nowhere.
    """
    INSERT INTO report_issue (
        id, version, status, language, attributed, body, digest, at, operator, station, corrections_until
    )
    SELECT
        id, version, status, language, attributed, body, digest, at, operator, station,
        CASE WHEN status = 'circulated' AND version = (
            SELECT max(version) FROM report_issue_of_1_006 WHERE status = 'circulated'
        ) THEN (SELECT corrections_until FROM report) END
    FROM report_issue_of_1_006
    """,
    "DROP TABLE report_issue_of_1_006",
    """
    CREATE TRIGGER report_issue_stays BEFORE UPDATE ON report_issue
    BEGIN SELECT RAISE(ABORT, 'what was issued never changes'); END
    """,
    """
    CREATE TRIGGER report_issue_is_kept BEFORE DELETE ON report_issue
    BEGIN SELECT RAISE(ABORT, 'what was issued is kept'); END
    """,
)

CORRECTIONS = (
    """
    CREATE TABLE report_corrigendum (
        id VARCHAR(32) NOT NULL,
        number INTEGER NOT NULL,
        version INTEGER NOT NULL,
        body JSON NOT NULL,
        digest VARCHAR(64) NOT NULL,
        at DATETIME NOT NULL,
        operator VARCHAR NOT NULL,
        station VARCHAR NOT NULL,
        CONSTRAINT pk_report_corrigendum PRIMARY KEY (id),
        CONSTRAINT ck_report_corrigendum_number_counts CHECK (number >= 1),
        CONSTRAINT uq_report_corrigendum_number UNIQUE (number)
    )
    """,
    "CREATE TABLE report_correction_of_1_006 AS SELECT * FROM report_correction",
    "DROP TABLE report_correction",
    """
    CREATE TABLE report_correction (
        id VARCHAR(32) NOT NULL,
        number INTEGER NOT NULL,
        version INTEGER NOT NULL,
        language VARCHAR(8) NOT NULL,
        attributed BOOLEAN NOT NULL,
        paragraph VARCHAR(40) NOT NULL,
        delegation VARCHAR(16) NOT NULL,
        words VARCHAR NOT NULL,
        at DATETIME NOT NULL,
        outcome VARCHAR(40) NOT NULL,
        replaced VARCHAR NOT NULL,
        corrected VARCHAR NOT NULL,
        answer VARCHAR NOT NULL,
        settled_at DATETIME,
        corrigendum INTEGER,
        deleted_at DATETIME,
        CONSTRAINT pk_report_correction PRIMARY KEY (id),
        CONSTRAINT ck_report_correction_says_something CHECK (words <> ''),
        CONSTRAINT ck_report_correction_settled_at_a_time CHECK ((outcome = 'open') = (settled_at IS NULL)),
        CONSTRAINT ck_report_correction_accepted_before_it_goes_out CHECK (corrigendum IS NULL OR outcome = 'accepted'),
        CONSTRAINT uq_report_correction_number UNIQUE (number),
        CONSTRAINT fk_report_correction_corrigendum FOREIGN KEY(corrigendum) REFERENCES report_corrigendum (number)
    )
    """,
    # What became of those that were settled stands in words; whoever wants one in a corrigendum opens it again and says it.
    """
    INSERT INTO report_correction (
        id, number, version, language, attributed, paragraph, delegation, words, at, outcome, replaced, corrected, answer, settled_at,
        corrigendum, deleted_at
    )
    SELECT
        was.id, was.number, was.version, coalesce(issue.language, 'en'), coalesce(issue.attributed, 1), was.paragraph, was.delegation,
        was.words, was.at, CASE WHEN was.settled_at IS NULL THEN 'open' ELSE 'noted' END, '', '', was.answer, was.settled_at, NULL,
        was.deleted_at
    FROM report_correction_of_1_006 AS was LEFT JOIN report_issue AS issue ON issue.version = was.version
    """,
    "DROP TABLE report_correction_of_1_006",
    """
    CREATE TRIGGER report_corrigendum_stays BEFORE UPDATE ON report_corrigendum
    BEGIN SELECT RAISE(ABORT, 'what was issued never changes'); END
    """,
    """
    CREATE TRIGGER report_corrigendum_is_kept BEFORE DELETE ON report_corrigendum
    BEGIN SELECT RAISE(ABORT, 'what was issued is kept'); END
    """,
)


def let_the_report_be_corrected(connection: Any) -> None:
    """Make room for the cells of proposed rows, for a final report in several languages, and for its corrigenda."""
    for statement in (*PROPOSALS, *ISSUES, *CORRECTIONS):
        connection.execute(statement)
