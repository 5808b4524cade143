import { z } from 'zod';
import { evidenceTypes, type EvidenceType } from '../items';
import { must } from './BundleChecks';

/**
 * The schema of an item of a type, in a tenant.
 *
 * @throws Wrong where the type is not known
 */
export function itemSchemaOf(type: string, tenant: string) {
  must(type in evidenceTypes, 'this version does not know such evidence');
  const known = type as EvidenceType;
  const { body, version } = evidenceTypes[known];
  return z.object({
    type: z.literal(known),
    version: z.literal(version),
    tenant: z.literal(tenant),
    rulesVersion: z.string(),
    body: body as z.ZodType,
  });
}
