import {
  peoplePresetIds,
  peoplePresets,
  personMarks,
  personStates,
  scopeClasses,
  stateReasons,
  tierFilters,
  type People,
  type PeopleFacets,
  type PeopleFilter,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { PeopleGroup } from '../store/read/countPeopleGroups';

/** The filters whose values are counted. */
type FacetName = keyof PeopleFacets;

/** What is set of these filters. */
export type FacetFilter = {
  readonly [Name in FacetName]?: Readonly<PeopleFilter[Name]>;
};

type ValueOf<Name extends FacetName> = PeopleFacets[Name][number]['value'];

/** Which values of each filter find the people of a group. */
const valuesOf: {
  [Name in FacetName]: (group: PeopleGroup) => readonly ValueOf<Name>[];
} = {
  state: ({ state }) => [state],
  reason: ({ reason }) => [reason],
  tier: ({ tier }) => [tier ?? 'no-row'],
  scopeClass: ({ scopeClass }) => (scopeClass === null ? [] : [scopeClass]),
  scopeRule: ({ scopeRule }) => (scopeRule === null ? [] : [scopeRule]),
  mark: ({ marks }) => marks,
  // Null is "not known", which is neither.
  privileged: ({ privileged }) => (privileged === null ? [] : [privileged]),
};

const facetNames = Object.keys(valuesOf) as FacetName[];

/**
 * How many people each value of each filter would find, with all other filters as they are: a filter does not
 * narrow its own counts.
 */
export function facetsOf(
  groups: readonly PeopleGroup[],
  filter: FacetFilter,
): PeopleFacets {
  const facet = <Name extends FacetName>(
    name: Name,
    all: readonly ValueOf<Name>[],
  ) => {
    const others = facetNames.filter(other => other !== name);
    const found = groups.filter(
      group =>
        group.isFound && others.every(other => fits(group, other, filter)),
    );
    return all.map(value => ({
      value,
      count: sum(found.filter(group => valuesOf[name](group).includes(value))),
    }));
  };
  return {
    state: facet('state', personStates),
    reason: facet('reason', stateReasons),
    tier: facet('tier', tierFilters),
    scopeClass: facet('scopeClass', scopeClasses),
    mark: facet('mark', personMarks),
    privileged: facet('privileged', [true, false]),
    scopeRule: facet(
      'scopeRule',
      [
        ...new Set([
          ...groups.flatMap(({ scopeRule }) => scopeRule ?? []),
          ...(filter.scopeRule ?? []),
        ]),
      ].sort(),
    ),
  };
}

/** How many people each preset would find, but for those that groups do not tell apart. */
export function presetsOf(
  groups: readonly PeopleGroup[],
): NonNullable<People['presets']> {
  const told = peoplePresetIds.filter(
    id => peoplePresets[id].noSignInDays === undefined,
  );
  return told.map(id => ({
    id,
    count: sum(
      groups.filter(
        group =>
          group.ages.includes(id) &&
          facetNames.every(name => fits(group, name, peoplePresets[id])),
      ),
    ),
  }));
}

function fits(
  group: PeopleGroup,
  name: FacetName,
  filter: FacetFilter,
): boolean {
  const wanted: readonly unknown[] = [filter[name] ?? []].flat();
  return (
    wanted.length === 0 ||
    valuesOf[name](group).some(value => wanted.includes(value))
  );
}

function sum(groups: readonly PeopleGroup[]): number {
  return groups.reduce((total, { people }) => total + people, 0);
}
