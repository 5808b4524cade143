import { tierOfMethod } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import fc from 'fast-check';
import type { PersonFacts, RuleSettings } from '../assess/types';
import { noGroupsKnown } from '../assess/scope/types';
import { defaultRules, factsOf } from './facts';

const objectIds = ['a', 'b', 'c', 'd', 'e', 'f'];

const anyMethods = fc.uniqueArray(
  fc.oneof(
    fc.constantFrom(...Object.keys(tierOfMethod), 'newMethod', 'toString'),
    // Often enough together for what is said of phones alone.
    fc.constantFrom('mobilePhone', 'OFFICEPHONE', 'ExternalAuthMethod'),
  ),
  { maxLength: 4 },
);

/** Anybody whom a directory may hold, likely or not. */
export const anyFacts: fc.Arbitrary<PersonFacts> = fc
  .record({
    objectId: fc.constantFrom(...objectIds),
    report: fc.constantFrom('read', 'no-licence', 'no-permission', 'not-read'),
    reportReadAgain: fc.boolean(),
    noRowRuns: fc.integer({ min: 0, max: 2 }),
    privileged: fc.constantFrom(true, false, null),
    exception: fc.option(
      fc.constant({
        id: 'e1',
        until: '2027-01-01',
        approver: 'user:default/a',
      }),
      { freq: 8 },
    ),
    user: fc.record({
      accountEnabled: fc.constantFrom(true, true, true, false, null),
      userType: fc.constantFrom('Member', 'member', 'Guest', null),
      userPrincipalName: fc.constantFrom(
        'ada@contoso.com',
        'svc-build@contoso.com',
        'Sync_A_1@contoso.onmicrosoft.com',
        'b_x.com#EXT#@contoso.onmicrosoft.com',
      ),
      employeeHireDate: fc.constantFrom(null, null, '2026-12-01T00:00:00Z'),
      type: fc.constantFrom(null, null, null, '#microsoft.graph.agentUser'),
      mail: fc.constantFrom(null, 'ada@partner.com'),
    }),
    mailbox: fc.constantFrom(null, null, 'user', 'shared', 'none'),
    scopeGroups: fc.constantFrom(
      noGroupsKnown,
      new Map([['g', true]]),
      new Map([['g', false]]),
    ),
    row: fc.option(
      fc.record({
        isMfaRegistered: fc.boolean(),
        isMfaCapable: fc.boolean(),
        methodsRegistered: anyMethods,
      }),
    ),
  })
  .map(factsOf);

function anyRule(name: string, filter: string | null, group: string | null) {
  return { name, filter, group, owner: 'group:default/x', reason: name };
}

/** Any configuration of the rules. */
export const anySettings: fc.Arbitrary<RuleSettings> = fc
  .record({
    basis: fc.constantFrom('registered' as const, 'capable' as const),
    countGuests: fc.boolean(),
    mailboxes: fc.constantFrom(true as const, undefined),
    breakGlassIds: fc.subarray(objectIds.slice(0, 2)),
    scopeRules: fc.subarray([
      anyRule('Partners', "endsWith(mail,'@partner.com')", null),
      anyRule('Members of g', null, 'g'),
      anyRule('Not b', "not startsWith(userPrincipalName,'b')", 'g'),
    ]),
    listedPatterns: fc.subarray([
      { pattern: '^svc-', owner: 'group:default/x', reason: 'service' },
    ]),
  })
  .map(some => ({ ...defaultRules, ...some }));
