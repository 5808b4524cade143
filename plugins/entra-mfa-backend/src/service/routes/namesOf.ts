import type { Exception } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** How many people a list names; null where the caller may see nobody. */
export function namesOfList(
  visibility: 'all' | 'some' | 'none',
  people: readonly unknown[],
): number | null {
  return visibility === 'none' ? null : people.length;
}

/** Whether an exception names the person for whom it is. */
export function isNamed({ subject }: Exception): boolean {
  return subject.kind === 'person' && subject.name !== null;
}
