import { kindOf } from '../problems/SyncFailedError';

/** As much of a problem is kept. */
const LONGEST = 500;

/**
 * Why a sink took nothing, in words that may be shown: its own where it said so, else the kind of the error alone, which
 * may quote what was sent.
 */
export function sinkProblem(title: string, error: unknown): string {
  // By its name: a module may have a copy of the class of its own.
  if (error instanceof Error && error.name === 'EntraMfaSinkError') {
    return error.message.slice(0, LONGEST);
  }
  return `${title} was not reached, or did not take it (${kindOf(
    error,
  )}). It is tried again in an hour.`;
}
