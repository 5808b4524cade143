import { z } from 'zod';
import { orNone } from './orNone';

/** A member of a group that was asked for. */
export const memberRow = z.object({
  /** The group that was asked for: see `forEach`. */
  of: z.string().min(1),
  row: z.object({
    id: z.string().min(1),
    '@odata.type': orNone(z.string()),
  }),
});

/** See {@link memberRow}. */
export type MemberRow = z.infer<typeof memberRow>;
