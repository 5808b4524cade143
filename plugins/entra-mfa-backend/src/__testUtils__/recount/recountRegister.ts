import { type BreakGlassCheckId } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { rawBodies } from '../rawTables';
import type { Recount, Recounted } from './types';

/** Methods that fail together, by the kinds that the register tells apart; written down once more. */
const kinds = `(VALUES ('mobilePhone', 'phone'), ('alternateMobilePhone', 'phone'),
  ('officePhone', 'phone'), ('microsoftAuthenticatorPush', 'microsoft-authenticator'),
  ('microsoftAuthenticatorPasswordless', 'microsoft-authenticator'),
  ('passKeyDeviceBoundAuthenticator', 'microsoft-authenticator'),
  ('softwareOneTimePasscode', 'software-passcode'),
  ('hardwareOneTimePasscode', 'hardware-passcode'), ('fido2SecurityKey', 'security-key'),
  ('passKeyDeviceBound', 'security-key'), ('passKeySynced', 'synced-passkey'),
  ('windowsHelloForBusiness', 'windows-hello'),
  ('passKeyDeviceBoundWindowsHello', 'windows-hello'), ('macOsSecureEnclaveKey', 'mac-os'))`;

/** Who holds a role by a data set, themselves or through a group. */
const holders = (dataSet: string) => `
  SELECT '${dataSet}' AS data_set, coalesce(json_extract(g.body, '$.memberId'),
    json_extract(a.body, '$.principalId')) AS id
  FROM ${rawBodies(dataSet)} a LEFT JOIN ${rawBodies('role-group-members')} g
    ON json_extract(g.body, '$.groupId') = json_extract(a.body, '$.principalId')
  WHERE json_extract(a.body, '$.roleDefinitionId') = '62e90394-69f5-4237-9190-012177145e10'`;

const isHolder = (dataSet: string) =>
  `EXISTS (SELECT 1 FROM raw_holder h WHERE h.id = c.column1 AND h.data_set = '${dataSet}')`;

const statements = (ids: readonly string[]) => [
  `CREATE TABLE raw_kind AS SELECT DISTINCT m.id, x.column2 AS kind
    FROM raw_method m JOIN ${kinds} x ON x.column1 = m.method`,
  'CREATE INDEX raw_kind_id ON raw_kind (id)',
  `CREATE TABLE raw_daily AS SELECT k.kind FROM raw_person p JOIN raw_kind k ON k.id = p.id
    WHERE p.left_out IS NULL AND p.privileged GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`,
  `CREATE TABLE raw_holder AS ${holders('role-assignments')}
    UNION ALL ${holders('role-eligibility')}`,
  `CREATE TABLE raw_break_glass AS SELECT c.column1 AS id, u.body IS NOT NULL AS found,
    json_extract(u.body, '$.accountEnabled') AS enabled,
    coalesce(json_extract(u.body, '$.onPremisesSyncEnabled'), 0) AS synced,
    ${isHolder('role-assignments')} AS active, ${isHolder(
    'role-eligibility',
  )} AS eligible,
    (SELECT count(*) FROM raw_kind k WHERE k.id = c.column1) AS kinds,
    (SELECT count(*) FROM raw_kind k WHERE k.id = c.column1 AND k.kind <> 'phone') AS own_kinds,
    r.id IS NOT NULL AS reported,
    EXISTS (SELECT 1 FROM raw_tier t WHERE t.id = c.column1 AND t.strength = 7) AS resistant,
    EXISTS (SELECT 1 FROM raw_kind k, raw_daily d
      WHERE k.id = c.column1 AND k.kind <> d.kind) AS differs
    FROM (VALUES ${ids.map(id => `('${id}')`).join(', ')}) c
    LEFT JOIN ${rawBodies('users')} u ON u.record_key = c.column1
    LEFT JOIN raw_registration r ON r.id = c.column1`,
];

/** When an account passes a check, and when it fails; else it is not known. */
const checks: Record<BreakGlassCheckId, [passed: string, failed: string]> = {
  exists: ['found', 'NOT found'],
  enabled: ['enabled = 1', 'enabled = 0'],
  'cloud-only': ['found AND NOT synced', 'synced'],
  'own-method': ['found AND own_kinds > 0', 'found AND reported'],
  'phishing-resistant': ['found AND resistant', 'found AND reported'],
  differs: ['differs', 'kinds > 0'],
  'permanent-role': ['active AND NOT eligible', 'found AND NOT active'],
  drill: ['0', '1'],
};

/** How many of the configured break-glass accounts pass and fail each check. */
export async function recountRegister({
  knex,
  api,
  pairs,
}: Recount): Promise<Recounted> {
  const register = routes.getBreakGlass.response.parse(
    (await api.get('/break-glass')).body,
  );
  expect(register.configured).toBe(3);
  for (const statement of statements(register.accounts.map(({ id }) => id))) {
    await knex.raw(statement);
  }
  const counted: (typeof register)['checks'] = [];
  for (const { check } of register.checks) {
    const [isPassed, isFailed] = checks[check];
    const {
      passed = 0,
      failed = 0,
      notKnown = 0,
    } = await pairs(
      `SELECT CASE WHEN ${isPassed} THEN 'passed' WHEN ${isFailed} THEN 'failed'
        ELSE 'notKnown' END AS name, count(*) AS n FROM raw_break_glass GROUP BY 1`,
    );
    counted.push({ check, passed, failed, notKnown });
  }
  return { told: register.checks, counted };
}
