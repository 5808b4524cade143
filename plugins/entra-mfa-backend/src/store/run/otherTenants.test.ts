import type { Knex } from 'knex';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import {
  holder,
  startThreeTenants,
  threeBegan,
  threeTenants,
} from '../../__testUtils__/threeTenants';
import { countMissing } from './countMissing';
import { isPublished } from './isPublished';
import { readBodies } from './readBodies';
import { readDataSetVersions } from './readDataSetVersions';
import { readExpectedPeople } from './readExpectedPeople';
import { readKnownKeys } from './readKnownKeys';
import { readLastLost } from './readLastLost';
import { readLastRunNumber } from './readLastRunNumber';
import { readLostKeys } from './readLostKeys';
import { readProgress } from './readProgress';
import { readPublishedBy } from './readPublishedBy';
import { readRecords } from './readRecords';
import { readRowCount } from './readRowCount';
import { readStage } from './readStage';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const everybody = { countGuests: true };

type Read = (knex: Knex, tenantId: string) => Promise<unknown>;

const reads: Record<string, [read: Read, answers: unknown[]]> = {
  countMissing: [
    (knex, tenantId) => countMissing(knex, tenantId, 'isMfaCapable', everybody),
    [0, 1, 0],
  ],
  isPublished: [isPublished, [false, true, true]],
  readBodies: [
    async (knex, tenantId) => {
      const of = { tenantId, dataSet: 'roles' };
      return [...(await readBodies(knex, of, ['a']))];
    },
    ['0', '1', '2'].map(body => [['a', body]]),
  ],
  readDataSetVersions: [
    async (knex, tenantId) => {
      const read = await readDataSetVersions(knex, tenantId, 1, []);
      return [
        read.lastSnapshot?.rules_version,
        Object.values(read.dataSets).map(set => set?.version),
      ];
    },
    [0, 1, 2].map(n => [`of-${n}`, [n + 1, n + 1]]),
  ],
  readExpectedPeople: [
    (knex, tenantId) => readExpectedPeople(knex, { tenantId, run: 3, holder }),
    [10, 11, 12],
  ],
  readKnownKeys: [
    async (knex, tenantId) => {
      const of = { tenantId, dataSet: 'users' };
      return [...(await readKnownKeys(knex, of, ['c']))];
    },
    [[], ['c'], []],
  ],
  readLastLost: [
    (knex, tenantId) => readLastLost(knex, { tenantId, run: 3 }, 'users'),
    [[0], [1], [2]],
  ],
  readLastRunNumber: [readLastRunNumber, [3, 4, 5]],
  readLostKeys: [
    (knex, tenantId) => {
      const run = { tenantId, run: 3 };
      return readLostKeys(knex, run, { id: 'users' }, 'userType', everybody);
    },
    [[], ['a'], ['b']],
  ],
  readProgress: [
    readProgress,
    [0, 1, 2].map(n => ({
      run: 3,
      startedAt: new Date(threeBegan.getTime() + n),
      dataSet: 'roles',
      pages: n,
      rows: 5 + n,
      rowsBefore: 20 + n,
      dataSetStartedAt: null,
      people: 5 + n,
      expectedPeople: 10 + n,
      reportRead: false,
      readToTheEnd: false,
      waits: ['roles', 'users'].map(dataSet => ({
        dataSet,
        waitedMs: 100 * (n + 1),
      })),
    })),
  ],
  readPublishedBy: [
    async (knex, tenantId) => [
      ...(await readPublishedBy(knex, { tenantId, run: 3, holder })),
    ],
    [[], ['users'], ['roles']],
  ],
  readRecords: [
    async (knex, tenantId) => {
      const found: unknown[] = [];
      for await (const record of readRecords(knex, {
        tenantId,
        dataSet: 'roles',
      })) {
        found.push(record);
      }
      return found;
    },
    ['0', '1', '2'].map(body => [{ key: 'a', body }]),
  ],
  readRowCount: [
    (knex, tenantId) => readRowCount(knex, tenantId, ['users', 'roles']),
    [40, 42, 44],
  ],
  readStage: [
    async (knex, tenantId) => {
      const of = { tenantId, run: 3, dataSet: 'users' };
      return (await readStage(knex, of)).map(row => [row.tenant_id, row.rows]);
    },
    threeTenants.map((tenant, n) => [[tenant, 5 + n]]),
  ],
};

describe.each(databases.eachSupportedId())('a run on %s', databaseId => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await startThreeTenants(knex);
  });

  it.each(Object.entries(reads))(
    'is told by %s as its tenant has it',
    async (_, [read, answers]) => {
      for (const [n, tenantId] of threeTenants.entries()) {
        expect(await read(knex, tenantId)).toEqual(answers[n]);
      }
    },
  );
});
