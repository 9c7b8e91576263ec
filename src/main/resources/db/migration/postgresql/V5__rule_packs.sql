-- Rule packs by the SHA-256 over their files; a deal is pinned to one, so none is ever removed.
CREATE TABLE rule_pack (
    sha256    VARCHAR(64) NOT NULL PRIMARY KEY,
    pack_id   VARCHAR(80) NOT NULL,
    bytes     BYTEA NOT NULL,
    loaded_by VARCHAR(80) NOT NULL,
    loaded_at VARCHAR(40) NOT NULL
);
