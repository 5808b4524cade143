import type { Knex } from 'knex';
import { STILL_TRUE } from '../store/sql/tables';

/** The records of a data set as they are now: `record_key` and `body`. */
export const rawBodies = (dataSet: string) =>
  `(SELECT record_key, body FROM record WHERE data_set = '${dataSet}' AND to_run = ${STILL_TRUE})`;

/** Methods by strength, as Microsoft names them; written down once more, for a count by other means. */
const methods = `
  VALUES ('email', 1, 'recovery-only'), ('securityQuestion', 1, 'recovery-only'),
    ('temporaryAccessPass', 2, 'bootstrap'), ('qrCodePin', 3, 'other'),
    ('externalAuthMethod', 3, 'other'), ('mobilePhone', 4, 'phone'),
    ('alternateMobilePhone', 4, 'phone'), ('officePhone', 4, 'phone'),
    ('microsoftAuthenticatorPush', 5, 'app-or-token'),
    ('softwareOneTimePasscode', 5, 'app-or-token'),
    ('hardwareOneTimePasscode', 5, 'app-or-token'),
    ('microsoftAuthenticatorPasswordless', 6, 'passwordless'),
    ('passKeyDeviceBound', 7, 'phishing-resistant'),
    ('passKeyDeviceBoundAuthenticator', 7, 'phishing-resistant'),
    ('passKeyDeviceBoundWindowsHello', 7, 'phishing-resistant'),
    ('passKeySynced', 7, 'phishing-resistant'),
    ('fido2SecurityKey', 7, 'phishing-resistant'),
    ('windowsHelloForBusiness', 7, 'phishing-resistant'),
    ('macOsSecureEnclaveKey', 7, 'phishing-resistant')`;

/** Of the roles that a simulated tenant has, those that Microsoft documents as privileged. */
const privilegedRoles = `(
    '62e90394-69f5-4237-9190-012177145e10',
    '194ae4cb-b126-40b2-bd5b-6091b380977d',
    'fe930be7-5e62-47db-91af-98c3a49a38b1',
    'b1be1c3e-b65d-4f19-8427-f6fa0d97feb9',
    '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
    'c4e39bd9-1100-46d3-8c65-fb160da0071f',
    '729827e3-9c14-49f7-bb1b-9608f156bbb8',
    'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
    '3a2c62db-5318-420d-8d74-23affee5d9d5')`;

/** Who a data set says has which role, groups as such. */
const rolesOf = (dataSet: string, kind: string) =>
  `SELECT json_extract(body, '$.principalId') AS id,
    json_extract(body, '$.roleDefinitionId') AS role, '${kind}' AS kind
    FROM ${rawBodies(dataSet)}`;

const directorySynchronization = 'd29b2b05-8046-44ba-8758-1e26182fcf32';

/**
 * The records of a tenant that were read twice, in plain tables of an SQLite: `raw_person` with what
 * the rules say of them, written in SQL and nothing else, `raw_method`, `raw_registration`,
 * `raw_registration_before` (who had a row a snapshot before), `raw_membership` and `raw_above` (each team with itself and all below it).
 */
export async function rawTables(knex: Knex, now: Date): Promise<void> {
  const statements = [
    ...[
      'raw_registration',
      'raw_before',
      'raw_registration_before',
      'raw_method',
      'raw_tier',
      'raw_role',
      'raw_catalog_user',
      'raw_membership',
      'raw_above',
    ].map(table => `DROP TABLE IF EXISTS ${table}`),
    `DROP INDEX IF EXISTS raw_person_id`,
    `CREATE TABLE raw_registration AS SELECT record_key AS id,
      json_extract(body, '$.isMfaRegistered') AS registered,
      json_extract(body, '$.isMfaCapable') AS capable,
      json_extract(body, '$.methodsRegistered') AS methods
      FROM ${rawBodies('registrations')}`,
    `CREATE UNIQUE INDEX raw_registration_id ON raw_registration (id)`,
    `CREATE TABLE raw_before AS SELECT run, report_refreshed_at FROM snapshot
      ORDER BY snapshot DESC LIMIT 1 OFFSET 1`,
    `CREATE TABLE raw_registration_before AS SELECT r.record_key AS id
      FROM record r, raw_before b WHERE r.data_set = 'registrations'
        AND r.from_run <= b.run AND r.to_run > b.run`,
    `CREATE UNIQUE INDEX raw_registration_before_id ON raw_registration_before (id)`,
    `CREATE TABLE raw_method AS SELECT r.id, m.value AS method
      FROM raw_registration r, json_each(r.methods) m`,
    `CREATE TABLE raw_tier AS SELECT m.id, max(k.column2) AS strength
      FROM raw_method m LEFT JOIN (${methods}) k ON k.column1 = m.method GROUP BY 1`,
    `CREATE UNIQUE INDEX raw_tier_id ON raw_tier (id)`,
    `CREATE TABLE raw_role AS
      WITH held AS (${rolesOf('role-assignments', 'active')}
        UNION ALL ${rolesOf('role-eligibility', 'eligible')})
      SELECT id, role, kind FROM held
      UNION SELECT json_extract(g.body, '$.memberId'), role, kind
        FROM held JOIN ${rawBodies('role-group-members')} g
        ON json_extract(g.body, '$.groupId') = held.id
      UNION SELECT json_extract(g.body, '$.principalId'), role, 'eligible'
        FROM held JOIN ${rawBodies('role-group-eligibility')} g
        ON json_extract(g.body, '$.groupId') = held.id`,
    `CREATE INDEX raw_role_id ON raw_role (id, role)`,
    `CREATE TABLE raw_catalog_user AS
      SELECT substr(record_key, length('user:default/') + 1) AS id
      FROM ${rawBodies('catalog-users')}`,
    `CREATE UNIQUE INDEX raw_catalog_user_id ON raw_catalog_user (id)`,
    `CREATE TABLE raw_membership AS
      SELECT substr(json_extract(body, '$.userRef'), length('user:default/') + 1) AS id,
        json_extract(body, '$.groupRef') AS team
      FROM ${rawBodies('catalog-memberships')}`,
    `CREATE TABLE raw_above AS
      WITH RECURSIVE parent AS (SELECT record_key AS team,
          json_extract(body, '$.parentRef') AS parent FROM ${rawBodies(
            'catalog-groups',
          )}),
        above (team, sub_team) AS (SELECT team, team FROM parent
          UNION SELECT p.parent, above.sub_team FROM above
          JOIN parent p ON p.team = above.team WHERE p.parent IS NOT NULL)
      SELECT team, sub_team FROM above`,
    `CREATE TABLE raw_person AS
      SELECT *, CASE WHEN left_out IS NOT NULL THEN 'out-of-scope'
          WHEN without_value THEN 'unknown'
          WHEN registered IS NULL THEN iif(missed_twice, 'uncovered', 'unknown')
          WHEN registered = 1 THEN 'covered'
          WHEN methods LIKE '%"externalAuthMethod"%' THEN 'unknown'
          ELSE 'uncovered' END AS state
      FROM (SELECT u.record_key AS id, r.registered, r.capable, r.methods,
        json_extract(u.body, '$.userType') IS NULL AS without_value,
        unixepoch(json_extract(u.body, '$.createdDateTime')) * 1000
            < min(${now.getTime()} - 36 * 3600000, b.report_refreshed_at)
          AND u.record_key NOT IN (SELECT id FROM raw_registration_before)
          AS missed_twice,
        CASE WHEN r.id IS NULL THEN NULL ELSE coalesce(
          (SELECT column3 FROM (${methods}) WHERE column2 = t.strength),
          iif(r.methods = '[]', 'none', 'other')) END AS tier,
        EXISTS (SELECT 1 FROM raw_role o WHERE o.id = u.record_key
          AND o.role IN ${privilegedRoles}) AS privileged,
        EXISTS (SELECT 1 FROM raw_catalog_user c WHERE c.id = u.record_key) AS in_catalog,
        CASE
          WHEN u.record_key IN ('70b7b99e-ffae-42c5-8ef1-6ef4db2779f4',
            '8f0c4c52-7d0e-4a53-9f54-20b3b6a1c7d2') THEN 'break-glass'
          WHEN json_extract(u.body, '$.accountEnabled') = 0 THEN 'disabled'
          WHEN lower(json_extract(u.body, '$.userType')) = 'guest' THEN 'guest'
          WHEN json_extract(u.body, '$.userPrincipalName')
              LIKE 'Sync\\_%@%.onmicrosoft.com' ESCAPE '\\'
            OR EXISTS (SELECT 1 FROM raw_role o WHERE o.id = u.record_key
              AND o.role = '${directorySynchronization}') THEN 'sync'
          WHEN json_extract(u.body, '$.userPrincipalName')
            LIKE 'package\\_%-%-%-%-%@%' ESCAPE '\\' THEN 'bulk-enrolment'
          WHEN json_extract(u.body, '$.type') LIKE '%agentUser' THEN 'agent'
          WHEN json_extract(u.body, '$.userPrincipalName') LIKE 'svc-%' THEN 'listed'
          WHEN substr(json_extract(u.body, '$.employeeHireDate'), 1, 10)
            > '${now.toISOString().slice(0, 10)}' THEN 'future-hire'
        END AS left_out
        FROM ${rawBodies('users')} u
        JOIN raw_before b
        LEFT JOIN raw_registration r ON r.id = u.record_key
        LEFT JOIN raw_tier t ON t.id = u.record_key)`,
    `CREATE UNIQUE INDEX raw_person_id ON raw_person (id)`,
  ];
  for (const statement of statements) {
    await knex.raw(statement);
  }
}
