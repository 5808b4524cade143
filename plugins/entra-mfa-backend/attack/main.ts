import fc from 'fast-check';
import { postgres, sqlite, type AttackedDatabase } from './databases';
import { History, type Stage, type Tally } from './History';
import { same } from './laws/LawBrokenError';
import type { Settled } from './laws/settle';
import { readOptions, type AttackOptions } from './options';
import { Replicas } from './Replicas';
import { scripts, type Script } from './steps';
import { AttackedTenant } from './world/AttackedTenant';
import type { TenantMark } from './world/marks';

const started = Date.now();
const tally: Tally & { histories: number } = {
  histories: 0,
  steps: 0,
  syncs: 0,
  published: 0,
  reads: 0,
};

/**
 * Lives through random histories and looks at the laws after each step. Ends with 1 at the first that
 * does not hold, and says how to see it again.
 */
async function main(): Promise<boolean> {
  const options = readOptions(process.argv.slice(2));
  const tenants: Stage['tenants'] = {
    a: await AttackedTenant.start('a'),
    b: await AttackedTenant.start('b'),
  };
  const replicas = new Replicas(
    tenants.a.simulator.certificatePath,
    Object.values(tenants).map(({ access }) => access),
  );
  const databases: AttackedDatabase[] = [];
  try {
    for (const name of options.databases) {
      databases.push(name === 'sqlite' ? sqlite() : await postgres());
    }
    const { minutes } = options;
    const end = minutes === null ? Infinity : started + minutes * 60_000;
    let { seed } = options;
    do {
      const props = { tenants, replicas };
      if (!(await attack(seed, { ...options, end }, props, databases))) {
        return false;
      }
      seed += 1;
    } while (minutes !== null && Date.now() < end);
    say(`Every law held. ${summary(replicas)}`);
    return true;
  } finally {
    await replicas.stop();
    await Promise.all(Object.values(tenants).map(one => one.stop()));
    await Promise.all(databases.map(one => one.stop()));
  }
}

/** One history, on each database; it comes to the same on all of them. */
async function attack(
  seed: number,
  options: AttackOptions & { end: number },
  props: Pick<Stage, 'tenants' | 'replicas'>,
  databases: AttackedDatabase[],
): Promise<boolean> {
  const { end } = options;
  let firstFailure = 0;
  const now = Date.now();
  /** When the first database has had its share of what is left of the time. */
  const halfTime = now + Math.max(0, end - now) / databases.length;
  const live = async (script: Script) => {
    let first: Record<TenantMark, Settled> | undefined;
    /** All databases live through as much as the first had time for. */
    let enough = Infinity;
    for (const database of databases) {
      const lived: string[] = [];
      const onStep = (text: string) => {
        lived.push(text);
        if (options.verbose) {
          say(`  ${lived.length}. ${text}`);
        }
      };
      const history = new History({ ...props, database, onStep }, script);
      try {
        const settled = await history.run(
          steps =>
            steps < enough &&
            (first !== undefined || firstFailure > 0 || Date.now() < halfTime),
        );
        enough = history.tally.steps;
        first ??= settled;
        same('Both databases come to the same', settled, first);
      } catch (error) {
        firstFailure ||= Date.now();
        (
          error as Error
        ).message += `\non ${database.name}, at step ${lived.length}`;
        throw error;
      } finally {
        add(history.tally);
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
  if (result.failed) {
    const [script] = result.counterexample!;
    say(
      [
        `\nA LAW IS BROKEN, seed ${seed}, after ${summary(props.replicas)}`,
        String(
          (result.errorInstance as Error)?.message ?? result.errorInstance,
        ),
        `\nThe shortest history that was found (${
          result.numShrinks
        } times shortened), of ${script.people.join(' and ')} people:`,
        ...script.steps.map((step, i) => `${i + 1}. ${JSON.stringify(step)}`),
        `\nSee it again: yarn attack --seed ${seed}`,
      ].join('\n'),
    );
    return false;
  }
  return true;
}

function add(more: Tally): void {
  tally.histories += 1;
  for (const name of Object.keys(more) as (keyof Tally)[]) {
    tally[name] += more[name];
  }
}

function summary({ kills }: Replicas): string {
  const seconds = Math.round((Date.now() - started) / 1000);
  const { histories, steps, syncs, published, reads } = tally;
  return `${histories} histories, ${steps} steps, ${syncs} syncs, ${published} snapshots, ${kills} kills, ${reads} reads in ${seconds} s`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

main().then(
  // Said outright: the embedded PostgreSQL's own exit hook would end the process with 0.
  held => process.exit(held ? 0 : 1),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
