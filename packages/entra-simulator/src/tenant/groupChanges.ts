import { existsAt, type Account } from './account';
import type { Collection, Row } from './collection';
import type { Groups } from './groups';

/** A large group is told in several objects, each with some of its members. */
const PLACES_AT_ONCE = 50;

/**
 * The groups with their members as `delta` tells them: all there are at a time, or with `since` what differs from then.
 * Who is deleted leaves the group.
 */
export function groupChanges(
  groups: Groups,
  { since, until }: { since: number | null; until: number },
  select?: readonly string[],
): Collection {
  const parts: { group: number; from: number }[] = [];
  for (let group = 0; group < groups.count; group++) {
    const { count } = groups.places(group);
    for (let from = 0; from === 0 || from < count; from += PLACES_AT_ONCE) {
      parts.push({ group, from });
    }
  }

  const membersOf = ({ group, from }: (typeof parts)[number]): Row[] => {
    const places = groups.places(group);
    const rows: Row[] = [];
    const at = (place: number, time: number): Account | undefined => {
      const account = places.account(place, time);
      return account && existsAt(account, time) ? account : undefined;
    };
    if (from === 0 && since === null) {
      for (const below of groups.subgroups(group)) {
        const { id } = groups.row(below);
        rows.push({ '@odata.type': '#microsoft.graph.group', id });
      }
    }
    const end = Math.min(places.count, from + PLACES_AT_ONCE);
    for (let place = from; place < end; place++) {
      const before = since === null ? undefined : at(place, since);
      const now = at(place, until);
      if (before?.id === now?.id) {
        continue;
      }
      const type = '#microsoft.graph.user';
      if (before) {
        rows.push({
          '@odata.type': type,
          id: before.id,
          '@removed': { reason: 'deleted' },
        });
      }
      if (now) {
        rows.push({ '@odata.type': type, id: now.id });
      }
    }
    return rows;
  };

  const withMembers = !select || select.includes('members');
  return {
    positions: parts.length,
    row: position => {
      const part = parts[position];
      const rows = withMembers ? membersOf(part) : [];
      if (rows.length === 0 && (since !== null || part.from > 0)) {
        return undefined;
      }
      return {
        ...groups.row(part.group),
        ...(rows.length > 0 && { 'members@delta': rows }),
      };
    },
  };
}
