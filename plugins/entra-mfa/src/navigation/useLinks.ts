import { useMemo } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { Person } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { ChangesValues } from './useChangesParams';
import type { FilterValues } from './filterValues';
import { rootRouteRef } from './routes';
import type { ServicesFilter } from './servicesFilter';
import type { PageParams } from './usePageParams';

/** The addresses of the plugin's pages, and of entities; each keeps the tenant and the day. */
export function useLinks(keep: PageParams) {
  const root = useRouteRef(rootRouteRef);
  const entity = useRouteRef(entityRouteRef);
  const { tenant, at } = keep;
  return useMemo(() => {
    const to = (path: string, query: Record<string, string | undefined>) => {
      const search = new URLSearchParams();
      for (const [key, value] of Object.entries({ ...query, tenant, at })) {
        if (value) search.set(key, value);
      }
      return `${root()}${path}${search.size > 0 ? `?${search}` : ''}`;
    };
    return {
      overview: () => to('', {}),
      teams: () => to('/teams', {}),
      people: (filter: FilterValues = {}) => to('/people', filter),
      roles: () => to('/people/roles', {}),
      person: (person: Pick<Person, 'tenant' | 'id'>) =>
        to(
          `/people/${encodeURIComponent(person.tenant)}/${encodeURIComponent(
            person.id,
          )}`,
          {},
        ),
      whatif: () => to('/whatif', {}),
      changes: (filter: ChangesValues = {}) => to('/changes', filter),
      exceptions: () => to('/exceptions', {}),
      reviews: () => to('/reviews', {}),
      review: (number: number) => to(`/reviews/${number}`, {}),
      breakglass: () => to('/breakglass', {}),
      services: (filter: ServicesFilter = {}) => to('/services', filter),
      data: () => to('/data', {}),
      entity: (ref: string) => entity(parseEntityRef(ref)),
    };
  }, [root, entity, tenant, at]);
}

/** See {@link useLinks}. */
export type Links = ReturnType<typeof useLinks>;
