import type { ReactElement } from 'react';
import {
  mockApis,
  renderInTestApp,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { signalApiRef, type SignalApi } from '@backstage/plugin-signals-react';
import plugin, { rootRouteRef } from '../../src';
import { fixtureFetch } from '../fixture/fixtureFetch';
import type { Scenario } from '../fixture/scenarios';

/** Whom tests sign in. */
export const me = 'user:default/ada.berg';

interface Options {
  scenario?: Scenario;
  /** Answers in place of the development tenant. */
  fetch?: typeof fetch;
  /** Who is signed in. */
  user?: string;
  /** What tells of a publish; without it the portal sends no signals. */
  signals?: SignalApi;
}

const apisOf = ({ scenario = 'healthy', fetch, user = me, signals }: Options) =>
  [
    mockApis.fetch({ baseImplementation: fetch ?? fixtureFetch(scenario) }),
    mockApis.discovery({ baseUrl: 'http://portal' }),
    mockApis.identity({ userEntityRef: user }),
    mockApis.permission(),
    ...(signals ? ([[signalApiRef, signals]] as const) : []),
  ] as const;

const mountedRoutes = { '/catalog/:namespace/:kind/:name': entityRouteRef };

/** Shows a page of a portal that has the plugin, and the development tenant behind it. */
export function renderPortal(path: string, options: Options = {}): void {
  renderTestApp({
    features: [plugin],
    initialRouteEntries: [path],
    mountedRoutes,
    apis: [...apisOf(options)],
  });
}

/** Shows one element in such a portal. */
export function renderInPortal(
  element: ReactElement,
  options: Options = {},
): ReturnType<typeof renderInTestApp> {
  return renderInTestApp(element, {
    features: [plugin],
    mountedRoutes: { ...mountedRoutes, '/entra-mfa': rootRouteRef },
    apis: [...apisOf(options)],
  });
}
