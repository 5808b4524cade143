import {
  unmatchedKinds,
  unmatchedSchema,
} from 'backstage-plugin-entra-mfa-common';
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
      unmatchedSchema.parse(body),
    );
    const rows: { key: string }[] = await knex.raw(unmatched[kind]);
    expect(rows.length).toBeGreaterThan(0);
    told[kind] = items.map(({ key }) => key).sort();
    counted[kind] = rows.map(({ key }) => key);
  }
  return { told, counted };
}
