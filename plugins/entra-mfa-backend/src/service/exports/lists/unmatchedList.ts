import type { Unmatched } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Columns } from '../Cell';
import type { Unnamed } from '../exportList';
import { pseudonymColumns } from './pseudonymColumns';

type Item = Unmatched['items'][number];

const naming: Columns<Item> = {
  Name: item => item.label,
  'Entity ref or object id': item => item.key,
};

/** What a file tells of what belongs to nobody. */
export function unmatchedColumns(unnamed: Unnamed | null): Columns<Item> {
  return {
    ...(unnamed ? pseudonymColumns(unnamed, ({ key }) => key) : naming),
    'Comes from': ({ kind }) => kind,
  };
}
