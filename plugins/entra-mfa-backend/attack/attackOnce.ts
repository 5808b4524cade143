import fc from 'fast-check';
import type { AttackedDatabase } from './databases';
import { History, type Stage } from './History';
import { same } from './laws/LawBrokenError';
import type { Settled } from './laws/settle';
import type { AttackOptions } from './options';
import type { Progress } from './Progress';
import { scripts, type Script } from './steps';
import type { TenantMark } from './world/marks';

/** Where histories take place. */
export interface Scene extends Pick<Stage, 'tenants' | 'replicas'> {
  databases: AttackedDatabase[];
  options: AttackOptions;
  progress: Progress;
  say(text: string): void;
}

/**
 * The history of a seed on each database; it comes to the same on all of them. Returns what there is
 * to say when a law is broken, else null.
 */
export async function attackOnce(
  seed: number,
  scene: Scene,
): Promise<string | null> {
  const { options, progress, databases } = scene;
  const now = Date.now();
  const left = Math.max(0, progress.endAfter(options.minutes) - now);
  /** When the first database has had its share of what is left of the time. */
  const halfTime = now + left / databases.length;
  let firstFailure = 0;

  const live = async (script: Script) => {
    let first: Record<TenantMark, Settled> | undefined;
    /** All databases live through as much as the first had time for. */
    let enough = Infinity;
    const goesOn = (steps: number) =>
      steps < enough &&
      (first !== undefined || firstFailure > 0 || Date.now() < halfTime);
    for (const database of databases) {
      let lived = 0;
      const onStep = (text: string) => {
        lived += 1;
        if (options.verbose) {
          scene.say(`  ${lived}. ${text}`);
        }
      };
      const history = new History({ ...scene, database, onStep }, script);
      try {
        const settled = await history.run(goesOn);
        enough = history.tally.steps;
        first ??= settled;
        same('Both databases come to the same', settled, first);
      } catch (error) {
        firstFailure ||= Date.now();
        const { message } = error as Error;
        throw new Error(`${message}\non ${database.name}, at step ${lived}`, {
          cause: error,
        });
      } finally {
        progress.add(history.tally);
      }
    }
  };

  const result = await fc.check(
    fc.asyncProperty(scripts(options.without), async script => {
      const soFar = firstFailure && Date.now() - firstFailure;
      // A shorter one is looked for, for a while: then everything else is taken to be right.
      if (soFar <= options.shrinkMinutes * 60_000) {
        await live(script);
      }
    }),
    { seed, numRuns: 1, endOnFailure: options.shrinkMinutes === 0 },
  );
  if (!result.failed) {
    return null;
  }
  const [{ people, steps }] = result.counterexample!;
  const { errorInstance: error, numShrinks } = result;
  return [
    `A LAW IS BROKEN, seed ${seed}`,
    error instanceof Error ? explained(error) : String(error),
    `\nThe shortest history that was found (${numShrinks} times shortened), of ${people.join(
      ' and ',
    )} people:`,
    ...steps.map((step, i) => `${i + 1}. ${JSON.stringify(step)}`),
    `\nSee it again: yarn attack --seed ${seed}`,
  ].join('\n');
}

/** What is no broken law is a mistake somewhere: then it matters where. */
function explained({ message, cause }: Error): string {
  const known = cause instanceof Error && cause.name === 'LawBrokenError';
  return known || !(cause instanceof Error)
    ? message
    : `${message}\n${cause.stack}`;
}
