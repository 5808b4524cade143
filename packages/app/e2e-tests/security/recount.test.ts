import {
  formatPermille,
  type Overview,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { rawTenant } from '../support/rawTenant';
import { signIn } from '../support/signIn';
import { syncNow } from '../support/syncNow';
import { expect, test } from '../support/test';

/** The classes of people left out, in the order in which they are asked, in SQL over raw rows. */
const people = `
  SELECT json_extract(u.row, '$.id') AS id,
    CASE
      WHEN json_extract(u.row, '$.id') IN (
        '70b7b99e-ffae-42c5-8ef1-6ef4db2779f4',
        '8f0c4c52-7d0e-4a53-9f54-20b3b6a1c7d2',
        'c1d9b6a0-35f7-4f0a-8a0f-6f1f5f0d9e33',
        'e46f2a7b-0b6d-4d5e-b7a1-93c2d1e8fa44') THEN 'break-glass'
      WHEN json_extract(u.row, '$.accountEnabled') = 0 THEN 'disabled'
      WHEN lower(json_extract(u.row, '$.userType')) = 'guest' THEN 'guest'
      WHEN json_extract(u.row, '$.userPrincipalName')
        LIKE 'Sync\\_%@%.onmicrosoft.com' ESCAPE '\\' THEN 'sync'
      WHEN json_extract(u.row, '$.userPrincipalName')
        LIKE 'package\\_%-%-%-%-%@%' ESCAPE '\\' THEN 'bulk-enrolment'
      WHEN json_extract(u.row, '$."@odata.type"') LIKE '%agentUser' THEN 'agent'
      WHEN json_extract(u.row, '$.id') IN (
        'a3e7c5d9-08b2-4f16-b94a-1d6e2c7f8035',
        'b81d4f20-c6e9-4735-8a0d-e95b37a2c64f',
        'd2964e3b-5f70-4c8a-92e1-7b0da8f3c516')
        OR json_extract(u.row, '$.userPrincipalName') LIKE 'svc-%' THEN 'listed'
      WHEN substr(json_extract(u.row, '$.employeeHireDate'), 1, 10) > substr(:now, 1, 10)
        THEN 'future-hire'
    END AS left_out,
    json_extract(r.row, '$.isMfaRegistered') AS registered,
    json_extract(u.row, '$.accountEnabled') IS NOT NULL
      AND json_extract(u.row, '$.userType') IS NOT NULL
      AND json_extract(r.row, '$.isMfaRegistered') IS NOT NULL
      AND json_extract(r.row, '$.isMfaCapable') IS NOT NULL
      AND json_extract(r.row, '$.methodsRegistered') IS NOT NULL AS has_values
  FROM users u
  LEFT JOIN registrations r
    ON json_extract(r.row, '$.id') = json_extract(u.row, '$.id')`;

test('the figures on screen are those of a recount of the raw pages by SQL', async ({
  page,
  portal,
}) => {
  // The tenant stands still, so that the portal and the recount read the same.
  await portal.control('POST', 'clock', { frozen: true });
  try {
    await syncNow(portal);
    const overview = await portal.api<Overview>('/overview');
    const raw = await rawTenant(portal.running);
    const now = new Date().toISOString();
    const count = (where: string) =>
      raw
        .prepare<{ now: string }, { count: number }>(
          `SELECT count(*) AS count FROM (${people}) WHERE ${where}`,
        )
        .get({ now })!.count;

    const { directory, counts } = overview;
    expect(directory!.total).toBe(count('true'));
    for (const { scopeClass, count: shown } of directory!.leftOut) {
      expect([scopeClass, shown]).toEqual([
        scopeClass,
        count(`left_out = '${scopeClass}'`),
      ]);
    }
    const covered = count('left_out IS NULL AND registered = 1 AND has_values');
    expect(counts!.coverage.covered).toBe(covered);
    expect(counts!.inScope).toBe(count('left_out IS NULL'));
    expect(counts!.states.uncovered + counts!.states.unknown).toBe(
      count('left_out IS NULL AND NOT (registered IS 1 AND has_values)'),
    );

    await signIn(page, '/entra-mfa');
    await expect(
      page
        .getByText(
          formatPermille(
            Math.floor(
              (covered * 1000) / (covered + counts!.coverage.uncovered),
            ),
          )!,
        )
        .first(),
    ).toBeVisible();
    await expect(
      page.getByText(`${covered.toLocaleString('en-US')} of`),
    ).toBeVisible();
  } finally {
    await portal.control('POST', 'clock', { frozen: false });
  }
});
