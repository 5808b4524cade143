import type { ComponentType } from 'react';
import type { Overview } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { EntraMfaProvider } from '../../src/api/EntraMfaProvider';
import type { OverviewPartProps } from '../../src/overview/OverviewPartProps';
import { RecordedApi } from '../answers/RecordedApi';
import type { Scenario } from '../answers/scenarios';
import { renderInPortal } from './renderPortal';

/** Shows one part of the overview alone. */
export function renderOverviewPart(
  Part: ComponentType<OverviewPartProps>,
  options: {
    scenario?: Scenario;
    /** In place of the scenario: its answers, with switches. */
    api?: RecordedApi;
    /** What is different on the overview. */
    having?: Partial<Overview>;
    now?: number;
    /** What the address asks for: `trend=30`. */
    search?: string;
  } = {},
): void {
  const { scenario, having, now, search } = options;
  const api = options.api ?? new RecordedApi(scenario);
  const overview = { ...api.answer('getOverview', {}), ...having };
  if (!overview.counts) throw new Error('There are no counts to be shown');
  renderInPortal(
    <EntraMfaProvider>
      <Part overview={overview} counts={overview.counts} />
    </EntraMfaProvider>,
    { api, now, search },
  );
}
