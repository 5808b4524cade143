import { z } from 'zod';
import { pairKey } from './entityRow';
import { orNone } from './orNone';
import { isPerson } from './policyGroupMembers';
import type { CollectedRecord, Collector, GroupBody } from './types';

const text = orNone(z.string());
const flag = orNone(z.boolean());
const removed = orNone(z.looseObject({}));

const member = z.object({
  id: z.guid(),
  '@odata.type': text,
  '@removed': removed,
});

const row = z.object({
  // Members are found by where it stands in a key.
  id: z.guid(),
  displayName: text,
  groupTypes: orNone(z.array(z.string())),
  securityEnabled: flag,
  '@removed': removed,
  'members@delta': z.array(member).nullish(),
});

type Row = z.infer<typeof row>;

const GROUP = '#microsoft.graph.group';

/** Stands in the key before a group that is there and not chosen: see {@link groupsWith}. */
const NOT_CHOSEN = '-';

/** Stands in the key before a group that is in another one, so that these are found among all members. */
const INSIDE = '+';

/** What a group is; null for a list of addresses, which gives no access to anything. */
function kindOf({
  groupTypes,
  securityEnabled,
}: Row): GroupBody['kind'] | null {
  if (groupTypes?.includes('Unified')) {
    return 'microsoft-365';
  }
  return securityEnabled ? 'security' : null;
}

/** A large group is told in several rows, each with some of its members: these add up. */
function memberRecords(groupId: string, group: Row): CollectedRecord[] {
  return (group['members@delta'] ?? []).flatMap((one): CollectedRecord[] => {
    const id = one.id.toLowerCase();
    const asPerson = { key: pairKey(id, groupId), body: {} };
    const asGroup = { key: pairKey(INSIDE + id, groupId), body: {} };
    const type = one['@odata.type'];
    if (one['@removed']) {
      // Of who has left, it need not be told what it is.
      return [asPerson, asGroup].map(record => ({ ...record, gone: true }));
    }
    if (type === GROUP) {
      return [asGroup];
    }
    return isPerson(one) ? [asPerson] : [];
  });
}

/**
 * The groups of the tenant and who is directly in each, read whole once and then only what changed. Who leaves a group,
 * and a group that is deleted, is told as such.
 */
export const groups: Collector<Row> = {
  id: 'groups',
  title: 'Groups and their members',
  source: 'graph',
  endpoint: '/groups/delta',
  query: { $select: 'id,displayName,groupTypes,securityEnabled,members' },
  pace: 'directory',
  permission: 'GroupMember.Read.All',
  licence: null,
  why: 'To show registration by Entra group, and the groups of a person, where `entraGroups.read` is set',
  documentation: 'https://learn.microsoft.com/graph/api/group-delta',
  required: 'no',
  optional: 'always',
  onlyWhileGiven: 'until-refused',
  onlyWhereChosen: 'entraGroups',
  decidesNothing: true,
  delta: { choice: '' },
  row,
  toRecords: group => recordsWith(group, []),
};

/** The same for groups whose name starts with one of these, whatever the case; without any, for all. */
export function groupsWith(prefixes: readonly string[]): Collector<Row> {
  const sorted = prefixes.map(prefix => prefix.toLowerCase()).sort();
  return {
    ...groups,
    delta: { choice: sorted.join('\n') },
    toRecords: group => recordsWith(group, sorted),
  };
}

function recordsWith(
  group: Row,
  prefixes: readonly string[],
): CollectedRecord[] {
  const id = group.id.toLowerCase();
  const key = pairKey('', id);
  const notChosen = pairKey(NOT_CHOSEN, id);
  if (group['@removed']) {
    return [
      { key, body: {}, gone: true, withMembers: true },
      { key: notChosen, body: {}, gone: true },
    ];
  }
  const kind = kindOf(group);
  const name = group.displayName || id;
  const starts = (prefix: string) => name.toLowerCase().startsWith(prefix);
  if (!kind || (prefixes.length > 0 && !prefixes.some(starts))) {
    return [
      { key, body: {}, gone: true, withMembers: true },
      { key: notChosen, body: {} },
    ];
  }
  const body: GroupBody = { name, kind };
  return [
    // Who was in it before it was chosen is told only from the beginning.
    { key: notChosen, body: {}, gone: true, beginsAgain: true },
    { key, body: { ...body } },
    ...memberRecords(id, group),
  ];
}
