import { z } from 'zod';

const stored = z.record(z.string(), z.unknown());

/**
 * A row of what is read of accounts: what was kept of one, or what Graph answered for it. Of an answer, what the schema
 * does not name is dropped.
 */
export function accountRow<Body extends z.ZodType>(body: Body) {
  return z.union([
    z.object({ of: z.string().min(1), kept: stored }),
    z.object({ of: z.string().min(1), body }),
    z.object({ of: z.string().min(1), none: z.enum(['not-found', 'refused']) }),
  ]);
}
