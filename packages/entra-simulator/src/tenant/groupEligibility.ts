import { dayInMilliseconds } from '../clock';
import { existsAt } from './account';
import type { Collection, Row } from './collection';
import type { GeneratedTenant } from './generatedTenant';

/**
 * Who can become a member or an owner of a group for a while (PIM for Groups): a few people of one that
 * holds a role, and who leads them as its owner.
 */
export function groupEligibility(
  { groups, population }: GeneratedTenant,
  time: number,
): Collection {
  const startDateTime = new Date(
    population.plan.timelineStart - 150 * dayInMilliseconds,
  ).toISOString();
  const rows: Row[] = [];
  for (let index = 0; index < groups.count; index++) {
    const groupId = groups.row(index).id;
    const add = (accessId: 'member' | 'owner', principalId: string) =>
      rows.push({
        id: `${groupId}_${accessId}_${principalId}`,
        startDateTime,
        endDateTime: null,
        accessId,
        principalId,
        groupId,
        memberType: 'Direct',
        eligibilityScheduleId: `${groupId}_${accessId}_${principalId}`,
      });
    const eligible = groups.eligiblePlaces(index);
    for (let place = 0; place < eligible.count; place++) {
      const account = eligible.account(place, time);
      if (account && existsAt(account, time)) {
        add('member', account.id);
      }
    }
    const lead = eligible.count > 0 && groups.places(index).account(0, time);
    if (lead && existsAt(lead, time)) {
      add('owner', lead.id);
    }
  }
  return { positions: rows.length, row: position => rows[position] };
}
