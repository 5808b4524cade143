import { CustomErrorBase } from '@backstage/errors';

/** Somebody asks for more than their share: the portal answers 429 with `Retry-After`. */
export class TooManyRequestsError extends CustomErrorBase {
  name = 'TooManyRequestsError' as const;
  /** What the portal's error handler answers. */
  readonly statusCode = 429;
  /** After how long it is worth asking again. */
  readonly retryAfterSeconds: number;

  constructor(message: string, retryAfterSeconds: number) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
