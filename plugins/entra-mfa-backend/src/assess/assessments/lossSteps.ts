import { standingOf } from '../classifyChange';
import { unpackCondition } from '../condition';

/** How somebody changed with one snapshot: the codes of both conditions. */
export interface StepCodes {
  before: number;
  after: number;
}

/** The ways of changing that lose a registration, and those that end that. */
export interface LossSteps {
  /** From registered to not. */
  lost: StepCodes[];
  /** From registered to not known: who has no row is waited for. */
  doubted: StepCodes[];
  /** From not known to not: lost where the step before it is one of `doubted`. */
  afterDoubt: StepCodes[];
  /** Conditions of who registered again, left, or is not counted any more. */
  closing: number[];
}

/** Which of some ways of changing are what to a registration. */
export function lossSteps(steps: readonly StepCodes[]): LossSteps {
  const standing = (code: number) => {
    const condition = unpackCondition(code);
    return condition && standingOf(condition);
  };
  const isLeftOut = (code: number) =>
    unpackCondition(code)?.state === 'out-of-scope';
  const way = (from: 'registered' | 'not-known', to: 'not' | 'not-known') =>
    steps.filter(
      ({ before, after }) =>
        standing(before) === from &&
        standing(after) === to &&
        !isLeftOut(after),
    );
  return {
    lost: way('registered', 'not'),
    doubted: way('registered', 'not-known'),
    afterDoubt: way('not-known', 'not'),
    closing: [
      ...new Set(
        steps
          .map(({ after }) => after)
          .filter(
            code =>
              unpackCondition(code) === null ||
              standing(code) === 'registered' ||
              isLeftOut(code),
          ),
      ),
    ],
  };
}
