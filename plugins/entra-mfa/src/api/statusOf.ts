import { ResponseError } from '@backstage/errors';

/** The HTTP status that an answer of the backend failed with; undefined for other errors. */
export const statusOf = (error: unknown): number | undefined =>
  error instanceof ResponseError ? error.statusCode : undefined;
