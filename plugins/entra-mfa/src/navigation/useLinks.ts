import { useMemo } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { Person } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { ChangesValues } from './changesNames';
import type { FilterValues } from './filterValues';
import type { ReminderFilterValues } from './reminderFilter';
import { rootRouteRef } from './routes';
import { pathOfTab, type TabId } from './tabs';
import type { ServicesFilter } from './servicesFilter';
import type { PageParams } from './usePageParams';

/** The addresses of the plugin's pages, and of entities; each keeps the tenant and the day. */
export function useLinks(keep: PageParams) {
  const root = useRouteRef(rootRouteRef);
  const entity = useRouteRef(entityRouteRef);
  const { tenant, at } = keep;
  return useMemo(() => {
    const to = (
      path: string,
      query: Record<string, string | undefined>,
      kept: Pick<PageParams, 'tenant' | 'at'> = { tenant, at },
    ) => {
      const search = new URLSearchParams();
      for (const [key, value] of Object.entries({ ...query, ...kept })) {
        if (value) search.set(key, value);
      }
      return `${root()}${path}${search.size > 0 ? `?${search}` : ''}`;
    };
    const toTab = (
      id: TabId,
      query: Record<string, string | undefined> = {},
      below = '',
    ) => to(`${pathOfTab(id)}${below}`, query);
    return {
      /** The first tab, which is the overview unless an operator has put another one there. */
      page: () => to('', {}),
      overview: (shown: { trend?: string } = {}) => toTab('overview', shown),
      whatIf: () => toTab('overview', {}, '/what-if'),
      teams: () => toTab('teams'),
      /** The map of teams, at the top or below one. */
      teamMap: (of?: string) => toTab('teams', { by: 'map', of }),
      people: (filter: FilterValues = {}) => toTab('people', filter),
      roles: () => toTab('people', {}, '/roles'),
      person: ({ tenant: of, id }: Pick<Person, 'tenant' | 'id'>) =>
        toTab(
          'people',
          {},
          `/${encodeURIComponent(of)}/${encodeURIComponent(id)}`,
        ),
      changes: (filter: ChangesValues = {}) => toTab('changes', filter),
      /** The report of a month; without one, of the last that is over. */
      month: (of: { month?: string; team?: string } = {}) =>
        toTab('changes', of, '/month'),
      controls: (framework?: string) => toTab('controls', { framework }),
      control: (framework: string, id: string) =>
        toTab(
          'controls',
          {},
          `/${encodeURIComponent(framework)}/${encodeURIComponent(id)}`,
        ),
      assessments: () => toTab('assessments'),
      /** An assessment of any tenant: a list may have those of several. */
      assessment: (of: string, number: number) =>
        to(`${pathOfTab('assessments')}/${number}`, {}, { tenant: of, at }),
      /** What was on record of a tenant on a day. */
      evidence: (of: string, day: string) =>
        to(pathOfTab('evidence'), {}, { tenant: of, at: day }),
      reviews: () => toTab('reviews'),
      /** A review, and whom of it. */
      review: (
        number: number,
        filter: { reviewer?: string; decision?: string } = {},
      ) => toTab('reviews', filter, `/${number}`),
      reminders: (filter: ReminderFilterValues = {}) =>
        toTab('reminders', filter),
      campaign: (id: string) =>
        toTab('reminders', {}, `/${encodeURIComponent(id)}`),
      exceptions: () => toTab('exceptions'),
      breakGlass: () => toTab('breakGlass'),
      services: (filter: ServicesFilter = {}) => toTab('services', filter),
      connections: () => toTab('connections'),
      /** One connection, and which of its tabs. */
      connection: (of: string, tab?: string) =>
        toTab('connections', {}, `/${of}${tab ? `/${tab}` : ''}`),
      /** Where a tenant is connected: one that was before, or any. */
      connect: (again?: string) =>
        toTab('connections', { connect: again }, '/connect'),
      /** An address of the page that is kept as it is, such as a tab's. */
      below: (path: string, query: Readonly<Record<string, string>> = {}) =>
        to(path, query),
      entity: (ref: string) => entity(parseEntityRef(ref)),
    };
  }, [root, entity, tenant, at]);
}

/** See {@link useLinks}. */
export type Links = ReturnType<typeof useLinks>;
