import type { FileAbout } from './FileAbout';

/** What a file says of itself, by what each part of it is called. */
export function tellAbout(about: FileAbout): Record<string, string> {
  const { tenant, snapshot, pastAt, filter, stale } = about;
  return {
    Tenant: tenant?.name ?? '',
    'As of': pastAt ?? snapshot?.at.toISOString() ?? '',
    Snapshot: snapshot ? String(snapshot.number) : '',
    'Read at': snapshot?.readAt?.toISOString() ?? '',
    'Rules version': snapshot?.rulesVersion ?? '',
    Filter: filter ?? 'none',
    Stale: stale ? 'yes' : 'no',
  };
}
