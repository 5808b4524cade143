import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { LeadCandidates } from '../collectors/types';
import type { LeadSettings } from './types';

/** What counts without a setting. */
export const defaultLeads: LeadSettings = {
  relations: ['ownedBy'],
  annotations: ['entra-mfa/lead'],
  profile: ['lead'],
};

/** As long as the column that keeps it. */
const LONGEST = 255;

/**
 * Who leads a Group: refs of users, or of groups whose members lead it, each once and sorted. A text
 * may name several, separated by commas, semicolons or spaces; a name that is no ref is a user of the
 * default namespace. What names neither a user nor a group names nobody.
 */
export function leadsOf(
  candidates: LeadCandidates | undefined,
  settings: LeadSettings = defaultLeads,
): string[] {
  if (!candidates) {
    return [];
  }
  const kinds = ['relations', 'annotations', 'profile'] as const;
  const texts = kinds.flatMap(kind =>
    settings[kind].flatMap(name => candidates[kind]?.[name] ?? []),
  );
  const refs = texts
    .flatMap(text => text.split(/[\s,;]+/))
    .flatMap(text => refOf(text) ?? []);
  return [...new Set(refs)].sort();
}

function refOf(text: string): string | null {
  try {
    const ref = stringifyEntityRef(
      parseEntityRef(text, {
        defaultKind: 'user',
        defaultNamespace: 'default',
      }),
    );
    return /^(user|group):/.test(ref) && ref.length <= LONGEST ? ref : null;
  } catch {
    return null;
  }
}
