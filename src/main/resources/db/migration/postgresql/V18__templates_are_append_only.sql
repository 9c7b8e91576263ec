-- A template that a deal is pinned to is evidence: neither the program's statements nor a slip in them can change one.
CREATE TRIGGER template_text_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON template_text
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_trail();

CREATE TRIGGER template_set_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON template_set
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_trail();
