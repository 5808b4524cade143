import type { Basis } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { usePageParams } from '../navigation/usePageParams';
import { useOverview } from './useOverview';

/** The basis that the page's figures count on; it decides between "registered" and "MFA capable". */
export function useBasis(): Basis {
  return useOverview(usePageParams()).data?.basis ?? 'registered';
}
