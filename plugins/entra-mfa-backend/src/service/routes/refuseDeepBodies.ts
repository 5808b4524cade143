import { InputError } from '@backstage/errors';
import type { RequestHandler } from 'express';

/** No body of the contract is as deep. */
const DEEPEST = 10;

/** Refuses a body that is nested so deep that walking through it would end the stack; it does not recurse. */
export const refuseDeepBodies: RequestHandler = (request, _response, next) => {
  let level: unknown[] = [request.body];
  for (let depth = 0; depth <= DEEPEST; depth += 1) {
    level = level.flatMap(value =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
    if (level.length === 0) {
      next();
      return;
    }
  }
  throw new InputError(
    `The body of this request is nested too deep: nothing that can be sent has more than ${DEEPEST} levels`,
  );
};
