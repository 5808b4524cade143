import { once } from 'events';
import knexFactory from 'knex';
import { migrate } from '../store/sql/migrate';
import { silentLogger } from './silentLogger';

/**
 * A replica that stands ready, migrates when it is told to, and ends; its argument is the configuration of
 * its connections.
 */
async function main(): Promise<void> {
  const knex = knexFactory(JSON.parse(process.argv[2]));
  try {
    await knex.raw('select 1');
    process.stdout.write('ready\n');
    await once(process.stdin, 'data');
    process.stdin.destroy();
    await migrate({ getClient: async () => knex }, silentLogger);
  } finally {
    await knex.destroy();
  }
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
