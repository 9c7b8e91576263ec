-- Firms of the house's list. The name is the key: it is what facts say, and never changes.
CREATE TABLE firm (
    name    VARCHAR(200) NOT NULL PRIMARY KEY,
    name_ja VARCHAR(200) NOT NULL,
    kind    VARCHAR(20)  NOT NULL
);

-- Every spelling under which a firm is known, folded as Spelling folds it; none names two firms.
CREATE TABLE firm_spelling (
    folded VARCHAR(200) NOT NULL PRIMARY KEY,
    firm   VARCHAR(200) NOT NULL REFERENCES firm (name),
    shown  VARCHAR(200) NOT NULL
);

-- Accounts of earlier programs and administrators belong to none.
ALTER TABLE person ADD COLUMN firm VARCHAR(200) REFERENCES firm (name);

-- One row: whoever adds to the list holds it, so that two administrators do not give one name to two firms.
CREATE TABLE firm_list (
    id      INTEGER NOT NULL PRIMARY KEY,
    version BIGINT  NOT NULL
);
INSERT INTO firm_list (id, version) VALUES (1, 0);
