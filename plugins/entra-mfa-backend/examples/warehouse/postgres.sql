-- Takes what entra-mfa-feed wrote into a folder into PostgreSQL. Run it after each pull:
--   psql -v ON_ERROR_STOP=1 --single-transaction -f postgres.sql -f views.sql
-- A line that was taken before is told by its uid and left alone, so files may stay where they are.

CREATE TABLE IF NOT EXISTS mfa_event (
  uid TEXT PRIMARY KEY,
  tenant TEXT NOT NULL,
  class_uid INTEGER NOT NULL,
  type_uid INTEGER NOT NULL,
  snapshot INTEGER NOT NULL,
  told_at TIMESTAMP NOT NULL, -- UTC
  person TEXT,
  body JSONB NOT NULL
);

CREATE TEMPORARY TABLE mfa_line (line TEXT);

-- As CSV with a quote and a delimiter that JSON never has: each line is taken as it is.
\copy mfa_line FROM PROGRAM 'cat /var/feed/*.ndjson' WITH (FORMAT csv, QUOTE E'\x01', DELIMITER E'\x02')

INSERT INTO mfa_event
SELECT
  body->'metadata'->>'uid',
  body->'metadata'->>'tenant_uid',
  CAST(body->>'class_uid' AS INTEGER),
  CAST(body->>'type_uid' AS INTEGER),
  CAST(body->'unmapped'->>'snapshot' AS INTEGER),
  to_timestamp(CAST(body->>'time' AS BIGINT) / 1000.0) AT TIME ZONE 'UTC',
  body->'user'->>'uid',
  body
FROM (SELECT CAST(line AS JSONB) AS body FROM mfa_line) AS line
ON CONFLICT DO NOTHING;

DROP TABLE mfa_line;
