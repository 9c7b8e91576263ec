-- As the trail of a deal: neither the program's statements nor a slip in them can change an event of the house.
CREATE TRIGGER house_event_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON house_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_trail();

REVOKE UPDATE, DELETE, TRUNCATE ON house_event FROM CURRENT_USER;
