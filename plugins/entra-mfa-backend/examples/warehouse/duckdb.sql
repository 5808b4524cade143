-- Takes what entra-mfa-feed wrote into a folder into DuckDB. Run it after each pull:
--   (echo "SET VARIABLE feed = '/var/feed';"; cat duckdb.sql views.sql) | duckdb warehouse.duckdb
-- A line that was taken before is told by its uid and left alone, so files may stay where they are.

CREATE TABLE IF NOT EXISTS mfa_event (
  uid VARCHAR PRIMARY KEY,
  tenant VARCHAR NOT NULL,
  class_uid INTEGER NOT NULL,
  type_uid INTEGER NOT NULL,
  snapshot INTEGER NOT NULL,
  told_at TIMESTAMP NOT NULL, -- UTC
  person VARCHAR,
  body JSON NOT NULL
);

INSERT INTO mfa_event
SELECT
  body->'metadata'->>'uid',
  body->'metadata'->>'tenant_uid',
  CAST(body->>'class_uid' AS INTEGER),
  CAST(body->>'type_uid' AS INTEGER),
  CAST(body->'unmapped'->>'snapshot' AS INTEGER),
  epoch_ms(CAST(body->>'time' AS BIGINT)),
  body->'user'->>'uid',
  body
FROM (
  SELECT json AS body
  FROM read_json_objects(
    getvariable('feed') || '/*.ndjson',
    format = 'newline_delimited'
  )
) AS line
ON CONFLICT DO NOTHING;
