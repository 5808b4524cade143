import type { Rule } from './types';

const why = {
  read: '',
  'no-licence': 'the tenant has no licence for it',
  'no-permission': 'the app registration lacks the permission for it',
  'not-read': 'it has not been read yet',
  'report-empty': 'it has no rows yet',
} as const;

/** A row that is still held from an earlier read is worth more than no row: it is assessed. */
export const reportMissing: Rule = {
  id: 'report-missing',
  text: ({ facts }) =>
    facts.report === 'read'
      ? "Where Microsoft's registration report cannot be read, nothing is concluded."
      : `Microsoft's registration report says nothing of this person: ${
          why[facts.report]
        }.`,
  facts: ({ facts }) => ({
    report: facts.report,
    row: facts.registration !== null,
  }),
  decide: ({ facts }) =>
    facts.report !== 'read' && facts.registration === null
      ? { state: 'unknown', reason: facts.report }
      : null,
};
