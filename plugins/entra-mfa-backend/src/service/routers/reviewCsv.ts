import type { ExportedItem, ReviewExport } from '../exports/types';
import { factColumns, namingColumns, pseudonymColumns } from './peopleCsv';
import type { Columns, CsvFile } from './sendCsv';

const namedDecision: Columns<ExportedItem> = {
  'Decided by': ({ decision }) => decision?.by ?? '',
  'Decided at': ({ decision }) => decision?.at ?? '',
  Note: ({ decision }) => decision?.note ?? '',
};

const pseudonymousDecision: Columns<ExportedItem> = {
  'Decided by (pseudonym)': ({ decision }) => decision?.by ?? '',
  'Decided on': ({ decision }) => decision?.at ?? '',
};

/** The list of a closed review, with what was decided, as a CSV file. */
export function reviewCsv(file: ReviewExport): CsvFile<ExportedItem> {
  const { number, keyId, items } = file;
  const isNamed = keyId === null;
  return {
    name: `review-${number}${isNamed ? '' : '-pseudonymous'}.csv`,
    columns: {
      Review: () => String(number),
      ...(isNamed ? namingColumns : pseudonymColumns(keyId)),
      'On the list as': ({ reasons }) => reasons.join(' '),
      // A review can be closed with people on whom nothing was decided.
      Decision: ({ decision }) => decision?.decision ?? 'open',
      ...(isNamed ? namedDecision : pseudonymousDecision),
      'Decisions before': ({ earlier }) => String(earlier),
      ...factColumns,
    },
    rows: items,
  };
}
