import { screen } from '@testing-library/react';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import type { Entity } from '@backstage/catalog-model';
import { renderPortal } from '../dev/testing/renderPortal';
import plugin from './index';

type CardId = 'entity-card:entra-mfa/group' | 'entity-card:entra-mfa/user';

const entity = (kind: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'one' },
});

it.each<[CardId, string]>([
  ['entity-card:entra-mfa/group', 'Group'],
  ['entity-card:entra-mfa/user', 'User'],
])('puts %s on the pages of its kind, and on no other', (id, kind) => {
  const card = createExtensionTester(plugin.getExtension(id));
  const fits = card.get(EntityCardBlueprint.dataRefs.filterFunction);
  expect(fits?.(entity(kind))).toBe(true);
  expect(fits?.(entity('Component'))).toBe(false);
});

it('has a short name in the sidebar, which cuts a long one, and its title on the page', async () => {
  renderPortal('/entra-mfa');
  expect(await screen.findByRole('link', { name: 'MFA' })).toHaveAttribute(
    'href',
    '/entra-mfa',
  );
  expect(
    screen.getByRole('heading', { name: 'MFA registration', level: 1 }),
  ).toBeInTheDocument();
});
