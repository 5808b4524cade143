import { scopeClasses } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { TenantCounts } from './TenantCounts';
import { CisCounter } from './CisCounter';
import { StateCounter } from './StateCounter';
import { CrossCheckCounter } from './CrossCheckCounter';
import { GapByTeam } from './GapByTeam';
import { PrivilegedCounter } from './PrivilegedCounter';
import { nothingRead } from './roles/nothingRead';
import { privilegedRoles, privilegedRolesAsOf } from './roles/privilegedRoles';
import type { CoverageLine, TeamRollUp, TenantRollUp } from './types';

const ordinaryAccount = { enabled: true, guest: false, member: true };

/** Starts adding up one team with its sub-teams. */
export function createTeamRollUp(): TeamRollUp {
  const counts = new StateCounter();
  const direct = { covered: 0, uncovered: 0 };
  return {
    add(person, where) {
      counts.add(person, where.inCatalog);
      if (
        where.direct &&
        (person.state === 'covered' || person.state === 'uncovered')
      ) {
        direct[person.state] += 1;
      }
    },
    line: () => ({
      ...columnsOf(counts),
      direct_covered: direct.covered,
      direct_uncovered: direct.uncovered,
      counts: JSON.stringify(counts.counts()),
    }),
  };
}

/** Starts adding up everybody of the directory. */
export function createTenantRollUp(): TenantRollUp {
  const counts = new StateCounter();
  const leftOut = new Map<string, number>();
  const byRule = new Map<string, { people: number; privileged: number }>();
  const privileged = new PrivilegedCounter();
  const gap = new GapByTeam();
  const crossCheck = new CrossCheckCounter();
  const cis = new CisCounter();
  return {
    add(person, where) {
      counts.add(person, where.inCatalog);
      privileged.add(person);
      const account = where.account ?? ordinaryAccount;
      crossCheck.add(person.capable, account);
      cis.add(person, account);
      if (person.scopeClass !== null) {
        leftOut.set(
          person.scopeClass,
          (leftOut.get(person.scopeClass) ?? 0) + 1,
        );
      }
      if (person.scopeRule !== null) {
        const { people, privileged: holders } = byRule.get(
          person.scopeRule,
        ) ?? { people: 0, privileged: 0 };
        byRule.set(person.scopeRule, {
          people: people + 1,
          privileged: holders + (person.privileged === true ? 1 : 0),
        });
      }
      if (person.state === 'uncovered') {
        gap.addUncovered(where.ownTeams);
      }
    },
    line(rest) {
      const line = counts.counts();
      const tenantCounts: TenantCounts = {
        leftOut: scopeClasses.flatMap(scopeClass => {
          const count = leftOut.get(scopeClass);
          return count ? [{ scopeClass, count }] : [];
        }),
        privileged: privileged.line(),
        privilegedRoles: {
          asOf: privilegedRolesAsOf,
          builtIn: privilegedRoles.size,
          added: rest.privilegedRolesAdded ?? 0,
        },
        roles: rest.roles ?? nothingRead,
        crossCheck: crossCheck.line(
          rest.microsoft ?? null,
          rest.rowsWithoutPerson,
        ),
        cis: cis.line(),
        asking: rest.asking ?? null,
        ...(rest.scopeRules?.length && {
          scopeRules: rest.scopeRules.map(rule => ({
            ...rule,
            people: 0,
            privileged: 0,
            ...byRule.get(rule.name),
          })),
        }),
        halfOfGap: gap.half(),
        peopleNotInCatalog: line.notInCatalog,
        catalogUsersNotInEntra: rest.catalogUsersNotInEntra,
        rowsWithoutPerson: rest.rowsWithoutPerson,
      };
      return {
        ...columnsOf(counts),
        direct_covered: line.states.covered,
        direct_uncovered: line.states.uncovered,
        counts: JSON.stringify({ ...line, ...tenantCounts }),
      };
    },
  };
}

/** What lists of teams sort and filter by has columns of its own. */
function columnsOf(
  counts: StateCounter,
): Omit<CoverageLine, 'direct_covered' | 'direct_uncovered' | 'counts'> {
  return {
    people: counts.people,
    covered: counts.states.covered,
    uncovered: counts.states.uncovered,
    in_scope: counts.inScope,
    phone_only: counts.marks['phone-only'],
    phone_ends: JSON.stringify(counts.phoneEnds.list()),
    unknown: counts.states.unknown,
  };
}
