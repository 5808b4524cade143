import knexFactory, { type Knex } from 'knex';
import { reportRow, userRow } from './rows';
import { TestSync } from './TestSync';

/**
 * A process of its own that syncs and, at one page, says so and stands still, so that the test can
 * kill it there. The arguments: the database, the number of people, the page (`registrations 3`).
 */
async function main() {
  const [database, people, stopAt] = process.argv.slice(2);
  const connection: Knex.Config = JSON.parse(database);
  const sync = new TestSync(knexFactory(connection), {
    replica: 'to-be-killed',
  });
  const numbers = Array.from({ length: Number(people) }, (_, index) => index);
  sync.source.pages = {
    users: numbers.map(number => [userRow(number)]),
    registrations: numbers.map(number => [reportRow(number, false)]),
  };
  sync.source.before = async (dataSet, page) => {
    if (`${dataSet} ${page}` === stopAt) {
      process.stdout.write('standing still\n');
      await new Promise(() => setInterval(() => {}, 1000));
    }
  };
  await sync.run();
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
