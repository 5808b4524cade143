import { NotFoundError } from '@backstage/errors';

/** A review in which somebody may see nobody is not told apart from none. */
export function noSuchReview(): never {
  throw new NotFoundError(
    'There is no such review of this tenant, or you may see nobody in it: GET /v1/reviews lists those that you may see',
  );
}
