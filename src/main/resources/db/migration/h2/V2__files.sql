CREATE TABLE blob (
    deal_id    VARCHAR(40)  NOT NULL REFERENCES deal (deal_id),
    sha256     VARCHAR(64)  NOT NULL,
    media_type VARCHAR(100) NOT NULL,
    file_name  VARCHAR(300) NOT NULL,
    size_bytes BIGINT       NOT NULL,
    bytes      BINARY LARGE OBJECT NOT NULL,
    PRIMARY KEY (deal_id, sha256)
);
