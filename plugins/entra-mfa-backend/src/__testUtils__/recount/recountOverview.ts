import { unmatchedKinds } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { rawBodies } from '../rawTables';
import { everyItem } from './everyItem';
import type { Recount, Recounted } from './types';

const users = (what: string) => `SELECT count(*) FROM ${rawBodies('users')} u
  LEFT JOIN raw_registration r ON r.id = u.record_key WHERE ${what}`;

/** Microsoft's own count beside ours, over every account that is not blocked. */
export async function recountCrossCheck({
  one,
  overview,
}: Recount): Promise<Recounted> {
  const summary = rawBodies('feature-summary');
  const here = {
    users: await one(users(`json_extract(u.body, '$.accountEnabled') = 1`)),
    capable: await one(
      users(`json_extract(u.body, '$.accountEnabled') = 1 AND r.capable = 1`),
    ),
  };
  const microsoft = {
    users: await one(`SELECT json_extract(body, '$.users') FROM ${summary}`),
    capable: await one(
      `SELECT json_extract(body, '$.mfaCapable') FROM ${summary}`,
    ),
  };
  const { reason: _, ...told } = overview.crossCheck!;
  return {
    told,
    counted: {
      here,
      microsoft,
      difference: microsoft.capable - here.capable,
    },
  };
}

/** CIS's own count: rows of the report of enabled member users, by the flag alone. */
export async function recountCis({
  one,
  overview,
}: Recount): Promise<Recounted> {
  const members = (what: string) =>
    one(
      users(`json_extract(u.body, '$.accountEnabled') = 1 AND r.id IS NOT NULL
        AND lower(json_extract(u.body, '$.userType')) = 'member' AND ${what}`),
    );
  const counted = {
    members: await members('1'),
    capable: await members('r.capable = 1'),
    certificateScope: await members(
      `r.capable = 1 AND r.registered = 0 AND NOT EXISTS (SELECT 1 FROM raw_method m
        WHERE m.id = r.id AND m.method NOT IN
          ('email', 'securityQuestion', 'temporaryAccessPass', 'qrCode', 'qrCodePin'))`,
    ),
    leftOut: await members(
      `r.id IN (SELECT id FROM raw_person WHERE left_out IS NOT NULL)`,
    ),
  };
  expect(counted.leftOut).toBeGreaterThan(0);
  expect(counted.certificateScope).toBeGreaterThan(0);
  const { permille: _, ...told } = overview.cis!;
  return { told, counted };
}

/** Disabled accounts that still hold a role, of whatever kind and in whatever way. */
export async function recountWatchList({
  one,
  overview,
}: Recount): Promise<Recounted> {
  const counted = await one(
    users(`json_extract(u.body, '$.accountEnabled') = 0
      AND u.record_key IN (SELECT id FROM raw_role)`),
  );
  expect(counted).toBeGreaterThan(0);
  return { told: overview.privileged!.disabledWithRole, counted };
}

const unmatched: Record<(typeof unmatchedKinds)[number], string> = {
  'catalog-user': `SELECT 'user:default/' || id AS key FROM raw_catalog_user
    WHERE id NOT IN (SELECT id FROM raw_person) ORDER BY 1`,
  'report-row': `SELECT id AS key FROM raw_registration
    WHERE id NOT IN (SELECT id FROM raw_person) ORDER BY 1`,
};

/** The lists of what one side knows and the other does not, to their end. */
export async function recountUnmatched({
  knex,
  api,
}: Recount): Promise<Recounted> {
  const told: Record<string, string[]> = {};
  const counted: Record<string, string[]> = {};
  for (const kind of unmatchedKinds) {
    const items = await everyItem(api, `/unmatched?kind=${kind}`, body =>
      routes.getUnmatched.response.parse(body),
    );
    const rows: { key: string }[] = await knex.raw(unmatched[kind]);
    expect(rows.length).toBeGreaterThan(0);
    told[kind] = items.map(({ key }) => key).sort();
    counted[kind] = rows.map(({ key }) => key);
  }
  return { told, counted };
}
