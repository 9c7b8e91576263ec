-- Secret addresses under which calendar programs read a deal's dates.
CREATE TABLE calendar_feed (
    token   VARCHAR(80) NOT NULL PRIMARY KEY,
    deal_id VARCHAR(40) NOT NULL REFERENCES deal (deal_id),
    person  VARCHAR(80) NOT NULL,
    UNIQUE (deal_id, person)
);
