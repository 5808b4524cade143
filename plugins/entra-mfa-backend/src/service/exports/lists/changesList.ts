import type {
  Change,
  ChangeSide,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { at, on, yesNo, type Columns } from '../Cell';
import type { Unnamed } from '../exportList';
import { withoutHiddenTeams } from '../withoutHiddenTeams';
import { pseudonymColumns } from './pseudonymColumns';

const shown = ({ after, before }: Change): ChangeSide => (after ?? before)!;

const naming: Columns<Change> = {
  Name: change => shown(change).displayName,
  'User principal name': change => shown(change).userPrincipalName,
  'Entra object id': change => change.id,
  'Catalog user': change => change.entityRef,
  'Name before': ({ before }) => before && before.displayName,
  'User principal name before': ({ before }) =>
    before && before.userPrincipalName,
};

function sideColumns(
  words: string,
  sideOf: (change: Change) => ChangeSide | null,
): Columns<Change> {
  const column =
    <T>(of: (side: ChangeSide) => T) =>
    (change: Change) => {
      const side = sideOf(change);
      return side && of(side);
    };
  return {
    [`State ${words}`]: column(side => side.state),
    [`Reason ${words}`]: column(side => side.reason),
    [`Not counted as ${words}`]: column(side => side.scopeClass),
    [`Registered ${words}`]: column(side => yesNo(side.registered)),
    [`Capable ${words}`]: column(side => yesNo(side.capable)),
    [`Strength ${words}`]: column(side => side.tier),
  };
}

/** What a file tells of who changed. */
export function changeColumns(unnamed: Unnamed | null): Columns<Change> {
  const hidden = unnamed?.hiddenTeams ?? new Set<string>();
  return {
    ...(unnamed ? pseudonymColumns(unnamed, ({ id }) => id) : naming),
    'Entra tenant id': change => change.tenant,
    Change: change => change.kind,
    ...(unnamed
      ? { 'Changed on': ({ at: time }: Change) => on(time.slice(0, 10)) }
      : { 'Changed at': ({ at: time }: Change) => at(time) }),
    ...sideColumns('before', ({ before }) => before),
    ...sideColumns('after', ({ after }) => after),
    Teams: change =>
      withoutHiddenTeams(change, hidden)
        .teams.map(({ title }) => title)
        .join('; '),
  };
}
