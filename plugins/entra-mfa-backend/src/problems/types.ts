import type { ProblemCode } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/**
 * Something that can go wrong, told to a reader. In the texts, `{name}` stands for a value, and
 * `{name?}` for one that may be empty. They never hold a secret, a token, a link or anything of a
 * person.
 */
export interface ProblemKind {
  code: ProblemCode;
  /** What is wrong. */
  message: string;
  /** What mends it, and who does that. */
  action: string;
  /** The numbers of `AADSTS…` by which Microsoft Entra says so. */
  signIn?: readonly number[];
  /** Graph's status and code by which it says so: `403 Authorization_RequestDenied`. */
  graph?: readonly string[];
  /** `skipped` when the tenant does not give the data; without it, reading failed. */
  outcome?: 'skipped';
  /**
   * Whether it passes by itself, so that the next sync may well succeed: then what was read is kept,
   * and the next sync goes on from there. The same for all kinds of one code.
   */
  passes?: true;
  /** What only the documentation says besides, as Markdown. */
  more?: string;
}

/** A problem told in words, before its data set and time are known. */
export interface Advice {
  code: ProblemCode;
  message: string;
  action: string;
}
