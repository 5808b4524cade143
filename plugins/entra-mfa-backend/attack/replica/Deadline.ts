import type { Knex } from 'knex';

/** Kills the process at a statement that it sends to its database: as sudden as a power cut, and repeatable. */
export class Deadline {
  /** How many statements were sent. */
  statements = 0;
  #at = Infinity;
  #when: 'before' | 'after' = 'before';

  watch(knex: Knex): void {
    knex.on('query', () => {
      this.statements += 1;
      if (this.#when === 'before' && this.statements >= this.#at) {
        die();
      }
    });
    knex.on('query-response', () => {
      if (this.#when === 'after' && this.statements >= this.#at) {
        die();
      }
    });
  }

  set(statement: number, when: 'before' | 'after'): void {
    this.#at = this.statements + statement;
    this.#when = when;
  }
}

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  // The signal is on its way: nothing more is done.
  for (;;);
}
