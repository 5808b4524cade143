import type { MemorySource } from '../MemorySource';
import { groupEntity, ownedEntity, userEntity } from '../rows';
import { cast, notInCatalog, teams, type Member } from './cast';

const titleOf = (name: string) =>
  name.charAt(0).toUpperCase() + name.slice(1).replace('-', ' ');

function group({ name, parent }: { name: string; parent?: string }) {
  const entity = groupEntity(name, parent);
  return {
    ...entity,
    metadata: { ...entity.metadata, title: titleOf(name) },
    relations: [
      ...entity.relations,
      ...(name === 'payments'
        ? ['owner', 'lead'].map(lead => ({
            type: 'ownedBy',
            targetRef: `user:default/${lead}`,
          }))
        : []),
    ],
  };
}

function user({ number, handle, entity, team }: Member) {
  const found = userEntity(number, team === null ? [] : [team]);
  return {
    ...found,
    metadata: { ...found.metadata, name: entity },
    spec: { profile: { email: `${handle}@contoso.com` } },
  };
}

/** Emil has another user in the catalog, of another team. */
const second = cast
  .filter(({ handle }) => handle === 'emil.holm')
  .map(member => user({ ...member, entity: 'emil.admin', team: 'sales' }));

/** Users of the catalog whom the directory does not know: three, and two rows know nobody either. */
const strangers = ['guest', 'build.bot', 'old.name'].map((name, index) => ({
  ...userEntity(901 + index),
  metadata: { name, namespace: 'default', annotations: {} },
  spec: { profile: {} },
}));

const teamRef = (name: string) => `group:default/${name}`;

const service = (
  name: string,
  owners: string[],
  tier: string | null,
  rest: {
    kind?: string;
    type?: string;
    lifecycle?: string;
    system?: string;
  } = {},
) => {
  const { kind, system, ...spec } = rest;
  return ownedEntity(name, owners, {
    kind,
    system,
    spec,
    ...(tier && { metadata: { annotations: { 'entra-mfa/tier': tier } } }),
  });
};

const services = [
  service('shop', [teamRef('engineering')], null, { kind: 'System' }),
  service('payments-web', [teamRef('payments')], '1', {
    type: 'website',
    system: 'system:default/shop',
  }),
  service('payments-api', [teamRef('payments')], '1', {
    kind: 'API',
    type: 'openapi',
  }),
  service('checkout-web', [teamRef('checkout')], '2', { type: 'website' }),
  service('checkout-queue', [teamRef('checkout')], null, {
    kind: 'Resource',
    type: 'queue',
  }),
  service('ledger-db', [teamRef('ledger')], '1', {
    kind: 'Resource',
    type: 'database',
  }),
  service('runner', [teamRef('platform'), teamRef('checkout')], '3', {
    lifecycle: 'experimental',
  }),
  service('field-app', [teamRef('field-sales')], null, {
    lifecycle: 'deprecated',
  }),
  service('treasury-web', [teamRef('treasury')], '2', { type: 'website' }),
  service('site-map', [teamRef('facilities')], null),
  service('ada-tools', ['user:default/person1'], null, {
    lifecycle: 'experimental',
  }),
  service('tom-tools', ['user:default/person2'], null, {
    lifecycle: 'experimental',
  }),
  service('left-over', [teamRef('gone'), teamRef('sales')], null, {
    lifecycle: 'deprecated',
  }),
];

/** The answers of the portal's catalog, as they were so many days ago. */
export function catalogAt(day: number): MemorySource['pages'] {
  const users = cast
    .filter(({ handle }) => day > (notInCatalog[handle] ?? -1))
    .map(user)
    .concat(second);
  return {
    'catalog-users': [[...users, ...strangers]],
    'catalog-groups': [teams.map(group)],
    'catalog-memberships': [
      users.filter(({ relations }) => relations.length > 0),
    ],
    'catalog-ownership': [services],
  };
}
