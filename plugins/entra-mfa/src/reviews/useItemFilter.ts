import {
  reviewItemStates,
  reviewReasons,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { useUrlValues, type UrlValues } from '../navigation/useUrlValues';

const names = ['reason', 'decision', 'q'] as const;

/** Which people of a review are listed, as the URL keeps it: lists with commas. */
export type ItemValues = UrlValues<(typeof names)[number]>;

/** The values of a list that the contract knows; a link with others lists all the same. */
const known = (value: string | undefined, allowed: readonly string[]) =>
  value
    ?.split(',')
    .filter(one => allowed.includes(one))
    .join(',') || undefined;

/** Reads the filter from the URL, and changes it there. */
export function useItemFilter(): {
  filter: ItemValues;
  change: (values: ItemValues) => void;
} {
  const { values, change } = useUrlValues(names);
  const reason = known(values.reason, reviewReasons);
  const decision = known(values.decision, reviewItemStates);
  return {
    filter: {
      ...(reason && { reason }),
      ...(decision && { decision }),
      ...(values.q && { q: values.q }),
    },
    change,
  };
}
