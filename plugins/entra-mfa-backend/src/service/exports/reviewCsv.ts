import type { ExportedItem, ReviewExport } from './types';
import { fileName } from './fileName';
import { factColumns, namingColumns, pseudonymColumns } from './peopleCsv';
import type { Columns, CsvFile } from './sendCsv';
import { tellAbout } from './tellAbout';

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
  const { about, number, keyId, items } = file;
  const isNamed = keyId === null;
  return {
    name: fileName(`review-${number}`, about, isNamed),
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
    about: tellAbout(about),
    rows: items,
  };
}
