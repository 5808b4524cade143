import { ResponseError } from '@backstage/errors';
import type { ErrorBody } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** When figures begin, where an answer failed because a time before that was asked for. */
export function firstSnapshotOf(error: Error): string | undefined {
  return error instanceof ResponseError
    ? (error.body as Partial<ErrorBody>).error?.firstSnapshotAt
    : undefined;
}
