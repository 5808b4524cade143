import { TestDatabases } from '../__testUtils__/TestDatabases';
import {
  deviceRow,
  groupEntity,
  reportRow,
  userEntity,
  userRow,
} from '../__testUtils__/rows';
import { smallTenant } from '../__testUtils__/smallTenant';
import { TestSync } from '../__testUtils__/TestSync';
import { GraphRequestError } from '../graph/errors';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe.each(databases.eachSupportedId())(
  'assessing after a sync on %s',
  databaseId => {
    async function createSync() {
      const knex = await databases.init(databaseId);
      const sync = new TestSync(knex);
      sync.source.pages = smallTenant();
      return sync;
    }

    it('lets nobody be uncovered for want of a licence', async () => {
      const sync = await createSync();
      sync.source.before = dataSet => {
        if (dataSet === 'registrations') {
          throw new GraphRequestError(
            403,
            'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
            null,
            false,
          );
        }
      };
      await sync.run();
      expect((await sync.published()).states).toEqual([
        'unknown (no-licence)',
        'unknown (no-licence)',
        'unknown (no-licence)',
      ]);
      expect((await sync.lastRun()).collectors).toContainEqual(
        expect.objectContaining({
          data_set: 'registrations',
          outcome: 'skipped',
        }),
      );

      sync.source.before = () => {};
      await sync.run();
      expect((await sync.published()).states[1]).toBe(
        'uncovered (not-registered)',
      );
    });

    it('assesses nobody again when only devices are others', async () => {
      const sync = await createSync();
      const give = (name: string) => {
        sync.source.pages.devices = [
          [deviceRow(1, [1], { displayName: name })],
        ];
      };
      const mark = () =>
        sync.knex('person').update({ display_name: 'not assessed again' });
      const assessed = async () =>
        (await sync.knex('person').pluck('display_name')).filter(
          name => name !== 'not assessed again',
        ).length;
      give('One');
      await sync.run();
      await mark();
      give('Two');
      await sync.run();
      expect(await assessed()).toBe(0);
      const devices = await sync.records('devices');
      expect(JSON.stringify(devices)).toContain('Two');
      sync.source.pages['catalog-groups']!.push([groupEntity('another')]);
      await sync.run();
      expect(await assessed()).toBeGreaterThan(0);
    });

    describe('somebody without a row', () => {
      const yet = 'unknown (no-row-yet)';
      const none = 'uncovered (no-row)';

      async function createThird(user: object = {}) {
        const sync = await createSync();
        sync.source.pages.users = [[userRow(1), userRow(2), userRow(3, user)]];
        sync.source.pages.registrations = [[reportRow(1), reportRow(2)]];
        const stateOf = async () => (await sync.published()).states[2];
        return { sync, stateOf };
      }

      it('is not known until a second report says so, however often one is read', async () => {
        const { sync, stateOf } = await createThird();
        for (let read = 0; read < 3; read += 1) {
          await sync.run();
          expect(await stateOf()).toBe(yet);
        }
        await sync.runRefreshed(1);
        expect(await stateOf()).toBe(none);
        await sync.run();
        expect(await stateOf()).toBe(none);
      });

      it('is not known while the account is younger than the report can be behind', async () => {
        const made = { createdDateTime: '2026-11-21T10:00:00Z' };
        const { sync, stateOf } = await createThird(made);
        // Two reads of a report that is older than the account.
        sync.now = new Date('2026-11-21T10:00:00Z');
        sync.source.refreshedAt = new Date('2026-11-21T02:00:00Z');
        await sync.run();
        expect(await stateOf()).toBe(yet);
        await sync.run();
        expect(await stateOf()).toBe(yet);
        // The reports of the next two days.
        sync.source.refreshedAt = new Date('2026-11-22T02:00:00Z');
        sync.now = new Date('2026-11-22T10:00:00Z');
        await sync.runNow();
        expect(await stateOf()).toBe(yet);
        sync.source.refreshedAt = new Date('2026-11-22T14:00:00Z');
        sync.now = new Date('2026-11-22T21:59:00Z');
        await sync.runNow();
        expect(await stateOf()).toBe(yet);
        // Nothing is read anew, and yet 36 hours are over.
        sync.now = new Date('2026-11-22T22:00:00Z');
        await sync.runNow();
        expect(await stateOf()).toBe(none);
      });

      it('counts anew from the day on which the account was enabled again', async () => {
        const { sync, stateOf } = await createThird({ accountEnabled: false });
        await sync.runRefreshed(24);
        expect(await stateOf()).toBe('out-of-scope (disabled)');
        sync.source.pages.users = [[userRow(1), userRow(2), userRow(3)]];
        await sync.runRefreshed(24);
        expect(await stateOf()).toBe(yet);
        await sync.runRefreshed(24);
        expect(await stateOf()).toBe(yet);
        await sync.runRefreshed(12);
        expect(await stateOf()).toBe(none);
      });
    });

    it('knows nothing of a new tenant whose report is still empty, and says why', async () => {
      const sync = await createSync();
      sync.source.pages.registrations = [[]];
      await sync.run();
      expect((await sync.published()).states).toEqual([
        'unknown (report-empty)',
        'unknown (report-empty)',
        'unknown (report-empty)',
      ]);
      sync.source.pages.registrations = smallTenant().registrations;
      await sync.run();
      expect((await sync.published()).states[1]).toBe(
        'uncovered (not-registered)',
      );
    });

    it('publishes a tenant whose accounts are all disabled', async () => {
      const sync = await createSync();
      const disabled = { accountEnabled: false };
      sync.source.pages.users = [[userRow(1, disabled), userRow(2, disabled)]];
      sync.source.pages.registrations = [[]];
      await sync.run();
      const { states, counts } = await sync.published();
      expect(states).toEqual(Array(2).fill('out-of-scope (disabled)'));
      expect(counts[0]).toMatchObject({ people: 2, in_scope: 0 });
    });

    it('counts a future hire from the hire date on, though nothing else changed', async () => {
      const sync = await createSync();
      sync.source.pages.users = [
        [userRow(1), userRow(2, { employeeHireDate: '2026-11-22T15:30:00Z' })],
      ];
      await sync.run();
      expect((await sync.published()).states[1]).toBe(
        'out-of-scope (future-hire)',
      );
      sync.now = new Date('2026-11-22T00:00:00Z');
      await sync.run();
      expect((await sync.published()).states[1]).toBe(
        'uncovered (not-registered)',
      );
    });

    it('joins by object id, else by mail, and each catalog user once', async () => {
      const sync = await createSync();
      sync.source.pages.users = [
        [
          userRow(1),
          userRow(2, { mail: 'Shared@contoso.com' }),
          userRow(3, { mail: 'shared@contoso.com' }),
          userRow(4, { mail: null }),
        ],
      ];
      const byMail = (number: number, email: string) => {
        const entity = userEntity(number);
        return {
          ...entity,
          metadata: { ...entity.metadata, annotations: {} },
          spec: { profile: { email } },
        };
      };
      sync.source.pages['catalog-users'] = [
        [
          userEntity(1),
          byMail(2, 'SHARED@contoso.com'),
          byMail(4, 'person4@CONTOSO.com'),
          byMail(5, 'person1@contoso.com'),
        ],
      ];

      await sync.run();

      const { people, furtherUsers, unmatched } = await sync.published();
      expect(people.map(person => person.entity_ref)).toEqual([
        'user:default/person1',
        'user:default/person2',
        null,
        'user:default/person4',
      ]);
      expect(furtherUsers).toEqual(['1 user:default/person5']);
      expect(unmatched).toEqual([]);
    });

    it('counts everybody once, and ends, where groups are each other’s parents', async () => {
      const sync = await createSync();
      sync.source.pages['catalog-groups'] = [
        [
          groupEntity('a', 'c'),
          groupEntity('b', 'a'),
          groupEntity('c', 'b'),
          groupEntity('d', 'd'),
          groupEntity('e', 'nowhere'),
        ],
      ];
      sync.source.pages['catalog-memberships'] = [
        [userEntity(1, ['c', 'a', 'd', 'gone']), userEntity(2, ['b', 'e'])],
      ];

      await sync.run();

      const { counts } = await sync.published();
      expect(counts.map(row => [row.team_ref.slice(-1), row.people])).toEqual([
        ['', 3],
        ['a', 2],
        ['b', 2],
        ['c', 1],
        ['d', 1],
        ['e', 1],
      ]);
    });
  },
);
