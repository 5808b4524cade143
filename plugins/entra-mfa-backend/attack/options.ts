import { parseArgs } from 'node:util';

/** What the attack is told. */
export interface AttackOptions {
  /** The first history's; the next ones count on. */
  seed: number;
  /** How long new histories are begun; null for the one of the seed alone. */
  minutes: number | null;
  databases: ('sqlite' | 'postgres')[];
  /** How long a shorter history is looked for that fails too. */
  shrinkMinutes: number;
  /** Kinds of steps, faults, lies and changes that are left out. */
  without: string[];
  verbose: boolean;
}

const databases = {
  sqlite: ['sqlite'],
  postgres: ['postgres'],
  both: ['sqlite', 'postgres'],
} as const;

/** Reads the options, or says which one is wrong. */
export function readOptions(args: string[]): AttackOptions {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string' },
      minutes: { type: 'string' },
      database: { type: 'string', default: 'both' },
      shrink: { type: 'string', default: '2' },
      without: { type: 'string', default: '' },
      verbose: { type: 'boolean', default: false },
    },
  });
  const { database } = values;
  if (!(database in databases)) {
    throw new Error('--database is sqlite, postgres or both');
  }
  const one = values.seed !== undefined && values.minutes === undefined;
  return {
    seed: toNumber('seed', values.seed ?? String(Date.now() % 1_000_000_000)),
    minutes: one ? null : toNumber('minutes', values.minutes ?? '10'),
    databases: [...databases[database as keyof typeof databases]],
    shrinkMinutes: toNumber('shrink', values.shrink),
    without: values.without.split(',').filter(Boolean),
    verbose: values.verbose,
  };
}

function toNumber(name: string, text: string): number {
  const number = Number(text);
  if (text === '' || !(number >= 0)) {
    throw new Error(`--${name} is a number`);
  }
  return number;
}
