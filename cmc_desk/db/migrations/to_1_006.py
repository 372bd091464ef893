"""Schema 1.6: draft documents with their versions, provisions and proposals, the report of the final outcomes, and checks before the doors."""

from typing import Any

DOCUMENTS = (
    """
    CREATE TABLE draft_facts (
        id VARCHAR(40) NOT NULL,
        kind VARCHAR(40) NOT NULL,
        symbol VARCHAR(60) NOT NULL,
        language VARCHAR(8) NOT NULL,
        CONSTRAINT pk_draft_facts PRIMARY KEY (id),
        CONSTRAINT fk_draft_facts_id FOREIGN KEY(id) REFERENCES draft (id)
    )
    """,
    """
    CREATE TABLE draft_version (
        id VARCHAR(32) NOT NULL,
        draft VARCHAR(40) NOT NULL,
        number INTEGER NOT NULL,
        label VARCHAR(60) NOT NULL,
        created_at DATETIME NOT NULL,
        circulated_at DATETIME,
        comments_until DATE,
        source VARCHAR NOT NULL,
        sha256 VARCHAR(64) NOT NULL,
        decided VARCHAR(40) NOT NULL,
        decided_at DATETIME,
        decided_item VARCHAR(40),
        reason VARCHAR NOT NULL,
        digest VARCHAR(64) NOT NULL,
        CONSTRAINT pk_draft_version PRIMARY KEY (id),
        CONSTRAINT uq_draft_version_draft_number UNIQUE (draft, number),
        CONSTRAINT ck_draft_version_number_counts CHECK (number >= 1),
        CONSTRAINT ck_draft_version_decided_at_a_time CHECK ((decided = 'pending') = (decided_at IS NULL)),
        CONSTRAINT fk_draft_version_draft FOREIGN KEY(draft) REFERENCES draft (id),
        CONSTRAINT fk_draft_version_decided_item FOREIGN KEY(decided_item) REFERENCES item (id)
    )
    """,
    """
    CREATE TABLE provision (
        id VARCHAR(32) NOT NULL,
        draft VARCHAR(40) NOT NULL,
        CONSTRAINT pk_provision PRIMARY KEY (id),
        CONSTRAINT fk_provision_draft FOREIGN KEY(draft) REFERENCES draft (id)
    )
    """,
    "CREATE INDEX ix_provision_draft ON provision (draft)",
    """
    CREATE TABLE provision_text (
        id VARCHAR(32) NOT NULL,
        version VARCHAR(32) NOT NULL,
        provision VARCHAR(32) NOT NULL,
        place INTEGER NOT NULL,
        kind VARCHAR(40) NOT NULL,
        level INTEGER NOT NULL,
        label VARCHAR(40) NOT NULL,
        text VARCHAR NOT NULL,
        cells JSON NOT NULL,
        status VARCHAR(40) NOT NULL,
        CONSTRAINT pk_provision_text PRIMARY KEY (id),
        CONSTRAINT uq_provision_text_version_provision UNIQUE (version, provision),
        CONSTRAINT ck_provision_text_level_counts CHECK (level >= 1),
        CONSTRAINT fk_provision_text_version FOREIGN KEY(version) REFERENCES draft_version (id),
        CONSTRAINT fk_provision_text_provision FOREIGN KEY(provision) REFERENCES provision (id)
    )
    """,
    "CREATE INDEX ix_provision_text_version_place ON provision_text (version, place)",
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
    "CREATE INDEX ix_proposal_draft_provision ON proposal (draft, provision)",
    "CREATE INDEX ix_proposal_entry ON proposal (entry)",
    """
    CREATE TABLE proposal_party (
        id VARCHAR(32) NOT NULL,
        proposal VARCHAR(32) NOT NULL,
        delegation VARCHAR(16) NOT NULL,
        role VARCHAR(40) NOT NULL,
        words VARCHAR NOT NULL,
        place INTEGER NOT NULL,
        CONSTRAINT pk_proposal_party PRIMARY KEY (id),
        CONSTRAINT uq_proposal_party_proposal_delegation UNIQUE (proposal, delegation),
        CONSTRAINT fk_proposal_party_proposal FOREIGN KEY(proposal) REFERENCES proposal (id),
        CONSTRAINT fk_proposal_party_delegation FOREIGN KEY(delegation) REFERENCES delegation (id)
    )
    """,
    """
    CREATE TABLE proposal_response (
        id VARCHAR(32) NOT NULL,
        proposal VARCHAR(32) NOT NULL,
        agency VARCHAR(60) NOT NULL,
        text VARCHAR NOT NULL,
        "by" VARCHAR NOT NULL,
        at DATETIME NOT NULL,
        CONSTRAINT pk_proposal_response PRIMARY KEY (id),
        CONSTRAINT uq_proposal_response_proposal_agency UNIQUE (proposal, agency),
        CONSTRAINT ck_proposal_response_says_something CHECK (text <> ''),
        CONSTRAINT fk_proposal_response_proposal FOREIGN KEY(proposal) REFERENCES proposal (id)
    )
    """,
    """
    CREATE TABLE report (
        id INTEGER NOT NULL,
        status VARCHAR(40) NOT NULL,
        version INTEGER NOT NULL,
        attributed BOOLEAN NOT NULL,
        language VARCHAR(8) NOT NULL,
        left_out JSON NOT NULL,
        corrections_until DATE,
        signed_by VARCHAR NOT NULL,
        changed_at DATETIME NOT NULL,
        CONSTRAINT pk_report PRIMARY KEY (id),
        CONSTRAINT ck_report_only_one CHECK (id = 1),
        CONSTRAINT ck_report_version_counts CHECK (version >= 0)
    )
    """,
    """
    CREATE TABLE report_text (
        id VARCHAR(32) NOT NULL,
        block VARCHAR(120) NOT NULL,
        language VARCHAR(8) NOT NULL,
        attributed BOOLEAN NOT NULL,
        text VARCHAR NOT NULL,
        digest VARCHAR(64) NOT NULL,
        changed_at DATETIME NOT NULL,
        CONSTRAINT pk_report_text PRIMARY KEY (id),
        CONSTRAINT uq_report_text_block_language_attributed UNIQUE (block, language, attributed)
    )
    """,
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
        CONSTRAINT pk_report_issue PRIMARY KEY (id),
        CONSTRAINT uq_report_issue_version UNIQUE (version)
    )
    """,
    """
    CREATE TABLE report_correction (
        id VARCHAR(32) NOT NULL,
        number INTEGER NOT NULL,
        version INTEGER NOT NULL,
        paragraph VARCHAR(40) NOT NULL,
        delegation VARCHAR(16) NOT NULL,
        words VARCHAR NOT NULL,
        at DATETIME NOT NULL,
        answer VARCHAR NOT NULL,
        settled_at DATETIME,
        deleted_at DATETIME,
        CONSTRAINT pk_report_correction PRIMARY KEY (id),
        CONSTRAINT ck_report_correction_says_something CHECK (words <> ''),
        CONSTRAINT uq_report_correction_number UNIQUE (number)
    )
    """,
    """
    CREATE TABLE door_check (
        id VARCHAR(32) NOT NULL,
        what VARCHAR(40) NOT NULL,
        station VARCHAR NOT NULL,
        good BOOLEAN NOT NULL,
        words VARCHAR NOT NULL,
        at DATETIME NOT NULL,
        operator VARCHAR NOT NULL,
        CONSTRAINT pk_door_check PRIMARY KEY (id),
        CONSTRAINT uq_door_check_what_station UNIQUE (what, station)
    )
    """,
    """
    CREATE TRIGGER adopted_text_stays BEFORE UPDATE ON provision_text
    WHEN EXISTS (SELECT 1 FROM draft_version WHERE id IN (OLD.version, NEW.version) AND decided LIKE 'approved%')
    BEGIN SELECT RAISE(ABORT, 'what was adopted never changes'); END
    """,
    """
    CREATE TRIGGER adopted_text_is_kept BEFORE DELETE ON provision_text
    WHEN EXISTS (SELECT 1 FROM draft_version WHERE id = OLD.version AND decided LIKE 'approved%')
    BEGIN SELECT RAISE(ABORT, 'what was adopted is kept'); END
    """,
    """
    CREATE TRIGGER adopted_text_is_whole BEFORE INSERT ON provision_text
    WHEN EXISTS (SELECT 1 FROM draft_version WHERE id = NEW.version AND decided LIKE 'approved%')
    BEGIN SELECT RAISE(ABORT, 'nothing is added to what was adopted'); END
    """,
    """
    CREATE TRIGGER report_issue_stays BEFORE UPDATE ON report_issue
    BEGIN SELECT RAISE(ABORT, 'what was issued never changes'); END
    """,
    """
    CREATE TRIGGER report_issue_is_kept BEFORE DELETE ON report_issue
    BEGIN SELECT RAISE(ABORT, 'what was issued is kept'); END
    """,
)


def let_drafts_be_worked_on(connection: Any) -> None:
    """Make room for the text of drafts and what is proposed for it, and for the report."""
    for statement in DOCUMENTS:
        connection.execute(statement)
