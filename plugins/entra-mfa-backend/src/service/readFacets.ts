import {
  peoplePresets,
  type People,
  type PeoplePresetId,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Knex } from 'knex';
import type { RuleSettings } from '../assess/types';
import { countPeopleGroups } from '../store/read/countPeopleGroups';
import type { PeopleSelection } from '../store/read/peopleConditions';
import type { Snapshot, SnapshotView } from '../store/asOf/types';
import { countPeople } from '../store/read/countPeople';
import { facetsOf, presetsOf } from './facetsOf';

/**
 * What the filters and presets beside a list of people would find.
 *
 * @param signIns - whether it may be told who has not signed in: see `refuseSignIns`
 */
export async function readFacets(
  knex: Knex,
  { snapshot, view }: { snapshot: Snapshot; view: SnapshotView },
  selection: PeopleSelection,
  signIns: boolean,
): Promise<Required<Pick<People, 'facets' | 'presets'>>> {
  const groups = await countPeopleGroups(knex, view, selection);
  const dataSets = JSON.parse(snapshot.dataSets);
  const settings: RuleSettings = JSON.parse(snapshot.settings);
  const isTold = ({ id }: { id: PeoplePresetId }) =>
    (id !== 'at-risk-without-mfa' || dataSets['risky-users'] !== undefined) &&
    (id !== 'shared-mailbox' ||
      (settings.mailboxes && dataSets['mailbox-purpose'] !== undefined));
  return {
    facets: facetsOf(groups, selection.filter),
    presets: [
      ...presetsOf(groups).filter(isTold),
      ...(signIns ? [await noSignIn(knex, view, selection)] : []),
    ],
  };
}

async function noSignIn(
  knex: Knex,
  view: SnapshotView,
  selection: PeopleSelection,
) {
  const id = 'no-sign-in' as const;
  const { team, subTeams, q } = selection.filter;
  const { state, minAgeDays, noSignInDays } = peoplePresets[id];
  const filter = {
    ...{ state: [...state], minAgeDays, noSignInDays },
    ...{ team, subTeams, q },
  };
  return {
    id,
    count: await countPeople(knex, view, { ...selection, filter }),
  };
}
