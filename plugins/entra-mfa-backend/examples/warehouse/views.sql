-- What the lines of the feed say, for DuckDB and PostgreSQL alike.

-- Everybody as they were from one pull to the next: what a line says holds until the next one of the same person. Who
-- is deleted has no row from then on.
CREATE OR REPLACE VIEW mfa_person AS
SELECT tenant, person, snapshot, next_snapshot, valid_from, valid_to, state, since
FROM (
  SELECT
    tenant,
    person,
    snapshot,
    LEAD(snapshot) OVER versions AS next_snapshot,
    told_at AS valid_from,
    LEAD(told_at) OVER versions AS valid_to,
    body->'unmapped'->>'state' AS state,
    CAST(body->'unmapped'->>'since' AS TIMESTAMP) AS since,
    body->'unmapped'->>'deleted' AS deleted
  FROM mfa_event
  WHERE class_uid = 5003
  WINDOW versions AS (PARTITION BY tenant, person ORDER BY snapshot)
) AS line
WHERE deleted IS NULL;

-- How many were covered, at each snapshot that counted otherwise.
CREATE OR REPLACE VIEW mfa_coverage AS
SELECT
  tenant,
  snapshot,
  told_at,
  CAST(body->'unmapped'->'figures'->>'covered' AS INTEGER) AS covered,
  CAST(body->'unmapped'->'figures'->>'uncovered' AS INTEGER) AS uncovered
FROM mfa_event
WHERE class_uid = 0
  AND (body->>'message') = 'registration-summary';

-- Who registered, and since when they had been without: known of whom a pull had as uncovered before.
CREATE OR REPLACE VIEW mfa_registration AS
SELECT
  gained.tenant,
  gained.person,
  gained.told_at AS registered_at,
  before.since AS uncovered_since
FROM mfa_event AS gained
JOIN mfa_person AS before
  ON before.tenant = gained.tenant
  AND before.person = gained.person
  AND before.state = 'uncovered'
  AND before.snapshot < gained.snapshot
  AND (before.next_snapshot IS NULL OR before.next_snapshot >= gained.snapshot)
WHERE gained.type_uid = 300110;
