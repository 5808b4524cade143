import { z } from 'zod';
import { instantSchema } from './shared';

/** The body of an answer that is not 2xx. @public */
export const errorBodySchema = z.object({
  error: z.object({
    name: z.string(),
    /** What is wrong, and what to do about it. */
    message: z.string(),
    /** When what is kept of what was asked for begins, where a time before that was asked for. */
    firstSnapshotAt: instantSchema.optional(),
  }),
});

/** See `errorBodySchema`. @public */
export type ErrorBody = z.infer<typeof errorBodySchema>;
