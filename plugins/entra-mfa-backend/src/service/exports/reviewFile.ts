import { at, on, type Columns } from './Cell';
import type { ExportedItem, ReviewExport } from './types';
import { fileName } from './fileName';
import { factColumns, namingColumns, pseudonymColumns } from './peopleFile';
import type { ListFile } from './ListFile';
import { tellAbout } from './tellAbout';

const namedDecision: Columns<ExportedItem> = {
  'Decided by': ({ decision }) => decision?.by ?? null,
  'Decided at': ({ decision }) => at(decision?.at),
  Note: ({ decision }) => decision?.note ?? null,
};

const pseudonymousDecision: Columns<ExportedItem> = {
  'Decided by (pseudonym)': ({ decision }) => decision?.by ?? null,
  'Decided on': ({ decision }) => on(decision?.at),
};

/** The list of a closed review, with what was decided, as a file. */
export function reviewFile(file: ReviewExport): ListFile<ExportedItem> {
  const { about, number, keyId, items } = file;
  const isNamed = keyId === null;
  return {
    name: fileName(`review-${number}`, about, isNamed),
    title: 'Review',
    columns: {
      Review: () => number,
      ...(isNamed ? namingColumns : pseudonymColumns(keyId)),
      'On the list as': ({ reasons }) => reasons.join(' '),
      // A review can be closed with people on whom nothing was decided.
      Decision: ({ decision }) => decision?.decision ?? 'open',
      ...(isNamed ? namedDecision : pseudonymousDecision),
      'Decisions before': ({ earlier }) => earlier,
      ...factColumns,
    },
    about: tellAbout(about),
    rows: items,
  };
}
