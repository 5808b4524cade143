import type { Config } from '@backstage/config';
import { defaultLeads } from '../assess/leadsOf';
import type { LeadSettings } from '../assess/types';
import { leadWords, mayNameLead } from '../collectors/leadCandidates';
import { fail } from './fail';

/** Reads what of a Group tells who leads it. */
export function readLeads(config: Config): LeadSettings {
  const names = (kind: keyof LeadSettings) => {
    const path = `leads.${kind}`;
    const found = config.getOptionalStringArray(path) ?? defaultLeads[kind];
    found.forEach((name, index) => {
      if (!mayNameLead(name)) {
        fail(
          `entraMfa.${path}[${index}]`,
          `should be a name that ends with ${leadWords}: others are not read`,
        );
      }
    });
    return [...new Set(found)].sort();
  };
  return {
    relations: names('relations'),
    annotations: names('annotations'),
    profile: names('profile'),
  };
}
