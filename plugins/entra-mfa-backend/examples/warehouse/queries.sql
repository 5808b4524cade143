-- Three questions, for DuckDB and PostgreSQL alike, after views.sql.

-- Coverage by month, in percent, as the month ended: cut off, as the portal does. A month in which nothing changed has
-- no row, and was as the one before.
SELECT tenant, month, FLOOR(1000.0 * covered / NULLIF(covered + uncovered, 0)) / 10 AS percent
FROM (
  SELECT
    tenant,
    date_trunc('month', told_at) AS month,
    covered,
    uncovered,
    ROW_NUMBER() OVER (
      PARTITION BY tenant, date_trunc('month', told_at)
      ORDER BY snapshot DESC
    ) AS place
  FROM mfa_coverage
) AS counted
WHERE place = 1
ORDER BY tenant, month;

-- Who was uncovered as a day (UTC) ended, by the last pull of it, and since when.
SELECT tenant, person, since
FROM mfa_person
WHERE state = 'uncovered'
  AND valid_from < DATE '2026-11-30' + INTERVAL '1' DAY
  AND (valid_to IS NULL OR valid_to >= DATE '2026-11-30' + INTERVAL '1' DAY)
ORDER BY tenant, since, person;

-- How many days it took to register, by the month in which people did: half of them took no longer.
SELECT
  tenant,
  date_trunc('month', registered_at) AS month,
  COUNT(*) AS people,
  percentile_cont(0.5) WITHIN GROUP (
    ORDER BY CAST(EXTRACT(EPOCH FROM (registered_at - uncovered_since)) AS DOUBLE PRECISION) / 86400
  ) AS median_days
FROM mfa_registration
GROUP BY tenant, date_trunc('month', registered_at)
ORDER BY tenant, month;
