import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import { setImmediate } from 'timers/promises';
import type { Pattern } from '../../assess/exceptions/compilePattern';
import { readPrincipalNames } from '../../store/exceptions/readPrincipalNames';
import type { PersonCriteria } from '../../store/read/personFilter';
import type { SnapshotView } from '../../store/asOf/types';

/** For how long names are matched before other work has its turn. */
const TURN_MS = 10;

/** Whose names are matched with what. */
export interface Matching {
  view: SnapshotView;
  pattern: Pattern;
  /** Null for everybody. */
  allowed: PersonCriteria | null;
  /** How many matches are enough. */
  enough: number;
  /** For how long names are matched, other work not counted; beyond it the pattern is refused. */
  budgetMs: number;
}

/** How many user principal names a pattern fits. */
export async function countMatches(
  knex: Knex,
  { view, pattern, allowed, enough, budgetMs }: Matching,
): Promise<number> {
  let matches = 0;
  let spent = 0;
  for await (const names of readPrincipalNames(knex, view, allowed)) {
    let turn = performance.now();
    for (const name of names) {
      matches += pattern.test(name) ? 1 : 0;
      if (matches >= enough) {
        return matches;
      }
      const taken = performance.now() - turn;
      if (spent + taken > budgetMs) {
        throw new InputError(
          'The pattern takes too long on the names of this directory: leave out repetitions, or begin it with ^ and the text that the names begin with',
        );
      }
      if (taken > TURN_MS) {
        spent += taken;
        await setImmediate();
        turn = performance.now();
      }
    }
    spent += performance.now() - turn;
  }
  return matches;
}
