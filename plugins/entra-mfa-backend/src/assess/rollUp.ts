import {
  scopeClasses,
  tiers,
  type Tier,
} from 'backstage-plugin-entra-mfa-common';
import type { TenantCounts } from '../store/tables';
import { CountsLine } from './CountsLine';
import { GapByTeam } from './GapByTeam';
import type {
  Assessment,
  CoverageLine,
  TeamRollUp,
  TenantRollUp,
} from './types';

/** Starts adding up one team with its sub-teams. */
export function createTeamRollUp(): TeamRollUp {
  const counts = new CountsLine();
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
  const counts = new CountsLine();
  const leftOut = new Map<string, number>();
  const privileged = new PrivilegedLine();
  const gap = new GapByTeam();
  return {
    add(person, where) {
      counts.add(person, where.inCatalog);
      privileged.add(person);
      if (person.scopeClass !== null) {
        leftOut.set(
          person.scopeClass,
          (leftOut.get(person.scopeClass) ?? 0) + 1,
        );
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

/** What privileged people in scope come to. */
class PrivilegedLine {
  #known = false;
  readonly #line = {
    people: 0,
    covered: 0,
    uncovered: 0,
    tiers: Object.fromEntries(tiers.map(tier => [tier, 0])) as Record<
      Tier,
      number
    >,
    noTier: 0,
  };

  add({ privileged, state, tier }: Assessment): void {
    this.#known ||= privileged !== null;
    if (!privileged || state === 'out-of-scope') {
      return;
    }
    this.#line.people += 1;
    if (state === 'covered' || state === 'uncovered') {
      this.#line[state] += 1;
    }
    if (tier === null) {
      this.#line.noTier += 1;
    } else {
      this.#line.tiers[tier] += 1;
    }
  }

  /** Null while roles are not read: not known, never nobody. */
  line(): TenantCounts['privileged'] {
    return this.#known ? this.#line : null;
  }
}

/** What lists of teams sort and filter by has columns of its own. */
function columnsOf(
  counts: CountsLine,
): Omit<CoverageLine, 'direct_covered' | 'direct_uncovered' | 'counts'> {
  return {
    people: counts.people,
    covered: counts.states.covered,
    uncovered: counts.states.uncovered,
    in_scope: counts.inScope,
    phone_only: counts.marks['phone-only'],
    unknown: counts.states.unknown,
  };
}
