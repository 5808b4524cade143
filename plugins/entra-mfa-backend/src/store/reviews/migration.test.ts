import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { readdirSync } from 'fs';
import { resolve } from 'path';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const directory = resolve(__dirname, '../../../migrations');
const name = '20261121120700_review.js';
const tables = ['review', 'review_item', 'review_decision'];
const at = new Date('2026-11-21T08:00:00Z');

const review = (number: number, rest: object = {}) => ({
  tenant_id: 't',
  review: number,
  title: 'Q4 2026',
  snapshot: 1,
  baseline_snapshot: 1,
  since: at,
  no_method_after_days: 14,
  roles_not_known: 0,
  opened_by: 'user:default/ada',
  opened_at: at,
  last_step_at: at,
  ...rest,
});

describe.each(databases.eachSupportedId())('review on %s', databaseId => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await knex.migrate.latest({ directory });
  });

  const existing = () =>
    Promise.all(tables.map(table => knex.schema.hasTable(table)));

  it('goes up, holds reviews, goes down with them, and up again', async () => {
    const later = readdirSync(directory).filter(file => file > name);
    await knex('review').insert(review(1, { closed_at: at, closed_by: 'x' }));
    await knex('review').insert(review(2));
    await knex('review_item').insert({
      tenant_id: 't',
      review: 2,
      object_id: 'o',
      reasons: 9,
      keep_needs_note: true,
      privileged_rank: 0,
      sort_name: 'ada',
    });
    await knex('review_decision').insert({
      tenant_id: 't',
      review: 2,
      object_id: 'o',
      step: 1,
      decision: 'keep',
      decided_by: 'user:default/ada',
      decided_at: at,
    });
    for (const _ of [...later, name]) {
      await knex.migrate.down({ directory });
    }
    expect(await existing()).toEqual([false, false, false]);
    expect(await knex.schema.hasTable('person')).toBe(true);
    await knex.migrate.latest({ directory });
    expect(await existing()).toEqual([true, true, true]);
    expect(await knex('review')).toEqual([]);
  });

  it('lets a tenant have one open review, whoever asks', async () => {
    await knex('review').insert(review(1, { closed_at: at, closed_by: 'x' }));
    await knex('review').insert(review(2));
    await expect(knex('review').insert(review(3))).rejects.toMatchObject({
      message: expect.stringMatching(/unique/i),
    });
    await knex('review').insert(review(1, { tenant_id: 'other' }));
  });
});
