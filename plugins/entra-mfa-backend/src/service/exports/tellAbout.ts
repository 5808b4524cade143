import { at, on, type Cell } from './Cell';
import type { FileAbout } from './FileAbout';

/** What a file says of itself, by what each part of it is called. */
export function tellAbout(about: FileAbout): Record<string, Cell> {
  const { tenant, snapshot, pastAt, filter, stale, disconnectedAt } = about;
  return {
    Tenant: tenant?.name ?? null,
    'As of': pastAt === null ? at(snapshot?.at.toISOString()) : timeOf(pastAt),
    Snapshot: snapshot && snapshot.number,
    'Read at': at(snapshot?.readAt?.toISOString()),
    'Rules version': snapshot && snapshot.rulesVersion,
    Filter: filter ?? 'none',
    Stale: stale ? 'yes' : 'no',
    ...(about.fromMethods && {
      'Made from':
        'each person’s methods; Microsoft’s report needs Entra ID P1',
    }),
    ...(disconnectedAt && {
      'Disconnected since': at(disconnectedAt.toISOString()),
    }),
  };
}

function timeOf(dayOrInstant: string): Cell {
  return dayOrInstant.length > 10 ? at(dayOrInstant) : on(dayOrInstant);
}
