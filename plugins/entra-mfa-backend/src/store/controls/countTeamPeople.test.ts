import { personStates } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { packCondition } from '../../assess/condition';
import { windowsOf } from '../../assess/controls/windowsOf';
import { STILL_TRUE } from '../sql/tables';
import { addUpPrivileged } from './addUpPrivileged';
import {
  countJoinersAndLeavers,
  countLost,
  countPrivileged,
} from './countForControls';
import { countTeamPeople } from './countTeamPeople';

const databases = TestDatabases.create();
const tenantId = 'one';
const DAY = 86_400_000;
const at = new Date('2026-11-30T12:00:00Z');
const ago = (days: number) => new Date(at.getTime() - days * DAY);
const everyone = 'group:default/everyone';
const even = 'group:default/even';

/** What is so of somebody from one snapshot on. */
const factOf = fc.record({
  state: fc.constantFrom(...personStates, 'uncovered' as const),
  privileged: fc.constantFrom(true, true, false, null),
  tier: fc.constantFrom('phone', 'phishing-resistant', null),
  marks: fc.constantFrom('[]', '["phone-only"]'),
  madeAgo: fc.constantFrom(3, 14, 30, 90, 200),
  sinceAgo: fc.constantFrom(3, 7, 30, 90, 200),
  leftAgo: fc.constantFrom(-5, 5, null),
  enabled: fc.constantFrom(true, false, null),
});
type Fact = typeof factOf extends fc.Arbitrary<infer T> ? T : never;

/** Somebody at two snapshots; whether they lost a registration before the first, and are in the team at each. */
const personOf = fc.record({
  facts: fc.tuple(factOf, fc.option(factOf)),
  lost: fc.constantFrom('lost', 'lost', 'by-rules', 'gained', null),
  isEven: fc.tuple(fc.boolean(), fc.boolean()),
});
type Somebody = typeof personOf extends fc.Arbitrary<infer T> ? T : never;

const registered = packCondition({
  ...{ state: 'covered', scopeClass: null, registered: true },
  ...{ capable: true, tier: 'phone' },
});
const lacking = packCondition({
  ...{ state: 'uncovered', scopeClass: null, registered: false },
  ...{ capable: null, tier: null },
});

const rowOf = (number: number, fact: Fact, from: number, to: number) => ({
  ...{ tenant_id: tenantId, object_id: `person-${number}` },
  ...{ from_snapshot: from, to_snapshot: to },
  ...{ display_name: 'Somebody', user_principal_name: 'somebody' },
  ...{ sort_name: 'somebody', search_text: 'somebody', reason: 'flag-false' },
  ...{ state: fact.state, tier: fact.tier, tier_rank: -1, methods: '[]' },
  ...{ marks: fact.marks, privileged: fact.privileged, no_row_runs: 0 },
  privileged_rank: fact.privileged ? 0 : 1,
  since: ago(fact.sinceAgo),
  created_at: ago(fact.madeAgo),
  leave_at: fact.leftAgo === null ? null : ago(fact.leftAgo),
  enabled: fact.enabled,
});

async function write(knex: Knex, people: readonly Somebody[]) {
  for (const table of ['person', 'person_team', 'person_change']) {
    await knex(table).delete();
  }
  const of = (number: number) => ({
    ...{ tenant_id: tenantId, object_id: `person-${number}`, direct: true },
  });
  const rows = {
    person: people.flatMap(({ facts: [first, second] }, number) =>
      second
        ? [rowOf(number, first, 1, 2), rowOf(number, second, 2, STILL_TRUE)]
        : [rowOf(number, first, 1, STILL_TRUE)],
    ),
    person_team: people.flatMap(({ isEven }, number) => [
      {
        ...of(number),
        team_ref: everyone,
        from_snapshot: 1,
        to_snapshot: STILL_TRUE,
      },
      ...isEven.flatMap((isIn, place) =>
        isIn
          ? [
              {
                ...of(number),
                ...{ team_ref: even, from_snapshot: place + 1 },
                to_snapshot: place === 0 ? 2 : STILL_TRUE,
              },
            ]
          : [],
      ),
    ]),
    person_change: people.flatMap(({ lost }, number) =>
      lost === null
        ? []
        : [
            {
              ...{ tenant_id: tenantId, object_id: `person-${number}` },
              ...{ snapshot: 1, previous_snapshot: 0, renamed: false },
              by_rules: lost === 'by-rules',
              condition_before: lost === 'gained' ? lacking : registered,
              condition_after: lost === 'gained' ? registered : lacking,
            },
          ],
    ),
  };
  for (const [table, list] of Object.entries(rows)) {
    if (list.length > 0) await knex(table).insert(list);
  }
}

const asked = { ...windowsOf(at, 14), left: at };

/** What is counted of some people, one by one. */
function counted(people: readonly { fact: Fact; lost: Somebody['lost'] }[]) {
  const facts = people.map(({ fact }) => fact);
  const isWithin = (days: number, least: number) => days >= least && days < 90;
  const joined = facts.filter(
    ({ state, madeAgo }) =>
      (state === 'covered' || state === 'uncovered') && isWithin(madeAgo, 14),
  );
  const left = facts.filter(({ leftAgo }) => leftAgo === 5);
  return {
    privileged: addUpPrivileged(
      facts
        .filter(
          ({ state, privileged }) => privileged && state !== 'out-of-scope',
        )
        .map(fact => ({ ...fact, people: 1 })),
    ),
    joiners: {
      people: joined.length,
      without: joined.filter(({ state }) => state === 'uncovered').length,
    },
    leavers: {
      people: left.length,
      enabled: left.filter(({ enabled }) => enabled).length,
    },
    lost: people.filter(
      ({ fact: { state, sinceAgo }, lost }) =>
        lost === 'lost' && state === 'uncovered' && isWithin(sinceAgo, 7),
    ).length,
  };
}

describe.each(databases.eachSupportedId())('teams on %s', databaseId => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(databaseId);
  });

  it('come to what their people come to, and one of everybody to what the tenant comes to', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(personOf, { maxLength: 12 }),
        fc.constantFrom(1, 2),
        async (people, snapshot) => {
          await write(knex, people);
          const view = { tenantId, snapshot, newest: snapshot === 2 };
          const { of } = await countTeamPeople(knex, view, null, asked);
          const { joined, lost, left } = asked;
          expect(of(everyone)).toEqual({
            privileged: await countPrivileged(knex, view),
            ...(await countJoinersAndLeavers(knex, view, { joined, left })),
            lost: await countLost(knex, view, lost),
          });
          const members = people.flatMap(({ facts, isEven, lost: was }) => {
            const fact = snapshot === 2 ? facts[1] ?? facts[0] : facts[0];
            return isEven[snapshot - 1] ? [{ fact, lost: was }] : [];
          });
          expect(of(even)).toEqual(counted(members));
          const one = await countTeamPeople(knex, view, even, asked);
          expect(one.of(even)).toEqual(of(even));
          const unread = { ...asked, left: null };
          const without = await countTeamPeople(knex, view, even, unread);
          const { joiners } = of(everyone);
          expect(
            await countJoinersAndLeavers(knex, view, { joined, left: null }),
          ).toEqual({ joiners, leavers: null });
          expect(without.of(even).leavers).toEqual({ people: 0, enabled: 0 });
        },
      ),
      { numRuns: 30 },
    );
  });
});
