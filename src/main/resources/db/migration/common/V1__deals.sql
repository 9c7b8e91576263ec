CREATE TABLE person (
    sign_in       VARCHAR(80)  NOT NULL PRIMARY KEY,
    name          VARCHAR(200) NOT NULL,
    name_ja       VARCHAR(200) NOT NULL,
    password_hash VARCHAR(200) NOT NULL,
    administrator BOOLEAN      NOT NULL
);

CREATE TABLE deal (
    deal_id      VARCHAR(40) NOT NULL PRIMARY KEY,
    practice     BOOLEAN     NOT NULL,
    rule_pack    VARCHAR(64) NOT NULL,
    practice_now VARCHAR(40),
    opened_by    VARCHAR(80) NOT NULL
);

CREATE TABLE membership (
    deal_id VARCHAR(40)  NOT NULL REFERENCES deal (deal_id),
    person  VARCHAR(80)  NOT NULL,
    role    VARCHAR(40)  NOT NULL,
    firm    VARCHAR(200) NOT NULL,
    PRIMARY KEY (deal_id, person, role)
);

-- Head of a deal's chain of events, and the lock that every change of the deal takes first.
CREATE TABLE deal_chain (
    deal_id VARCHAR(40) NOT NULL PRIMARY KEY REFERENCES deal (deal_id),
    seq     BIGINT      NOT NULL,
    head    VARCHAR(64) NOT NULL
);

CREATE TABLE deal_event (
    deal_id       VARCHAR(40)  NOT NULL REFERENCES deal (deal_id),
    seq           BIGINT       NOT NULL,
    type          VARCHAR(80)  NOT NULL,
    person        VARCHAR(80)  NOT NULL,
    business_at   VARCHAR(40)  NOT NULL,
    recorded_at   VARCHAR(40)  NOT NULL,
    body          TEXT         NOT NULL,
    previous_hash VARCHAR(64)  NOT NULL,
    hash          VARCHAR(64)  NOT NULL,
    PRIMARY KEY (deal_id, seq)
);

CREATE TABLE deal_fact (
    fact_id     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    deal_id     VARCHAR(40)  NOT NULL REFERENCES deal (deal_id),
    kind        VARCHAR(80)  NOT NULL,
    fact_key    VARCHAR(200) NOT NULL,
    version     INTEGER      NOT NULL,
    body        TEXT         NOT NULL,
    person      VARCHAR(80)  NOT NULL,
    business_at VARCHAR(40)  NOT NULL,
    withdrawn   BOOLEAN      NOT NULL,
    UNIQUE (deal_id, kind, fact_key, version)
);
CREATE INDEX deal_fact_by_kind ON deal_fact (deal_id, kind, fact_id);

-- Half-filled forms, kept as typed.
CREATE TABLE draft (
    deal_id  VARCHAR(40) NOT NULL REFERENCES deal (deal_id),
    form     VARCHAR(80) NOT NULL,
    version  INTEGER     NOT NULL,
    body     TEXT        NOT NULL,
    person   VARCHAR(80) NOT NULL,
    saved_at VARCHAR(40) NOT NULL,
    PRIMARY KEY (deal_id, form)
);
