import type { Entity } from '@backstage/catalog-model';
import { groupEntity, userEntity } from './__testUtils__/entities';
import { TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(60_000);

const ada = 'a1a1a1a1-0000-4000-8000-000000000001';
const tom = 'a1a1a1a1-0000-4000-8000-000000000002';

const people = [
  { objectId: ada, entityRef: 'user:default/ada', state: 'uncovered' },
  { objectId: tom, entityRef: 'user:default/tom', state: 'covered' },
  {
    objectId: 'a1a1a1a1-0000-4000-8000-000000000003',
    entityRef: 'user:default/by-ref',
    state: 'unknown',
  },
];
const teams = [
  {
    entityRef: 'group:default/payments',
    permille: 777,
    met: false,
    covered: 7,
    uncovered: 2,
  },
  {
    entityRef: 'group:default/ledger',
    permille: 1000,
    met: true,
    covered: 4,
    uncovered: 0,
  },
  {
    entityRef: 'group:default/empty',
    permille: null,
    met: null,
    covered: 0,
    uncovered: 0,
  },
];

const tagged = (entity: Entity) => Boolean(entity.metadata.tags?.length);
const tag = (wanted: string) => (entity: Entity) =>
  Boolean(entity.metadata.tags?.includes(wanted));

describe('catalogModuleEntraMfa', () => {
  let portal: TestPortal;

  beforeEach(() => {
    portal = new TestPortal([
      userEntity('ada', { objectId: ada.toUpperCase(), tags: ['on-call'] }),
      userEntity('tom', { objectId: tom }),
      userEntity('by-ref'),
      userEntity('nobody-knows', { tags: ['mfa-registered'] }),
      groupEntity('payments', { 'entra-mfa/target': '90' }),
      groupEntity('ledger'),
      groupEntity('empty'),
    ]);
    portal.status.set({ users: people, groups: teams });
  });

  afterEach(() => portal.remove());

  it('tags users and groups where all is exposed', async () => {
    await portal.start('all');

    const user = await portal.readUntil('user:default/ada', tagged);
    expect(user.metadata).toMatchObject({
      annotations: { 'entra-mfa/state': 'uncovered' },
      labels: { 'entra-mfa/state': 'uncovered' },
      tags: ['on-call', 'mfa-not-registered'],
    });
    const byRef = await portal.readUntil('user:default/by-ref', tagged);
    expect(byRef.metadata.tags).toEqual(['mfa-not-known']);

    const group = await portal.readUntil('group:default/payments', tagged);
    expect(group.metadata).toMatchObject({
      // The team's own target is the reader's, not ours to replace.
      annotations: { 'entra-mfa/coverage': '77.7 %', 'entra-mfa/target': '90' },
      labels: { 'entra-mfa/target': 'missed' },
      tags: ['mfa-target-missed'],
    });
    const met = await portal.readUntil('group:default/ledger', tagged);
    expect(met.metadata.tags).toEqual(['mfa-target-met']);
    const empty = await portal.readUntil('group:default/empty', e =>
      Boolean(e.metadata.labels),
    );
    expect(empty.metadata.labels).toEqual({ 'entra-mfa/target': 'nobody' });
    expect(empty.metadata.annotations).not.toHaveProperty('entra-mfa/coverage');

    const unknown = await portal.readUntil(
      'user:default/nobody-knows',
      () => true,
    );
    expect(unknown.metadata.tags).toEqual([]);
  });

  it('asks once for all, and not at all for what did not change', async () => {
    await portal.start('all');
    await portal.readUntil('user:default/tom', tagged);
    await portal.status.publish({});
    await portal.status.publish({});
    await portal.status.answered(2);
    expect(portal.status.answers).toEqual([200, 304]);
  });

  it('says nothing of people where only groups are exposed', async () => {
    await portal.start('groups');
    await portal.readUntil('group:default/payments', tagged);
    const user = await portal.readUntil('user:default/ada', () => true);
    expect(user.metadata.tags).toEqual(['on-call']);
    expect(JSON.stringify(user)).not.toContain('entra-mfa/');
  });

  it('takes its tags away when exposure is turned off', async () => {
    await portal.start('all', { processingInterval: { seconds: 1 } });
    await portal.readUntil('user:default/ada', tag('mfa-not-registered'));
    await portal.readUntil('group:default/payments', tagged);
    await portal.stop();

    await portal.start('off', { processingInterval: { seconds: 1 } });
    const user = await portal.readUntil(
      'user:default/ada',
      entity => !tag('mfa-not-registered')(entity),
    );
    expect(JSON.stringify(user)).not.toContain('entra-mfa/');
    const group = await portal.readUntil(
      'group:default/payments',
      entity => !tagged(entity),
    );
    expect(group.metadata.labels ?? {}).toEqual({});
  });

  it('keeps the tags while the backend is away, and catches up when it is back', async () => {
    await portal.start('all', { processingInterval: { seconds: 1 } });
    const before = await portal.readUntil('user:default/ada', tagged);
    await portal.readUntil('group:default/payments', tagged);
    await portal.stop();

    portal.status.away = true;
    await portal.start('all', { processingInterval: { seconds: 1 } });
    await portal.processedTimes('user:default/ada', 3);
    await portal.processedTimes('group:default/payments', 3);
    expect(await portal.read('user:default/ada')).toEqual(before);
    expect(
      (await portal.read('group:default/payments'))?.metadata.tags,
    ).toEqual(['mfa-target-missed']);

    portal.status.away = false;
    portal.status.set({ users: [{ ...people[0], state: 'covered' }] });
    await portal.readUntil('user:default/ada', tag('mfa-registered'));
    await portal.readUntil('user:default/tom', entity => !tagged(entity));
  });

  it('tags what was processed before the backend was there', async () => {
    portal.status.away = true;
    await portal.start('all');
    await portal.processedTimes('user:default/ada', 1);
    portal.status.away = false;
    await portal.status.publish({});
    const user = await portal.readUntil(
      'user:default/ada',
      tag('mfa-not-registered'),
    );
    expect(user.metadata.labels).toEqual({ 'entra-mfa/state': 'uncovered' });
    const group = await portal.readUntil('group:default/ledger', tagged);
    expect(group.metadata.tags).toEqual(['mfa-target-met']);
  });

  it('refreshes what changed when a snapshot is published, and only that', async () => {
    await portal.start('all');
    await portal.readUntil('user:default/ada', tagged);
    await portal.readUntil('user:default/by-ref', tagged);
    await portal.readUntil('group:default/empty', e =>
      Boolean(e.metadata.labels),
    );
    await portal.readUntil('group:default/payments', tagged);
    const tomBefore = await portal.read('user:default/tom');
    portal.processed.length = 0;

    portal.status.set({
      users: people.map(person => ({ ...person, state: 'covered' })),
      groups: teams.map(team => ({ ...team, permille: 1000, met: true })),
    });
    await portal.status.publish({
      objectIds: [ada],
      groupRefs: ['group:default/payments'],
    });

    await portal.readUntil('user:default/ada', tag('mfa-registered'));
    // Joined by its ref: the event names object ids only.
    await portal.readUntil('user:default/by-ref', tag('mfa-registered'));
    await portal.readUntil('group:default/payments', tag('mfa-target-met'));
    expect(new Set(portal.processed)).toEqual(
      new Set([
        'user:default/ada',
        'user:default/by-ref',
        'group:default/payments',
        'group:default/empty',
      ]),
    );
    expect(await portal.read('user:default/tom')).toEqual(tomBefore);
  });

  it('leaves an entity untouched when its status is the same', async () => {
    await portal.start('all', { processingInterval: { seconds: 1 } });
    const before = await portal.readUntil('user:default/ada', tagged);
    await portal.processedTimes('user:default/ada', 4);
    // The etag is a hash of the stitched entity and changes with anything in it.
    expect(await portal.read('user:default/ada')).toEqual(before);
    expect(before.metadata.etag).toBeDefined();
  });
});
