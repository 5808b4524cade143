import { ResponseError } from '@backstage/errors';

/** What the backend said, which tells what to do; for other errors, their own message. */
export function messageOf(error: Error): string {
  return error instanceof ResponseError
    ? error.body.error.message
    : error.message;
}
