import { entraMfaAssessmentAuditPermission as audit } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useSeesFigures } from '../api/useSeesFigures';
import { useGranted } from './useGranted';

/** Whether the reader may see no figures, and may audit assessments; undefined until it is known. */
export function useOnlyAudits(): boolean | undefined {
  const seesFigures = useSeesFigures();
  const isRefused = seesFigures === false;
  const { granted, isPending } = useGranted(isRefused ? [audit] : []);
  if (!isRefused) return seesFigures && false;
  return isPending ? undefined : granted.includes(audit.name);
}
