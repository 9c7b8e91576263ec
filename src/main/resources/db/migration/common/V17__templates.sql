-- Sets of the papers' templates by the SHA-256 over their files, and each text once by its own. A deal is pinned to a set,
-- so none is ever removed.
CREATE TABLE template_text (
    sha256 VARCHAR(64)     NOT NULL PRIMARY KEY,
    body   VARCHAR(200000) NOT NULL
);

CREATE TABLE template_set (
    sha256      VARCHAR(64)  NOT NULL,
    file_name   VARCHAR(200) NOT NULL,
    text_sha256 VARCHAR(64)  NOT NULL REFERENCES template_text (sha256),
    kept_at     VARCHAR(40)  NOT NULL,
    PRIMARY KEY (sha256, file_name)
);
