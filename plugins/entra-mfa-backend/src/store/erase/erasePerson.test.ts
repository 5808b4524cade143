import type { Knex } from 'knex';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import {
  objectId,
  reportRow,
  userEntity,
  userRow,
} from '../../__testUtils__/rows';
import { testRules, TestSync } from '../../__testUtils__/TestSync';
import { textsOf } from '../../__testUtils__/textsOf';
import { putException } from '../../__testUtils__/exceptions';
import { GraphRequestError } from '../../graph/errors';
import { eraseBody } from './eraseBody';
import { erasePerson } from './erasePerson';

jest.setTimeout(60_000);

const databases = TestDatabases.create();

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  let knex: Knex;
  let sync: TestSync;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    sync = new TestSync(knex);
  });

  const erase = (number: number, rules = testRules) =>
    erasePerson(
      knex,
      { tenantId: sync.tenantId, objectId: objectId(number) },
      { by: 'user:default/security', at: sync.now, reason: 'Asked' },
      rules,
    );

  const found = async (traces: RegExp) =>
    (await textsOf(knex, sync.tenantId)).filter(text => traces.test(text));

  const jane = (number: number, displayName: string) =>
    userRow(number, {
      displayName,
      userPrincipalName: `${displayName.replace(' ', '.')}@contoso.com`,
      mail: null,
    });

  const entity = (number: number, name: string, groups: string[] = []) =>
    userEntity(number, groups, {
      metadata: {
        name,
        namespace: 'default',
        annotations: { 'graph.microsoft.com/user-id': objectId(number) },
      },
      spec: {},
    });

  const asked = (id: string) =>
    putException(knex, {
      tenantId: sync.tenantId,
      id,
      subject: objectId(7),
      until: '2026-12-31',
      requestedAt: new Date(sync.now),
      requestedBy: 'user:default/jane',
    });

  it('leaves to who has the entity ref by now what is theirs', async () => {
    const pages = (number: number, displayName: string) => ({
      users: [[userRow(1), jane(number, displayName)]],
      registrations: [[reportRow(1)]],
      'catalog-users': [[userEntity(1), entity(number, 'jane')]],
      'catalog-memberships': [[entity(number, 'jane', [`team${number}`])]],
    });
    sync.source.pages = pages(2, 'Jane Old');
    await sync.run();
    await asked('old');
    sync.source.pages = pages(3, 'Jane New');
    await sync.run();
    sync.now = new Date(sync.now.getTime() + 60_000);
    await asked('new');
    const theirs = await found(/Jane.New/);

    expect(await erase(2)).toEqual({ outcome: 'erased' });
    expect(await found(/Jane.Old/)).toEqual([]);
    expect(await found(/Jane.New/)).toEqual(theirs);
    const keys = await knex('record')
      .where('data_set', 'like', 'catalog-%')
      .whereNot('record_key', 'like', '%person1%')
      .orderBy(['from_run', 'data_set'])
      .select('from_run', 'record_key');
    expect(
      keys.map(({ from_run, record_key }) => [from_run, record_key]),
    ).toEqual([
      [1, `user:erased/${objectId(2)}|group:default/team2`],
      [1, `user:erased/${objectId(2)}`],
      [2, 'user:default/jane|group:default/team3'],
      [2, 'user:default/jane'],
    ]);
    const askers = await knex('exception')
      .orderBy('exception_id')
      .pluck('requested_by');
    expect(askers).toEqual(['user:default/jane', `user:erased/${objectId(2)}`]);
    expect(
      await knex('person')
        .where({ object_id: objectId(3) })
        .pluck('entity_ref'),
    ).toEqual(['user:default/jane']);
  });

  it('takes out what a sync that was broken off has left', async () => {
    const others = [1, 2, 3].map(number => userRow(number));
    const report = [reportRow(1), reportRow(2)];
    sync.source.pages = {
      users: [[...others, jane(9, 'Jane Old')]],
      registrations: [report],
    };
    await sync.run();
    sync.source.pages.users = [others];
    await sync.run();
    sync.source.pages.registrations = [
      [
        ...report,
        reportRow(9, true, {
          userDisplayName: 'Jane Older',
          userPrincipalName: 'jane.older@contoso.com',
        }),
      ],
      [],
      [],
    ];
    sync.source.before = (dataSet, page) => {
      if (dataSet === 'registrations' && page === 3) {
        throw new GraphRequestError(503, 'serviceUnavailable', null, false);
      }
    };
    await sync.run().catch(() => {});
    sync.source.before = () => {};
    expect(await found(/Jane Older/)).toHaveLength(1);

    expect(await erase(9)).toEqual({ outcome: 'erased' });
    expect(await found(/jane/i)).toEqual([]);
    await sync.run();
    expect(await found(/jane/i)).toEqual([]);
  });

  it('takes out what two long refs name, whose key is a hash', async () => {
    const long = `jane${'x'.repeat(120)}`;
    const group = 'g'.repeat(120);
    const pages = (there: boolean) => ({
      users: [[userRow(1), ...(there ? [jane(2, 'Jane Old')] : [])]],
      registrations: [[reportRow(1)]],
      'catalog-users': [[userEntity(1), ...(there ? [entity(2, long)] : [])]],
      'catalog-memberships': [
        [userEntity(1, ['a']), ...(there ? [entity(2, long, [group])] : [])],
      ],
    });
    sync.source.pages = pages(true);
    await sync.run();
    sync.source.pages = pages(false);
    await sync.run();
    expect(await found(/jane/i)).not.toEqual([]);
    expect(await erase(2)).toEqual({ outcome: 'erased' });
    expect(await found(/jane/i)).toEqual([]);
  });

  it('takes the name of two people for neither of them', async () => {
    const group = {
      kind: 'Group',
      metadata: { name: 'team', namespace: 'default' },
      spec: { profile: { lead: 'Jane Old' } },
    };
    const jane3 = userRow(3, { displayName: 'Jane Old' });
    sync.source.pages = {
      users: [[userRow(1), jane3, jane(2, 'Jane Old')]],
      registrations: [[reportRow(1)]],
      'catalog-groups': [[group]],
    };
    await sync.run();
    sync.source.pages.users = [[userRow(1), jane3]];
    await sync.run();
    expect(await erase(2)).toEqual({ outcome: 'erased' });
    const people = await knex('person')
      .whereIn('object_id', [objectId(2), objectId(3)])
      .orderBy('object_id')
      .pluck('display_name');
    expect(people).toEqual(['Erased person', 'Jane Old']);
    expect(await found(/Jane\.Old@/)).toEqual([]);
  });

  it('refuses while the configuration names the person', async () => {
    sync.source.pages = {
      users: [[userRow(1), jane(2, 'Jane Old')]],
      registrations: [[reportRow(1)]],
    };
    await sync.run();
    sync.source.pages.users = [[userRow(1)]];
    await sync.run();
    const listed = [
      { objectId: objectId(5), owner: 'Jane Old', reason: 'A printer' },
    ];
    expect(await erase(2, { ...testRules, listed })).toEqual({
      outcome: 'still-there',
      where: {
        inDirectory: false,
        inFigures: false,
        inCatalog: false,
        inConfiguration: true,
        namedBy: [],
      },
    });
    expect(await found(/Jane Old/)).not.toEqual([]);
  });

  it('refuses while a scope rule names the person', async () => {
    sync.source.pages = { users: [[userRow(1), jane(2, 'Jane Old')]] };
    await sync.run();
    sync.source.pages.users = [[userRow(1)]];
    await sync.run();
    const scopeRules = [
      {
        name: 'One',
        filter: "displayName eq 'Jane Old'",
        group: null,
        owner: 'group:default/it',
        reason: 'r',
      },
    ];
    expect(await erase(2, { ...testRules, scopeRules })).toMatchObject({
      outcome: 'still-there',
      where: { inConfiguration: true },
    });
  });
});

it('keeps nothing of a user that only scope rules are told', () => {
  const body = { ...userRow(1), properties: { jobTitle: 'Chief' } };
  expect(eraseBody('users', JSON.stringify(body))).not.toMatch(/Chief|Person/);
});
