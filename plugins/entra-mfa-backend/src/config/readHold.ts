import type { Config } from '@backstage/config';
import type { FallLimits } from '../assess/suddenFall';
import { fail } from './fail';

const DEFAULT_PEOPLE = 10;
const DEFAULT_POINTS = 5;

/** Reads from where on a sudden fall of the figure is held. */
export function readHold(config: Config): FallLimits {
  const people = config.getOptionalNumber('hold.people') ?? DEFAULT_PEOPLE;
  const points = config.getOptionalNumber('hold.points') ?? DEFAULT_POINTS;
  const permille = Math.round(points * 10);
  if (!Number.isInteger(people) || people < 1) {
    fail('entraMfa.hold.people', 'should be a whole number of people, from 1');
  }
  if (
    permille < 0 ||
    permille > 1000 ||
    Math.abs(points * 10 - permille) > 1e-6
  ) {
    fail(
      'entraMfa.hold.points',
      'should be points of coverage, from 0 (off) to 100, with at most one decimal',
    );
  }
  return { people, permille };
}
