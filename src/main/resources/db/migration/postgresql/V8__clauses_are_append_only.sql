-- What the house wrote and signed is only added to, as the trail is.
CREATE TRIGGER clause_version_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON clause_version
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_trail();

CREATE TRIGGER clause_signature_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON clause_signature
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_trail();
