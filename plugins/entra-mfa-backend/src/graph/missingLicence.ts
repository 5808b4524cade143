import type { OrganizationBody } from '../collectors/types';
import { GraphRequestError } from './errors';

/** These codes are shared by services, and only the text tells what is missing. */
const sharedCodes = ['accessdenied', 'forbidden'];

/** The plan for want of which Graph refuses; null where that is not what it says. */
export function missingLicence(error: unknown): 'P1' | 'P2' | null {
  if (!(error instanceof GraphRequestError)) {
    return null;
  }
  const { status, speaksOfLicence } = error;
  const code = error.code.toLowerCase();
  if (code === 'aadpremiumlicenserequired') {
    return [400, 403].includes(status) ? 'P2' : null;
  }
  const saysSo =
    code === 'authentication_requestfromnonpremiumtenantorb2ctenant' ||
    (sharedCodes.includes(code) && speaksOfLicence);
  return status === 403 && saysSo ? 'P1' : null;
}

/**
 * Whether Graph refuses for want of a licence that the tenant has by its own plans. Its check is known
 * to misfire.
 *
 * Source: known issues of Microsoft Graph, Microsoft Entra activity reports.
 */
export function isLicenceMisfire(
  error: unknown,
  premium: OrganizationBody['premium'] | undefined,
): boolean {
  const missing = missingLicence(error);
  return missing === 'P2' ? premium === 'P2' : missing !== null && !!premium;
}

/** Whether nobody can be eligible for a role, by the tenant's own plans. */
export function showsNoEligibility(
  premium: OrganizationBody['premium'] | undefined,
): boolean {
  return premium !== undefined && premium !== 'P2';
}
