/**
 * Every version of the code of the rules, with the fingerprint of what it says of a table of facts; the
 * last one is today's. A change that gives anybody another verdict gets a line of its own, so that what
 * was assessed before is told apart: see codeVersions.test.ts, which says what the line is.
 */
export const codeVersions: readonly { version: number; verdicts: string }[] = [
  { version: 3, verdicts: '6436c14e4790' },
];

/** The version of today's code. */
export const codeVersion = codeVersions[codeVersions.length - 1].version;
