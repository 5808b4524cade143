import type { ExceptionSight } from '../../store/exceptions/namedExceptions';
import type { ExceptionVisibility } from '../../store/exceptions/visibleExceptions';
import type { ExceptionAccess } from './types';

/**
 * Which exceptions a caller sees: who decides, or sees everybody, sees all; others see their own, and
 * those for people whom they may see.
 */
export function visibilityOf({
  decides,
  people,
  userRef,
}: ExceptionAccess): ExceptionVisibility {
  if (decides || people.kind === 'all') {
    return 'all';
  }
  return {
    requestedBy: userRef,
    people: people.kind === 'some' ? people.criteria : null,
  };
}

/** What a caller is told of those, as `toException` tells it. */
export function sightOf({
  decides,
  people,
  userRef,
}: ExceptionAccess): ExceptionSight {
  return {
    people: people.kind === 'some' ? people.criteria : people.kind,
    rules: decides || people.kind === 'all' ? 'all' : { requestedBy: userRef },
  };
}
