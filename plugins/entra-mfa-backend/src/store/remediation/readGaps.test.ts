import {
  personGapKinds,
  personStates,
  type PersonState,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { TestDatabases } from '../../__testUtils__/TestDatabases';
import { gapStanding } from '../../assess/remediation/gapRules';
import { gapsOf, type GapVersion } from '../../assess/remediation/gapsOf';
import { STILL_TRUE } from '../sql/tables';
import { versionAt } from '../asOf/versionAt';
import { hasOpenGap } from './hasOpenGap';
import { readGaps } from './readGaps';

const databases = TestDatabases.create();
const tenantId = 'one';
const snapshots = 8;
const timeOf = (snapshot: number) =>
  new Date(Date.UTC(2026, 8, 1) + snapshot * 86_400_000);

type Fact = { state: PersonState; privileged: boolean | null; phone: boolean };

/** The versions of a person of whom something is said at each snapshot, or nothing. */
function versionsOf(history: readonly (Fact | null)[]): GapVersion[] {
  return history.flatMap((fact, index) =>
    fact === null
      ? []
      : [
          {
            state: fact.state,
            privileged: fact.privileged,
            phoneOnly: fact.phone,
            from: index + 1,
            to: index + 1 === history.length ? null : index + 2,
          },
        ],
  );
}

async function write(knex: Knex, people: readonly GapVersion[][]) {
  await knex('person').delete();
  await knex('person_team').delete();
  const rows = people.flatMap((versions, number) =>
    versions.map(version => ({
      tenant_id: tenantId,
      object_id: `person-${number}`,
      from_snapshot: version.from,
      to_snapshot: version.to ?? STILL_TRUE,
      display_name: 'Somebody',
      user_principal_name: 'somebody',
      sort_name: 'somebody',
      search_text: 'somebody',
      state: version.state,
      reason: 'flag-false',
      tier_rank: -1,
      methods: '[]',
      marks: version.phoneOnly ? '["phone-only"]' : '["phone-default"]',
      privileged: version.privileged,
      privileged_rank: version.privileged ? 0 : 1,
      no_row_runs: 0,
      since: timeOf(1),
    })),
  );
  if (rows.length > 0) {
    await knex('person').insert(rows);
    await knex('person_team').insert(
      people.flatMap((_, number) =>
        number % 2 === 0
          ? [
              {
                tenant_id: tenantId,
                team_ref: 'group:default/even',
                object_id: `person-${number}`,
                from_snapshot: 1,
                direct: true,
              },
            ]
          : [],
      ),
    );
  }
}

const told = (opened: Date, closed: { at: Date; outcome: string } | null) =>
  `${opened.toISOString()} ${closed?.at.toISOString()} ${closed?.outcome}`;

/** The same by the pure rules, as of a snapshot. */
function expected(
  people: readonly GapVersion[][],
  { upTo, closedAfter }: { upTo: number; closedAfter: number },
  kind: (typeof personGapKinds)[number],
): string[] {
  return people
    .flatMap(versions =>
      gapsOf(
        kind,
        versions
          .filter(({ from }) => from <= upTo)
          .map(version => ({
            ...version,
            to: version.to !== null && version.to <= upTo ? version.to : null,
          })),
      ),
    )
    .filter(({ closed }) => !closed || closed.at > closedAfter)
    .map(({ opened, closed }) =>
      told(
        timeOf(opened),
        closed && { at: timeOf(closed.at), outcome: closed.outcome },
      ),
    )
    .sort();
}

describe.each(databases.eachSupportedId())('gaps on %s', id => {
  it('are those that the rules find in the versions of each person', async () => {
    const knex = await databases.init(id);
    await knex('snapshot').insert(
      Array.from({ length: snapshots }, (_, index) => ({
        tenant_id: tenantId,
        snapshot: index + 1,
        run: index + 1,
        at: timeOf(index + 1),
        rules_version: '1',
        settings: '{}',
        data_sets: '{}',
        waits_for_report: false,
      })),
    );
    const fact = fc.record({
      state: fc.constantFrom(...personStates),
      privileged: fc.constantFrom(true, true, false, null),
      phone: fc.boolean(),
    });
    const history = fc.array(fc.option(fact, { freq: 5 }), {
      minLength: snapshots,
      maxLength: snapshots,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(history, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...personGapKinds),
        fc.integer({ min: 1, max: snapshots }),
        fc.integer({ min: 0, max: snapshots }),
        fc.boolean(),
        async (histories, kind, upTo, closedAfter, ofTeam) => {
          const people = histories.map(versionsOf);
          await write(knex, people);
          const view = { tenantId, snapshot: upTo, newest: false };
          const opening: string[] = await knex({ p: 'person' })
            .where(versionAt(view, 'p'))
            .andWhere(hasOpenGap(kind))
            .orderBy('p.object_id')
            .pluck('p.object_id');
          expect(opening).toEqual(
            people.flatMap((versions, number) =>
              versions.some(
                version =>
                  version.from <= upTo &&
                  (version.to ?? Infinity) > upTo &&
                  gapStanding(kind, version) === 'open',
              )
                ? [`person-${number}`]
                : [],
            ),
          );
          const found = await readGaps(
            knex,
            { tenantId, snapshot: upTo, newest: upTo === snapshots },
            {
              kind,
              team: ofTeam ? 'group:default/even' : null,
              closedAfter: Math.min(closedAfter, upTo),
            },
          );
          expect(
            found
              .flatMap(({ openedAt, closed, gaps }) =>
                Array<string>(gaps).fill(told(openedAt, closed)),
              )
              .sort(),
          ).toEqual(
            expected(
              people.filter((_, number) => !ofTeam || number % 2 === 0),
              { upTo, closedAfter: Math.min(closedAfter, upTo) },
              kind,
            ),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
