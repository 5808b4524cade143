import type { z } from 'zod';
import type { groupRow } from './groupRow';
import { targetsOf } from './entityRow';
import type { LeadCandidates } from './types';

/** The words that a name must end with, as a person would say it. */
export const leadWords =
  'lead, leader, owner, manager (or their plurals), ledBy, ownedBy or managedBy';

/**
 * Whether a relation, annotation or profile field is named so that it may tell who leads a Group.
 * Only these are read: a record must not change with every annotation that some other tool keeps.
 */
export function mayNameLead(name: string): boolean {
  return /(lead(er)?|owner|manager)s?$|(led|owned|managed)by$/i.test(name);
}

/** All that a Group says of who may lead it; which of it counts is a setting. Null for nothing. */
export function leadCandidates(
  group: z.infer<typeof groupRow>,
): LeadCandidates | null {
  const types = group.relations?.map(({ type }) => type) ?? [];
  const candidates: LeadCandidates = {
    ...kept('relations', types, type => targetsOf(group, type)),
    ...kept(
      'annotations',
      Object.keys(group.metadata.annotations ?? {}),
      name => textsOf(group.metadata.annotations?.[name]),
    ),
    ...kept('profile', Object.keys(group.spec?.profile ?? {}), field =>
      textsOf(group.spec?.profile?.[field]),
    ),
  };
  return Object.keys(candidates).length > 0 ? candidates : null;
}

function kept(
  kind: keyof LeadCandidates,
  names: readonly string[],
  valuesOf: (name: string) => string[],
): LeadCandidates {
  const found = [...new Set(names)]
    .filter(mayNameLead)
    .sort()
    .flatMap((name): [string, string[]][] => {
      const values = valuesOf(name);
      return values.length > 0 ? [[name, values]] : [];
    });
  return found.length > 0 ? { [kind]: Object.fromEntries(found) } : {};
}

/** One text or a list of them; anything else names nobody. */
function textsOf(value: unknown): string[] {
  const texts = (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === 'string' && one.trim() !== '',
  );
  return [...new Set(texts)].sort();
}
