import { cloneElement } from 'react';
import { screen } from '@testing-library/react';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import type { Entity } from '@backstage/catalog-model';
import { formatPermille } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { counts } from '../dev/testing/contoso';
import { panel } from '../dev/testing/panel';
import { renderInPortal, renderPortal } from '../dev/testing/renderPortal';
import plugin from './index';

const entity = (kind: string, name = 'one'): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name },
});

type CardId =
  | 'entity-card:entra-mfa/group'
  | 'entity-card:entra-mfa/user'
  | 'entity-card:entra-mfa/owners';
const kinds = ['Group', 'User', 'Component', 'API', 'Resource', 'System'];

it.each<[CardId, string[]]>([
  ['entity-card:entra-mfa/group', ['Group']],
  ['entity-card:entra-mfa/user', ['User']],
  ['entity-card:entra-mfa/owners', ['Component', 'API', 'Resource', 'System']],
])('puts %s on the pages of its kinds, and on no other', (id, on) => {
  const card = createExtensionTester(plugin.getExtension(id));
  const fits = card.get(EntityCardBlueprint.dataRefs.filterFunction)!;
  const found = [...kinds, 'Domain', 'Location', 'Template'].filter(kind =>
    fits(entity(kind)),
  );
  expect(found).toEqual(on);
});

it.each<[CardId, Entity, string]>([
  [
    'entity-card:entra-mfa/group',
    entity('Group', 'payments'),
    'MFA in this team',
  ],
  ['entity-card:entra-mfa/user', entity('User', 'person2'), 'MFA registration'],
  [
    'entity-card:entra-mfa/owners',
    entity('Component', 'payments-web'),
    'MFA of the owners',
  ],
])('draws its own card for %s', async (id, of, title) => {
  const card = createExtensionTester(plugin.getExtension(id));
  renderInPortal(
    <EntityProvider entity={of}>{card.reactElement()}</EntityProvider>,
  );
  expect(
    await screen.findByRole('heading', { name: title }),
  ).toBeInTheDocument();
  expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(1);
});

it('has a tab on the pages of Groups, with everybody of the team and its sub-teams', async () => {
  const content = createExtensionTester(
    plugin.getExtension('entity-content:entra-mfa/group'),
  );
  const fits = content.get(EntityContentBlueprint.dataRefs.filterFunction)!;
  expect([...kinds, 'Domain'].filter(kind => fits(entity(kind)))).toEqual([
    'Group',
  ]);
  renderInPortal(
    <EntityProvider entity={entity('Group', 'payments')}>
      {content.reactElement()}
    </EntityProvider>,
    { search: 'state=uncovered' },
  );
  const people = await panel('People');
  expect(await people.findByText(/^\d+ people$/)).toBeInTheDocument();
  expect(people.queryByRole('button', { name: /^Team/ })).toBeNull();
  const teams = await panel('Sub-teams');
  expect(await teams.findByRole('link', { name: 'Checkout' })).toHaveAttribute(
    'href',
    '/catalog/default/group/checkout',
  );
});

it('brings a widget for the home page, which shows the figure', async () => {
  const widget = createExtensionTester(
    plugin.getExtension('home-page-widget:entra-mfa/kpi'),
  ).get(HomePageWidgetBlueprint.dataRefs.widget);
  expect(widget).toMatchObject({
    name: 'EntraMfaKpi',
    title: 'MFA registration',
    description: 'Who has registered for MFA, against the target',
    layout: {
      width: { minColumns: 3, defaultColumns: 6 },
      height: { minRows: 3, defaultRows: 6 },
    },
  });
  renderInPortal(widget.component);
  expect(
    await screen.findByText(formatPermille(counts.coverage.permille)!),
  ).toBeInTheDocument();
});

it('brings a second widget, of what an administrator and then its settings choose', async () => {
  const { name, settings, component } = createExtensionTester(
    plugin.getExtension('home-page-widget:entra-mfa/kpi-card'),
    { config: { team: 'group:default/payments', show: 'donut' } },
  ).get(HomePageWidgetBlueprint.dataRefs.widget);
  expect(name).toBe('EntraMfaKpiCard');
  expect(Object.keys(settings?.schema?.properties ?? {})).toEqual([
    'title',
    'team',
    'show',
    'tenant',
  ]);
  // As the home page puts in what was chosen.
  renderInPortal(cloneElement(component, { title: 'Ours', show: 'figure' }));
  const link = await screen.findByRole('link', { name: 'Payments' });
  expect(link).toHaveAttribute('href', '/catalog/default/group/payments');
  expect(screen.getByText('Ours')).toBeInTheDocument();
  expect(screen.queryByRole('listitem')).toBeNull();
});

it('puts a KPI card on the page of what is annotated with one, and on no other', async () => {
  const card = createExtensionTester(
    plugin.getExtension('entity-card:entra-mfa/kpi'),
  );
  const fits = card.get(EntityCardBlueprint.dataRefs.filterFunction)!;
  const plain = entity('Domain');
  const annotated = {
    ...plain,
    metadata: {
      ...plain.metadata,
      annotations: { 'entra-mfa/kpi': 'organization' },
    },
  };
  expect([fits(annotated), fits(plain)]).toEqual([true, false]);
  renderInPortal(
    <EntityProvider entity={annotated}>{card.reactElement()}</EntityProvider>,
  );
  expect(
    await screen.findByRole('heading', { name: 'MFA coverage' }),
  ).toBeInTheDocument();
});

it('has a short name in the sidebar, which cuts a long one, and its title on the page', async () => {
  renderPortal('/entra-mfa');
  expect(await screen.findByRole('link', { name: 'MFA' })).toHaveAttribute(
    'href',
    '/entra-mfa',
  );
  await screen.findByRole('tab', { name: 'Overview' });
  expect(
    screen.getByRole('heading', { name: 'MFA registration', level: 1 }),
  ).toBeInTheDocument();
});
