import { connectionProblems } from './connectionProblems';
import { credentialProblems } from './credentialProblems';
import { graphProblems } from './graphProblems';
import { readingProblems } from './readingProblems';
import { signInProblems } from './signInProblems';
import { syncProblems } from './syncProblems';
import type { ProblemKind } from './types';

/** Every kind of problem that is told, in the order in which a reader would look for it. */
export const problemTable: readonly ProblemKind[] = [
  ...Object.values<ProblemKind>(signInProblems),
  ...Object.values<ProblemKind>(credentialProblems),
  ...Object.values<ProblemKind>(graphProblems),
  ...Object.values<ProblemKind>(connectionProblems),
  ...Object.values<ProblemKind>(readingProblems),
  ...Object.values<ProblemKind>(syncProblems),
];
