import type { People } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import { countPeopleGroups } from '../store/read/countPeopleGroups';
import type { PeopleSelection } from '../store/read/peopleConditions';
import type { SnapshotView } from '../store/asOf/types';
import { facetsOf, presetsOf } from './facetsOf';

/** What the filters and presets beside a list of people would find. */
export async function readFacets(
  knex: Knex,
  view: SnapshotView,
  selection: PeopleSelection,
): Promise<Required<Pick<People, 'facets' | 'presets'>>> {
  const groups = await countPeopleGroups(knex, view, selection);
  return {
    facets: facetsOf(groups, selection.filter),
    presets: presetsOf(groups),
  };
}
