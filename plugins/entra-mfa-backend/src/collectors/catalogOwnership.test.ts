import { ownedEntity } from '../__testUtils__/rows';
import { recordsOf } from '.';
import { catalogOwnership, catalogOwnershipBy } from './catalogOwnership';
import { collectorsFor } from './collectorsFor';

const bodies = (collector: typeof catalogOwnership, entity: object) =>
  recordsOf(collector, [entity]).map(({ key, body }) => [key, body]);

it('keeps an entity once for each owner, with what the catalog says of it alone', () => {
  const plain = ownedEntity('Web', ['group:default/b', 'Group:default/A']);
  expect(bodies(catalogOwnership, plain)).toEqual(
    ['group:default/a', 'group:default/b'].map(ownerRef => [
      `${ownerRef}|component:default/web`,
      {
        ownerRef,
        entityRef: 'component:default/web',
        type: 'service',
        lifecycle: 'production',
      },
    ]),
  );
});

it.each<[string, object, object]>([
  ['an annotation', { annotations: { 'our/tier': '1' } }, { tier: '1' }],
  ['a label', { labels: { 'our/tier': '2' } }, { tier: '2' }],
  [
    'the annotation before the label',
    { annotations: { 'our/tier': '1' }, labels: { 'our/tier': '2' } },
    { tier: '1' },
  ],
  ['no other annotation', { annotations: { 'entra-mfa/tier': '1' } }, {}],
  ['a title', { title: 'Web shop' }, { title: 'Web shop' }],
])('reads %s', (_, metadata, expected) => {
  const [, body] = bodies(
    catalogOwnershipBy('our/tier'),
    ownedEntity('web', ['group:default/a'], { metadata }),
  )[0];
  const { title, tier } = body as { title?: string; tier?: string };
  expect({ ...(title && { title }), ...(tier && { tier }) }).toEqual(expected);
});

it('reads the system, and no component that it is part of', () => {
  const entity = ownedEntity('web', ['group:default/a']);
  entity.relations.push(
    { type: 'partOf', targetRef: 'component:default/site' },
    { type: 'partOf', targetRef: 'System:default/Shop' },
  );
  expect(bodies(catalogOwnership, entity)[0][1]).toMatchObject({
    systemRef: 'system:default/shop',
  });
});

it('is read by the configured annotation', () => {
  const collector = collectorsFor({
    services: { tierAnnotation: 'our/tier' },
    scope: { properties: [], groups: false },
  }).find(({ id }) => id === 'catalog-ownership')!;
  const [{ body }] = recordsOf(collector, [
    ownedEntity('web', ['group:default/a'], {
      metadata: { annotations: { 'our/tier': 'gold' } },
    }),
  ]);
  expect(body.tier).toBe('gold');
});
