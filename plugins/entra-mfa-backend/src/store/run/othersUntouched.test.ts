import type { Knex } from 'knex';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { holder, startThreeTenants } from '../../__testUtils__/threeTenants';
import { toDate } from '../sql/instant';
import type {
  PersonChangeRow,
  RecordRow,
  RunCollectorRow,
  RunRow,
  StageRow,
  TeamLeadRow,
} from '../sql/tables';
import { removeUnpublished } from './removeUnpublished';
import { restartDataSet } from './restartDataSet';
import type { CollectorState } from './saveCollector';
import { saveExpectedPeople } from './saveExpectedPeople';
import { updateCollector } from './updateCollector';
import { writePages } from './writePages';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

const ours = { tenantId: 'tenant-1', run: 3, holder };
const users = { dataSet: 'users' } as const;
const state: CollectorState = {
  outcome: 'running',
  problem: null,
  pages: 2,
  rows: 7,
  added: 1,
  changed: 0,
  removed: 0,
  calls: 2,
  waitedMs: 9,
  requestIds: [],
};
/** The heartbeat, which every write of a run begins with. */
const heard = {
  gone: ['tenant-1 run 3 expects 11'],
  come: ['tenant-1 run 3 expects 11, heard of'],
};

/** What a write takes away and brings, of all that all tenants have. */
interface Changes {
  gone: string[];
  come: string[];
}
type Write = (trx: Knex.Transaction) => Promise<void>;

const writes: Record<string, [write: Write, changes: Changes]> = {
  removeUnpublished: [
    trx => removeUnpublished(trx, ours),
    {
      // Its run has published users.
      gone: [
        'tenant-1 change 2',
        'tenant-1 change 3',
        'tenant-1 lead 2',
        'tenant-1 lead 3',
        'tenant-1 record roles a 3',
        'tenant-1 stage users 1',
      ],
      come: [],
    },
  ],
  restartDataSet: [
    trx => restartDataSet(trx, ours, 'users'),
    {
      gone: [
        'tenant-1 record users a 3',
        'tenant-1 record users b 3',
        ...heard.gone,
        'tenant-1 stage users 1',
      ],
      come: heard.come,
    },
  ],
  saveExpectedPeople: [
    trx => saveExpectedPeople(trx, ours, 99),
    { gone: heard.gone, come: ['tenant-1 run 3 expects 99, heard of'] },
  ],
  updateCollector: [
    trx => updateCollector(trx, ours, users.dataSet, { waited_ms: 9 }),
    {
      gone: ['tenant-1 collector 3 users waited 200', ...heard.gone],
      come: ['tenant-1 collector 3 users waited 9', ...heard.come],
    },
  ],
  writePages: [
    trx =>
      writePages(trx, ours, {
        ...users,
        records: new Map([['d', { hash: 'new', body: '{}' }]]),
        rewritten: ['a'],
        pages: [
          {
            page: 2,
            next_link: null,
            rows: 1,
            unchanged_keys: null,
            refreshed_seconds: null,
            missing: null,
          },
        ],
        state,
      }),
    {
      gone: [
        'tenant-1 collector 3 users waited 200',
        'tenant-1 record users a 3',
        ...heard.gone,
      ],
      come: [
        'tenant-1 collector 3 users waited 9',
        'tenant-1 record users d 3',
        ...heard.come,
        'tenant-1 stage users 2',
      ],
    },
  ],
};

/** A line for each row that a run writes or removes, of every tenant. */
async function linesOf(knex: Knex): Promise<string[]> {
  const lines = [
    (await knex<RunRow>('run')).map(
      row =>
        `${row.tenant_id} run ${row.run} expects ${row.expected_people}${
          toDate(row.heartbeat_at).getTime() > 0 ? ', heard of' : ''
        }`,
    ),
    (await knex<RunCollectorRow>('run_collector')).map(
      row =>
        `${row.tenant_id} collector ${row.run} ${row.data_set} waited ${row.waited_ms}`,
    ),
    (await knex<StageRow>('stage')).map(
      row => `${row.tenant_id} stage ${row.data_set} ${row.page}`,
    ),
    (await knex<RecordRow>('record')).map(
      row =>
        `${row.tenant_id} record ${row.data_set} ${row.record_key} ${row.from_run}`,
    ),
    (await knex<TeamLeadRow>('team_lead')).map(
      row => `${row.tenant_id} lead ${row.from_snapshot}`,
    ),
    (await knex<PersonChangeRow>('person_change')).map(
      row => `${row.tenant_id} change ${row.snapshot}`,
    ),
  ];
  return lines.flat().sort();
}

describe.each(databases.eachSupportedId())('a run on %s', databaseId => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await startThreeTenants(knex);
  });

  it.each(Object.entries(writes))(
    'is written by %s, and no other tenant’s',
    async (_, [write, changes]) => {
      const trx = await knex.transaction();
      try {
        await trx('run').update({ heartbeat_at: new Date(0) });
        const before = await linesOf(trx);
        await write(trx);
        const after = await linesOf(trx);
        expect({
          gone: before.filter(line => !after.includes(line)),
          come: after.filter(line => !before.includes(line)),
        }).toEqual(changes);
      } finally {
        await trx.rollback();
      }
    },
  );
});
