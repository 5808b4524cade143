import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { entraMfaApiRef } from '../api/EntraMfaApi';

/** How many names a card shows before it says how many more there are. */
export const shownNames = 8;

/** The first uncovered people of a team and its sub-teams, privileged first. */
export function useUncovered(ref: string, enabled: boolean) {
  const api = useApi(entraMfaApiRef);
  return useQuery({
    queryKey: ['entra-mfa', 'people', 'uncovered', ref],
    queryFn: ({ signal }) =>
      api.call(
        'getPeople',
        {},
        { team: ref, state: 'uncovered', limit: shownNames },
        { signal },
      ),
    enabled,
  });
}
