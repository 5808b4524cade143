import { setTimeout } from 'node:timers/promises';
import { attackOnce, type Scene } from './attackOnce';
import { postgres, sqlite } from './databases';
import { readOptions } from './options';
import { Progress } from './Progress';
import { Replicas } from './Replicas';
import { AttackedTenant } from './world/AttackedTenant';

const LONGEST_END_MS = 20_000;

/**
 * Lives through random histories and looks at the laws after each step. Ends with 1 at the first that
 * does not hold, and says how to see it again.
 */
async function main(): Promise<boolean> {
  const progress = new Progress();
  const options = readOptions(process.argv.slice(2));
  const tenants = {
    a: await AttackedTenant.start('a'),
    b: await AttackedTenant.start('b'),
  };
  const replicas = new Replicas(
    tenants.a.simulator.certificatePath,
    Object.values(tenants).map(({ access }) => access),
  );
  const databases: Scene['databases'] = [];
  try {
    for (const name of options.databases) {
      databases.push(name === 'sqlite' ? sqlite() : await postgres());
    }
    let { seed } = options;
    do {
      const failure = await attackOnce(seed, {
        tenants,
        replicas,
        databases,
        options,
        progress,
        say,
      });
      if (failure !== null) {
        say(`\n${failure}\n\n${progress.summary(replicas.kills)}`);
        return false;
      }
      seed += 1;
    } while (
      options.minutes !== null &&
      Date.now() < progress.endAfter(options.minutes)
    );
    say(`Every law held. ${progress.summary(replicas.kills)}`);
    return true;
  } finally {
    const stop = async () => {
      await replicas.stop();
      await Promise.all(Object.values(tenants).map(one => one.stop()));
      await Promise.all(databases.map(one => one.stop()));
    };
    // Whatever does not end by itself ends with this process.
    await Promise.race([stop(), setTimeout(LONGEST_END_MS)]);
  }
}

function say(text: string) {
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
