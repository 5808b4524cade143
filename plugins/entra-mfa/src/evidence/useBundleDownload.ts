import { useApi } from '@backstage/core-plugin-api';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import { useSaved } from '../components/useSaved';

/** Saves the bundle of a day, under pseudonyms or with names. */
export function useBundleDownload(query: { tenant?: string; at?: string }) {
  const api = useApi(entraMfaApiRef);
  return useSaved('getEvidenceBundle', ({ names }: { names: boolean }) =>
    api.file('getEvidenceBundle', {}, { ...query, names }),
  );
}
