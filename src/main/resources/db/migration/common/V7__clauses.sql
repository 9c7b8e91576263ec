-- Versions of clauses that the house wrote beside those the program comes with, and who vouches for them. Only added to.
CREATE TABLE clause_version (
    clause_id   VARCHAR(80)    NOT NULL,
    version     INTEGER        NOT NULL,
    body        VARCHAR(60000) NOT NULL,
    person      VARCHAR(80)    NOT NULL,
    recorded_at VARCHAR(40)    NOT NULL,
    PRIMARY KEY (clause_id, version)
);

CREATE TABLE clause_signature (
    clause_id VARCHAR(80) NOT NULL,
    version   INTEGER     NOT NULL,
    capacity  VARCHAR(20) NOT NULL,
    person    VARCHAR(80) NOT NULL,
    signed_at VARCHAR(40) NOT NULL,
    PRIMARY KEY (clause_id, version, capacity)
);

ALTER TABLE person ADD COLUMN may_keep_clauses BOOLEAN DEFAULT FALSE NOT NULL;
