import type { ReminderPreview } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { isSmall } from '../../assess/smallTeams';
import { selectionOfFilter } from '../../reminders/toCampaign';
import { countAsked, readAsked } from '../../store/reminders/readAsked';
import { toSnapshotRef } from '../figures';
import { isAboutPrivileged } from './isAboutPrivileged';
import type { PeopleAccess, QueryOf, ReadContext } from '../types';

/** So many are shown by name. */
const FIRST = 20;

/** Who would be reminded today. */
export async function previewReminders(
  { knex, config, snapshots }: ReadContext,
  { tenant, ...filter }: QueryOf<'previewReminders'>,
  access: PeopleAccess,
): Promise<ReminderPreview> {
  const visibility = access.kind;
  return snapshots.read({ tenant }, async found => {
    if (!found) {
      return {
        snapshot: null,
        hear: 0,
        unreachable: 0,
        visibility,
        people: [],
      };
    }
    const { view, snapshot } = found;
    const selection = selectionOfFilter(filter, snapshot);
    const [counts, people] = await Promise.all([
      countAsked(knex, view, selection),
      access.kind === 'none'
        ? []
        : readAsked(
            knex,
            view,
            {
              ...selection,
              allowed: access.kind === 'some' ? access.criteria : null,
            },
            FIRST,
          ),
    ]);
    const { hideBelow } = config.smallTeams;
    const isHidden =
      access.kind !== 'all' &&
      ((filter.team !== undefined && isAboutPrivileged(filter)) ||
        isSmall(counts.hear, hideBelow) ||
        isSmall(counts.unreachable, hideBelow));
    return {
      snapshot: toSnapshotRef(snapshot),
      hear: isHidden ? null : counts.hear,
      unreachable: isHidden ? null : counts.unreachable,
      visibility,
      people: people.map(row => ({
        id: row.object_id,
        displayName: row.display_name,
        entityRef: row.entity_ref,
      })),
    };
  });
}
