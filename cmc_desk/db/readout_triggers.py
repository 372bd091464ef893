"""What was read out or sent is evidence: triggers that let nobody change it or take it away."""

SQLITE = (
    """
    CREATE TRIGGER readout_issue_stays BEFORE UPDATE ON readout_issue
    BEGIN SELECT RAISE(ABORT, 'what was issued never changes'); END
    """,
    """
    CREATE TRIGGER readout_issue_is_kept BEFORE DELETE ON readout_issue
    BEGIN SELECT RAISE(ABORT, 'what was issued is kept'); END
    """,
)

# ERRCODE 23000 is what the program knows as a broken rule.
POSTGRESQL = (
    """
    CREATE FUNCTION readout_issue_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'what was issued never changes' USING ERRCODE = '23000';
    END
    $$
    """,
    """
    CREATE TRIGGER readout_issue_rules BEFORE UPDATE OR DELETE ON readout_issue
    FOR EACH ROW EXECUTE FUNCTION readout_issue_stays()
    """,
)
