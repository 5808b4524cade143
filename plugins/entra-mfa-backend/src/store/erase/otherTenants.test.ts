import { TestDatabases } from '../../__testUtils__/TestDatabases';
import {
  groupEntity,
  objectId,
  ownedEntity,
  reportRow,
  userEntity,
  userRow,
} from '../../__testUtils__/rows';
import { testRules, TestSync } from '../../__testUtils__/TestSync';
import { textsOf } from '../../__testUtils__/textsOf';
import { putException } from '../../__testUtils__/exceptions';
import { erasePerson } from './erasePerson';
import { STILL_TRUE } from '../sql/tables';
import { insertErasure } from './insertErasure';
import { readErasedAway } from './readErasedAway';
import { readErasure } from './readErasure';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

const person = (number: number, displayName: string) =>
  userRow(number, {
    displayName,
    userPrincipalName: `${displayName.replace(' ', '.')}@contoso.com`,
    mail: null,
  });

const entity = (
  number: number,
  name: string,
  groups: string[] = [],
  displayName?: string,
) =>
  userEntity(number, groups, {
    metadata: {
      name,
      namespace: 'default',
      annotations: { 'graph.microsoft.com/user-id': objectId(number) },
    },
    spec: { profile: { displayName } },
  });

const ledByJane = {
  ...groupEntity('team'),
  spec: { profile: { lead: 'Jane Old' } },
};

const wordsOfOthers = 'Zoe Other, Zoe Entity and Jim Entity said so';

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  // One comes before the tenant in every index, and one after it.
  it.each(['tenant-0', 'tenant-2'])(
    'erases by what the tenant itself knows, beside %s with the same ids and refs',
    async otherId => {
      const knex = await databases.init(databaseId);
      const sync = new TestSync(knex);
      const other = new TestSync(knex, { tenantId: otherId });
      // There, the same id is Zoe, who is there still, and what is Jane's here is somebody else's.
      other.source.pages = {
        users: [
          [
            person(2, 'Zoe Other'),
            person(3, 'Jim Third'),
            person(8, 'Jane Old'),
          ],
        ],
        registrations: [[reportRow(2), reportRow(3)]],
        'catalog-users': [
          [
            entity(2, 'zed', [], 'Zoe Entity'),
            entity(2, 'zoe'),
            entity(3, 'jane', [], 'Jim Entity'),
          ],
        ],
        'catalog-groups': [[ledByJane]],
        'catalog-memberships': [[entity(3, 'jane', ['team'])]],
        'catalog-ownership': [[ownedEntity('website', ['user:default/jane'])]],
      };
      await other.run();
      await other.run();
      for (const [kind, key] of [
        ['report-row', objectId(2)],
        ['catalog-user', 'user:default/jane'],
      ]) {
        await knex('unmatched').insert({
          tenant_id: otherId,
          kind,
          unmatched_key: key,
          label: 'Zoe Other',
          from_snapshot: 1,
          to_snapshot: STILL_TRUE,
        });
      }
      const everybody = {
        users: [[person(1, 'Ann One'), person(3, 'Zed Three')]],
        registrations: [[reportRow(1)]],
        'catalog-users': [[entity(3, 'zed')]],
        'catalog-memberships': [[entity(3, 'zed', ['team'])]],
        'catalog-groups': [[groupEntity('team')]],
      };
      sync.source.pages = {
        ...everybody,
        users: [[...everybody.users[0], person(2, 'Jane Old')]],
        'catalog-users': [[entity(3, 'zed'), entity(2, 'jane')]],
        'catalog-groups': [[ledByJane]],
      };
      await sync.run();
      sync.source.pages = everybody;
      await sync.run();
      await knex('run')
        .where({ tenant_id: otherId })
        .update({ state: 'running', heartbeat_at: new Date() });
      for (const [id, requestedBy, reason] of [
        ['0-others', 'user:default/zoe', wordsOfOthers],
        ['1-theirs', 'user:default/jane', 'Jane Old said so'],
      ]) {
        for (const tenantId of [sync.tenantId, otherId]) {
          await putException(knex, {
            tenantId,
            id,
            subject: objectId(tenantId === otherId ? 2 : 1),
            until: '2026-12-31',
            requestedAt: new Date(sync.now.getTime() + 7 * 86_400_000),
            requestedBy,
          });
          await knex('exception')
            .where({ tenant_id: tenantId, exception_id: id })
            .update({ reason });
        }
      }
      await insertErasure(knex, {
        tenant_id: sync.tenantId,
        object_id: objectId(9),
        erased_at: sync.now,
        erased_by: 'user:default/security',
        reason: 'Long gone',
      });
      const theirs = await textsOf(knex, otherId);
      const erased = { tenantId: sync.tenantId, objectId: objectId(2) };

      expect(
        await erasePerson(
          knex,
          erased,
          {
            by: 'user:default/security',
            at: sync.now,
            reason: 'Zoe Other asked',
          },
          testRules,
        ),
      ).toEqual({ outcome: 'erased' });
      expect(await textsOf(knex, otherId)).toEqual(theirs);
      const ours = await textsOf(knex, sync.tenantId);
      expect(ours.filter(text => /jane/i.test(text))).toEqual([]);
      expect(
        await knex('exception')
          .where({ tenant_id: sync.tenantId })
          .orderBy('exception_id')
          .select('requested_by', 'reason'),
      ).toEqual([
        { requested_by: 'user:default/zoe', reason: wordsOfOthers },
        {
          requested_by: `user:erased/${objectId(2)}`,
          reason: 'Erased person said so',
        },
      ]);
      expect(
        await knex('person')
          .where({ tenant_id: sync.tenantId, object_id: objectId(3) })
          .select('display_name', 'entity_ref'),
      ).toEqual([
        { display_name: 'Zed Three', entity_ref: 'user:default/zed' },
      ]);
      expect([...(await readErasedAway(knex, sync.tenantId))].sort()).toEqual([
        objectId(2),
        objectId(9),
      ]);
      expect([...(await readErasedAway(knex, otherId))]).toEqual([]);
      await insertErasure(knex, {
        tenant_id: otherId,
        object_id: objectId(2),
        erased_at: new Date(sync.now.getTime() - 1000),
        erased_by: 'user:default/zoe',
        reason: 'There, too',
      });
      const row = await knex('person')
        .where({ tenant_id: sync.tenantId, object_id: objectId(2) })
        .first();
      const at = new Date(sync.now.getTime() - 60_000);
      expect(await readErasure(knex, row, at)).toMatchObject({
        erased_by: 'user:default/security',
      });
    },
  );
});
