-- What an account needs beside its person. No row: a person who chose the password alone.
CREATE TABLE account (
    sign_in     VARCHAR(80) NOT NULL PRIMARY KEY REFERENCES person (sign_in),
    -- somebody else knows the password: the next sign-in changes it
    must_change BOOLEAN     NOT NULL,
    -- an account of the demo profile, whose password is printed on its sign-in page: shut in every other profile
    demo        BOOLEAN     NOT NULL,
    disabled    BOOLEAN     NOT NULL,
    -- rises with every change of password and with disabling: sessions of an earlier version end
    version     INTEGER     NOT NULL
);

-- Until now an administrator typed each password and so knew it.
INSERT INTO account (sign_in, must_change, demo, disabled, version)
SELECT sign_in, TRUE, FALSE, FALSE, 1 FROM person;

-- One-time addresses under which a person chooses a password; only their hash is kept.
CREATE TABLE password_link (
    token_sha256 VARCHAR(64) NOT NULL PRIMARY KEY,
    sign_in      VARCHAR(80) NOT NULL REFERENCES person (sign_in),
    made_by      VARCHAR(80) NOT NULL,
    expires_at   VARCHAR(40) NOT NULL,
    used         BOOLEAN     NOT NULL
);

-- Failed sign-ins in a row, by account and by address.
CREATE TABLE sign_in_failure (
    kind          VARCHAR(10)  NOT NULL,
    subject       VARCHAR(200) NOT NULL,
    failures      INTEGER      NOT NULL,
    last_at       VARCHAR(40)  NOT NULL,
    blocked_until VARCHAR(40)  NOT NULL,
    PRIMARY KEY (kind, subject)
);

-- The chain of what happens beside every deal: sign-ins, people, rule packs, the clause library.
CREATE TABLE house_chain (
    chain VARCHAR(10) NOT NULL PRIMARY KEY,
    seq   BIGINT      NOT NULL,
    head  VARCHAR(64) NOT NULL
);
INSERT INTO house_chain (chain, seq, head)
VALUES ('house', 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE TABLE house_event (
    seq           BIGINT      NOT NULL PRIMARY KEY,
    type          VARCHAR(80) NOT NULL,
    person        VARCHAR(80) NOT NULL,
    recorded_at   VARCHAR(40) NOT NULL,
    body          TEXT        NOT NULL,
    previous_hash VARCHAR(64) NOT NULL,
    hash          VARCHAR(64) NOT NULL
);
