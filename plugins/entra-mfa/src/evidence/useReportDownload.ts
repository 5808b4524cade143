import { useApi } from '@backstage/core-plugin-api';
import type { DocumentFormat } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { entraMfaApiRef } from '../api/EntraMfaApi';
import { useSaved } from '../components/useSaved';

/** Saves the report of a day. */
export function useReportDownload(query: { tenant?: string; at?: string }) {
  const api = useApi(entraMfaApiRef);
  return useSaved(
    'getEvidenceReport',
    ({ format }: { format: DocumentFormat }) =>
      api.file('getEvidenceReport', { format }, query),
  );
}
