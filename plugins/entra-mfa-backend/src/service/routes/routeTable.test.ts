import { entraMfaPermissions } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { permissionsOf } from './permissionsOf';
import { routeTable } from './routeTable';

it('answers each route of the contract, and no other', () => {
  const answered = Object.entries(routeTable).map(([name, { route }]) => [
    name,
    route,
  ]);
  expect(Object.fromEntries(answered)).toEqual(routes);
});

it('rests on each permission that the plugin names, and on no other', () => {
  const names = (permissions: readonly { name: string }[]) =>
    permissions.map(({ name }) => name).sort();
  expect(names(permissionsOf(Object.values(routeTable)))).toEqual(
    names(entraMfaPermissions),
  );
});

const entries = Object.entries(routeTable);

it.each(
  entries.filter(([, { route }]) => !/^(json|picture)$/.test(route.kind)),
)('%s is on record', (_, { audit }) => {
  expect(audit).toBeDefined();
});

it.each(entries.filter(([, { route }]) => route.kind === 'command'))(
  '%s needs a permission',
  (_, { access }) => {
    expect(access.anyOf.length).toBeGreaterThan(0);
  },
);
