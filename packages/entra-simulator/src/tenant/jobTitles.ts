import type { Draw } from './draw';
import type { Team } from './teams';

const grades = ['', 'Senior ', 'Junior ', 'Principal '];

const workOf: readonly [RegExp, string][] = [
  [/Warehouse|Transport|Logistics/, 'Logistics Associate'],
  [/Sales|Customer Success/, 'Account Manager'],
  [/Support|Service Desk/, 'Support Specialist'],
  [/Marketing|Brand|Growth|Events/, 'Marketing Manager'],
  [/Finance|Accounting|Treasury|Procurement/, 'Finance Analyst'],
  [/Design|Research/, 'Designer'],
  [/Product|Analytics/, 'Product Manager'],
  [/People|Talent|Learning/, 'People Partner'],
  [/Legal|Governance/, 'Counsel'],
  [/Executive/, 'Executive'],
  [/Facilities|Workplace/, 'Coordinator'],
];

/** What somebody does in that team. */
export function jobTitleOf(draw: Draw, team: Team, isLead: boolean): string {
  if (isLead) {
    return `Head of ${team.name}`;
  }
  const work = workOf.find(([pattern]) => pattern.test(team.name))?.[1];
  return `${grades[draw.below(60, grades.length)]}${work ?? 'Engineer'}`;
}
