-- The trail is append-only for the application too: neither its statements nor a slip in them can change an event.
CREATE FUNCTION refuse_change_of_trail() RETURNS trigger AS $$
BEGIN
    RAISE EXCEPTION 'the audit trail is append-only';
END;
$$ LANGUAGE plpgsql;

CREATE TRIGGER deal_event_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON deal_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_trail();

REVOKE UPDATE, DELETE, TRUNCATE ON deal_event FROM CURRENT_USER;
