import type { Runs } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { marks } from '../world/marks';
import { hold } from './LawBrokenError';
import type { Viewpoint } from './lookAt';

/** Without these there is no figure. */
const deciding: readonly string[] = [
  'users',
  'catalog-users',
  'catalog-groups',
  'catalog-memberships',
];

/** A run that published has read to its end what decides; the report, unless the tenant does not give it. */
export async function readWhole(
  { api, port, mark }: Viewpoint,
  snapshot: number,
): Promise<void> {
  const { items } = (await api.read(
    port,
    mark,
    `/runs?tenant=${marks[mark].tenantId}&limit=10`,
  )) as Runs;
  const run = items.find(one => one.snapshot === snapshot);
  for (const { dataSet, outcome } of run?.collectors ?? []) {
    const enough =
      outcome === 'complete' ||
      (dataSet === 'registrations' && outcome === 'skipped') ||
      !(deciding.includes(dataSet) || dataSet === 'registrations');
    hold(
      'What failed half-way is not published',
      enough,
      () => `snapshot ${snapshot} of ${mark}: ${dataSet} is ${outcome}`,
    );
  }
}
