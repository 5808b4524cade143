import { z } from 'zod';

const answerSchema = z.object({
  /** `GET /teams?limit=6&sort=direct`. */
  request: z.string(),
  status: z.number(),
  body: z.unknown().optional(),
  csv: z.string().optional(),
  file: z.string().optional(),
});

const recordingSchema = z.object({
  /** What time it was. */
  at: z.iso.datetime(),
  /** The tenant that answers where none is named; requests are kept without it. */
  tenant: z.string(),
  answers: z.array(answerSchema),
  /** Requests that change something, and what some requests answer after each. */
  steps: z.array(
    answerSchema.extend({
      sent: z.unknown().optional(),
      then: z.array(answerSchema),
    }),
  ),
});

/** A request, and what the backend answered when it was recorded. */
export type RecordedAnswer = z.infer<typeof answerSchema>;

/** The answers of the backend in one situation. Recorded by `yarn record`, never written by hand. */
export type Recording = z.infer<typeof recordingSchema>;

const loaded = new Map<string, Recording>();

/** Loads the recording of a name. */
export function loadRecording(name: string): Recording {
  const known = loaded.get(name);
  if (known) return known;
  // Not imported: the compiler would work out a type for a megabyte of answers.
  const recording = recordingSchema.parse(require(`../recorded/${name}.json`));
  loaded.set(name, recording);
  return recording;
}
