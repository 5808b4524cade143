import {
  reviewReasons,
  type ReviewReason,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { rawBodies } from '../rawTables';
import { everyItem } from './everyItem';
import type { Recount, Recounted } from './types';

/** Whom a first review lists and why, with `before_person` as they were a week before. */
export async function recountReview({
  knex,
  api,
  one,
  pairs,
}: Recount): Promise<Recounted> {
  const opened = await api.post('/reviews').send({});
  const { counts, snapshot, compared } = routes.getReview.response.parse(
    opened.body,
  );
  const oldEnough = new Date(
    Date.parse(snapshot.at) - 14 * 86_400_000,
  ).toISOString();
  const reasons: Record<ReviewReason, string> = {
    privileged: `p.privileged OR (NOT u.enabled AND p.id IN (SELECT id FROM raw_role))`,
    new: `b.id IS NULL OR u.created >= '${compared.since}'`,
    'left-but-enabled': `(u.enabled AND p.id IN (SELECT record_key FROM ${rawBodies(
      'leave-dates',
    )} WHERE unixepoch(json_extract(body, '$.employeeLeaveDateTime'))
        <= unixepoch('${snapshot.at}')))
      OR (p.left_out IS NULL AND NOT p.in_catalog AND 'user:default/' || p.id IN
        (SELECT record_key FROM record WHERE data_set = 'catalog-users'))`,
    disabled: `NOT u.enabled AND (SELECT json_extract(body, '$.accountEnabled') FROM record WHERE data_set = 'users'
      AND record_key = p.id AND from_run = 1)`,
    'no-method': `p.left_out IS NULL AND p.state = 'uncovered'
      AND coalesce(p.registered, 0) = 0
      AND (u.created IS NULL OR u.created <= '${oldEnough}')`,
  };
  await knex.raw(
    `CREATE TABLE raw_item AS SELECT * FROM (SELECT p.id, ${reviewReasons
      .map(name => `coalesce((${reasons[name]}), 0) AS "${name}"`)
      .join(', ')}
     FROM raw_person p LEFT JOIN before_person b ON b.id = p.id
     JOIN (SELECT record_key AS id, json_extract(body, '$.accountEnabled') AS enabled,
       strftime('%Y-%m-%dT%H:%M:%fZ', json_extract(body, '$.createdDateTime')) AS created
       FROM ${rawBodies('users')}) u ON u.id = p.id)
     WHERE ${reviewReasons.map(name => `"${name}"`).join(' OR ')}`,
  );
  const told: Record<string, unknown> = {
    items: counts.items,
    reasons: counts.reasons,
  };
  const counted: Record<string, unknown> = {
    items: await one('SELECT count(*) FROM raw_item'),
    reasons: await pairs(
      reviewReasons
        .map(
          name =>
            `SELECT '${name}' AS name, total("${name}") AS n FROM raw_item`,
        )
        .join(' UNION ALL '),
    ),
  };
  for (const name of ['privileged', 'left-but-enabled'] as const) {
    const items = await everyItem(
      api,
      `/reviews/1/items?reason=${name}`,
      body => routes.getReviewItems.response.parse(body),
    );
    const rows: { id: string }[] = await knex.raw(
      `SELECT id FROM raw_item WHERE "${name}" ORDER BY 1`,
    );
    expect(rows.length).toBeGreaterThan(0);
    told[name] = items.map(({ id }) => id).sort();
    counted[name] = rows.map(({ id }) => id);
  }
  return { told, counted };
}
