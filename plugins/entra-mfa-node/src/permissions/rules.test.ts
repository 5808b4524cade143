import { entraMfaPeopleReadPermission } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import {
  createEntraMfaPersonConditionalDecision,
  entraMfaPersonConditions,
} from './conditions';
import { inTeams } from './inTeams';
import { isLedBy } from './isLedBy';
import { isSelf } from './isSelf';

const ada = {
  entityRefs: ['user:default/ada', 'user:hr/a.berg'],
  ownTeamRefs: ['group:default/checkout'],
  teamRefs: ['group:default/checkout', 'group:default/payments'],
  leadRefs: ['group:default/heads', 'user:default/maya'],
};
const unknown = {
  entityRefs: [],
  ownTeamRefs: [],
  teamRefs: [],
  leadRefs: [],
};

it.each([
  [ada, ['user:default/ada'], true],
  [ada, ['User:default/Ada'], true],
  [ada, ['User:HR/A.Berg'], true],
  [ada, ['user:default/tom', 'user:default/ada'], true],
  [ada, ['user:default/tom'], false],
  [ada, [], false],
  [unknown, ['user:default/ada'], false],
])('IS_SELF: %j by %j is %s', (person, userRefs, expected) => {
  expect(isSelf.apply(person, { userRefs })).toBe(expected);
});

it.each([
  [ada, ['group:default/checkout'], undefined, true],
  [ada, ['Group:Default/Payments'], undefined, true],
  [ada, ['group:default/payments'], true, true],
  [ada, ['group:default/payments'], false, false],
  [ada, ['group:default/field'], undefined, false],
  [unknown, ['group:default/payments'], undefined, false],
])(
  'IN_TEAMS: %j by %j with sub-teams %s is %s',
  (person, teamRefs, includeSubTeams, expected) => {
    expect(inTeams.apply(person, { teamRefs, includeSubTeams })).toBe(expected);
  },
);

it.each([
  [ada, ['user:default/maya'], true],
  [ada, ['User:Default/Maya'], true],
  [ada, ['user:default/tom', 'group:default/heads'], true],
  [ada, ['user:default/ada', 'group:default/payments'], false],
  [ada, [], false],
  [unknown, ['user:default/maya'], false],
])('IS_LED_BY: %j by %j is %s', (person, userRefs, expected) => {
  expect(isLedBy.apply(person, { userRefs })).toBe(expected);
});

it('asks the database what it would answer itself', () => {
  expect(isLedBy.toQuery({ userRefs: ['User:default/Maya'] })).toEqual({
    kind: 'lead',
    refs: ['user:default/maya'],
  });
  expect(isSelf.toQuery({ userRefs: ['User:default/Ada'] })).toEqual({
    kind: 'entity',
    refs: ['user:default/ada'],
  });
  expect(inTeams.toQuery({ teamRefs: ['group:default/payments'] })).toEqual({
    kind: 'team',
    refs: ['group:default/payments'],
    includeSubTeams: true,
  });
});

it('makes the decision that a policy returns', () => {
  const userRefs = ['user:default/ada'];
  expect(
    createEntraMfaPersonConditionalDecision(
      entraMfaPeopleReadPermission,
      entraMfaPersonConditions.isSelf({ userRefs }),
    ),
  ).toEqual({
    result: 'CONDITIONAL',
    pluginId: 'entra-mfa',
    resourceType: 'entra-mfa-person',
    conditions: {
      resourceType: 'entra-mfa-person',
      rule: 'IS_SELF',
      params: { userRefs },
    },
  });
});
