import { screen } from '@testing-library/react';
import { Route } from 'react-router-dom';
import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  createApiFactory,
  createPlugin,
  createRoutableExtension,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { renderWithEffects } from '@backstage/test-utils';
import { formatPermille } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../dev/answers/RecordedApi';
import { startClockAt } from '../dev/answers/startClockAt';
import { counts, tenant } from '../dev/testing/contoso';
import {
  EntityEntraMfaGroupCard,
  EntityEntraMfaKpiCard,
  EntityEntraMfaUserCard,
  EntraMfaPage,
  HomePageEntraMfaCard,
  HomePageEntraMfaKpiCard,
  isEntraMfaKpiAvailable,
} from './legacy';

const apiVersion = 'backstage.io/v1alpha1';

const annotated = {
  apiVersion,
  kind: 'Domain',
  metadata: { name: 'shop', annotations: { 'entra-mfa/kpi': 'payments' } },
};

// Stands for the catalog's entity page, with the lines of the README in it.
const EntityPage = createPlugin({ id: 'catalog' }).provide(
  createRoutableExtension({
    name: 'EntityPage',
    mountPoint: entityRouteRef,
    component: async () => () =>
      (
        <>
          <EntityProvider
            entity={{
              apiVersion,
              kind: 'Group',
              metadata: { name: 'payments' },
            }}
          >
            <EntityEntraMfaGroupCard />
          </EntityProvider>
          <HomePageEntraMfaCard />
          <HomePageEntraMfaKpiCard title="Ours" team="group:default/payments" />
          <EntityProvider entity={annotated}>
            {isEntraMfaKpiAvailable(annotated) && <EntityEntraMfaKpiCard />}
          </EntityProvider>
          <EntityProvider
            entity={{ apiVersion, kind: 'User', metadata: { name: 'guest' } }}
          >
            <EntityEntraMfaUserCard />
          </EntityProvider>
        </>
      ),
  }),
);

function renderLegacyApp(path: string) {
  window.history.pushState({}, '', path);
  const api = new RecordedApi();
  startClockAt(api.at);
  const app = createApp({
    apis: [createApiFactory(fetchApiRef, { fetch: api.fetch })],
    configLoader: async () => [
      {
        context: 'test',
        data: {
          app: { title: 'Portal', baseUrl: 'http://localhost' },
          backend: { baseUrl: 'http://localhost' },
        },
      },
    ],
  });
  const Root = app.createRoot(
    <AppRouter>
      <FlatRoutes>
        <Route path="/entra-mfa" element={<EntraMfaPage />} />
        <Route
          path="/catalog/:namespace/:kind/:name"
          element={<EntityPage />}
        />
      </FlatRoutes>
    </AppRouter>,
  );
  return renderWithEffects(<Root />);
}

it('shows the page in a portal on the old frontend system', async () => {
  await renderLegacyApp('/entra-mfa/people?state=uncovered');
  expect(
    await screen.findByRole('heading', { name: 'MFA registration', level: 1 }),
  ).toBeInTheDocument();
  expect(await screen.findByText(/^1–\d+ of/)).toBeInTheDocument();
  expect(
    screen
      .getByRole('heading', { name: 'People', level: 2 })
      .closest('[class*=MuiCard-root]'),
  ).not.toBeNull();
});

it('shows the cards of an entity page and of the home page in frames of Material UI', async () => {
  await renderLegacyApp('/catalog/default/group/payments');
  const heading = await screen.findByRole('heading', {
    name: 'MFA in this team',
  });
  expect(heading.closest('[class*=MuiCard-root]')).not.toBeNull();
  expect(heading.closest('[class*=bui-Card]')).toBeNull();
  expect(
    await screen.findByText(formatPermille(counts.coverage.permille)!),
  ).toBeInTheDocument();
  expect(await screen.findByRole('link', { name: 'See all' })).toHaveAttribute(
    'href',
    `/entra-mfa/people?team=group%3Adefault%2Fpayments&tenant=${tenant}`,
  );
  expect(await screen.findByRole('link', { name: 'Payments' })).toHaveAttribute(
    'href',
    '/catalog/default/group/payments',
  );
  const kpi = screen.getByRole('heading', { name: 'MFA coverage' });
  expect(kpi.closest('[class*=MuiCard-root]')).not.toBeNull();
  expect(screen.getByText('Ours')).toBeInTheDocument();
  expect(
    screen.getByText('This card does not understand “payments”.'),
  ).toBeInTheDocument();
});
