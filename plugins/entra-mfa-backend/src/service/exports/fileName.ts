import { createHash } from 'node:crypto';
import { foldText } from '../../store/sql/foldText';
import type { FileAbout } from './FileAbout';

const LONGEST_NAME = 40;
const LONGEST_FILTER = 60;
const LONGEST_VERSION = 24;

/**
 * The name of a file, by which it is known in a folder of others: what is in it, of which tenant and
 * when, which snapshot by which rules, the filter, and whether it was stale. Letters, digits, hyphens
 * and underscores, and short enough for every file system. Without its end.
 *
 * @param what - `people`
 */
export function fileName(
  what: string,
  { tenant, snapshot, pastAt, filter, stale }: FileAbout,
  isNamed: boolean,
): string {
  const day = (pastAt ?? snapshot?.at.toISOString())?.slice(0, 10);
  const parts = [
    `mfa-${what}`,
    tenant &&
      (plain(tenant.name, LONGEST_NAME) || plain(tenant.id, LONGEST_NAME)),
    day && (pastAt === null ? day : `as-of-${day}`),
    snapshot
      ? `snapshot-${snapshot.number}_rules-${plain(
          snapshot.rulesVersion,
          LONGEST_VERSION,
        )}`
      : 'no-snapshot',
    filter && plain(filter, LONGEST_FILTER),
    stale && 'stale',
    !isNamed && 'pseudonymous',
  ];
  return parts.filter(Boolean).join('_');
}

/** A text as part of a file's name. One that is too long ends in a fingerprint, so that two of them stay two. */
export function plain(text: string, longest: number): string {
  const slug = foldText(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (slug.length <= longest) {
    return slug;
  }
  const fingerprint = createHash('sha256').update(text).digest('hex');
  return `${slug.slice(0, longest - 9)}-${fingerprint.slice(0, 8)}`;
}
