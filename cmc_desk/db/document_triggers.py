"""What the meeting adopted, and what was issued of its report, is evidence: triggers that let nobody change it or take it away."""

SQLITE = (
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
    """
    CREATE TRIGGER report_corrigendum_stays BEFORE UPDATE ON report_corrigendum
    BEGIN SELECT RAISE(ABORT, 'what was issued never changes'); END
    """,
    """
    CREATE TRIGGER report_corrigendum_is_kept BEFORE DELETE ON report_corrigendum
    BEGIN SELECT RAISE(ABORT, 'what was issued is kept'); END
    """,
)

# ERRCODE 23000 is what the program knows as a broken rule.
POSTGRESQL = (
    """
    CREATE FUNCTION adopted_text_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF (TG_OP <> 'INSERT' AND EXISTS (SELECT 1 FROM draft_version WHERE id = OLD.version AND decided LIKE 'approved%'))
            OR (TG_OP <> 'DELETE' AND EXISTS (SELECT 1 FROM draft_version WHERE id = NEW.version AND decided LIKE 'approved%'))
        THEN
            RAISE EXCEPTION 'what was adopted never changes' USING ERRCODE = '23000';
        END IF;
        RETURN COALESCE(NEW, OLD);
    END
    $$
    """,
    """
    CREATE TRIGGER adopted_text_rules BEFORE INSERT OR UPDATE OR DELETE ON provision_text
    FOR EACH ROW EXECUTE FUNCTION adopted_text_stays()
    """,
    """
    CREATE FUNCTION report_issue_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'what was issued never changes' USING ERRCODE = '23000';
    END
    $$
    """,
    """
    CREATE TRIGGER report_issue_rules BEFORE UPDATE OR DELETE ON report_issue
    FOR EACH ROW EXECUTE FUNCTION report_issue_stays()
    """,
    """
    CREATE TRIGGER report_corrigendum_rules BEFORE UPDATE OR DELETE ON report_corrigendum
    FOR EACH ROW EXECUTE FUNCTION report_issue_stays()
    """,
)
