import type { ReactElement } from 'react';
import {
  mockApis,
  renderInTestApp,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import type { FrontendFeature } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { signalApiRef, type SignalApi } from '@backstage/plugin-signals-react';
import plugin, { rootRouteRef } from '../../src';
import { RecordedApi } from '../answers/RecordedApi';
import type { Scenario } from '../answers/scenarios';
import { startClockAt } from '../answers/startClockAt';
import { chosenOf } from './chosenOf';

/** Whom tests sign in: who asked when the answers were recorded. */
const me = 'user:default/person1';

type Config = NonNullable<
  NonNullable<Parameters<typeof renderTestApp>[0]>['config']
>;
type Extensions = Config[string];

const configOf = (extensions: Extensions): Config => ({
  app: { baseUrl: 'http://portal', extensions },
  backend: { baseUrl: 'http://portal' },
});

/** What a test may choose of the portal. */
export interface Options {
  scenario?: Scenario;
  /** In place of the scenario: its answers, with switches. */
  api?: RecordedApi;
  /** In place of the time of the recording. */
  now?: number;
  /** What the address asks for, where one element is shown: `at=2026-11-03`. */
  search?: string;
  /** Who is signed in. */
  user?: string;
  /** Whether they have the permissions that the page asks for itself, or the names of those that they have. */
  may?: boolean | readonly string[];
  /** `app.extensions` of the portal's configuration. */
  extensions?: Extensions;
  /** What the portal has beside the plugin. */
  features?: FrontendFeature[];
  /** What hears of what readers do. */
  analytics?: ReturnType<typeof mockApis.analytics>;
  /** In place of a catalog of a few users and a group. */
  catalog?: ReturnType<typeof catalogApiMock>;
  /** What tells of a publish; without it the portal sends no signals. */
  signals?: SignalApi;
}

function apisOf(options: Options) {
  const { scenario, api, now, user = me, may = true, signals } = options;
  const recorded = api ?? new RecordedApi(scenario);
  startClockAt(now ?? recorded.at);
  return [
    mockApis.fetch({ baseImplementation: recorded.fetch }),
    mockApis.discovery({ baseUrl: 'http://portal' }),
    mockApis.identity({ userEntityRef: user }),
    options.catalog ?? catalogApiMock({ entities: chosenOf }),
    mockApis.permission({
      authorize: ({ permission }) =>
        (typeof may === 'boolean' ? may : may.includes(permission.name))
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
    }),
    ...(options.analytics ? [options.analytics] : []),
    ...(signals ? ([[signalApiRef, signals]] as const) : []),
  ] as const;
}

const mountedRoutes = { '/catalog/:namespace/:kind/:name': entityRouteRef };

/** Shows a page of a portal that has the plugin, and recorded answers behind it. */
export function renderPortal(path: string, options: Options = {}): void {
  renderTestApp({
    features: [plugin, ...(options.features ?? [])],
    initialRouteEntries: [path],
    mountedRoutes,
    ...(options.extensions && { config: configOf(options.extensions) }),
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
    initialRouteEntries: [`/?${options.search ?? ''}`],
    mountedRoutes: { ...mountedRoutes, '/entra-mfa': rootRouteRef },
    apis: [...apisOf(options)],
  });
}
