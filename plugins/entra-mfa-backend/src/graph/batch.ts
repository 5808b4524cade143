import { retryAfter } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { z } from 'zod';
import type { Collector } from '../collectors/types';
import { ConnectionError, GraphRequestError } from './errors';
import { parsed, readText, toError } from './readAnswer';
import type { AnswerFor } from './types';

const batchSchema = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.int(),
      headers: z.record(z.string(), z.unknown()).nullish(),
      body: z.unknown(),
    }),
  ),
});

/** What came of one batch. */
export interface BatchAnswer {
  answers: AnswerFor[];
  /** The ids that are to be asked for again, and why: the first of the errors that asks for the longest wait. */
  failed: { ids: string[]; error: GraphRequestError | ConnectionError } | null;
}

/** The body of a batch that asks an endpoint for each of some ids. */
export function batchOf(
  { endpoint, query }: Pick<Collector, 'endpoint' | 'query'>,
  ids: readonly string[],
) {
  const parameters = new URLSearchParams(query).toString();
  const suffix = parameters && `?${parameters}`;
  return {
    requests: ids.map(id => ({
      id,
      method: 'GET',
      url: `${endpoint.replace('{id}', encodeURIComponent(id))}${suffix}`,
    })),
  };
}

/**
 * Reads what Graph answered for each of some ids. They come in any order, and each with a status of its own: that the
 * batch as a whole succeeded says nothing of them.
 */
export async function readBatch(
  response: Response,
  ids: readonly string[],
  now: Date,
): Promise<BatchAnswer> {
  const batch = batchSchema.safeParse(parsed(await readText(response, now)));
  if (!batch.success) {
    throw new ConnectionError('not-json');
  }
  const partOf = new Map(batch.data.responses.map(part => [part.id, part]));
  const answers: AnswerFor[] = [];
  const again: { id: string; error: GraphRequestError | ConnectionError }[] =
    [];
  for (const id of ids) {
    const part = partOf.get(id);
    if (!part) {
      again.push({ id, error: new ConnectionError('not-json') });
    } else if (part.status === 200) {
      answers.push({ of: id, body: part.body });
    } else {
      const asked = Object.entries(part.headers ?? {}).find(
        ([name]) => name.toLowerCase() === 'retry-after',
      );
      const wait = retryAfter(asked ? String(asked[1]) : null, now);
      const error = toError(part.status, part.body, wait);
      if (!(error instanceof GraphRequestError)) {
        throw error;
      }
      if (error.status === 404) {
        answers.push({ of: id, none: 'not-found' });
      } else if (error.status === 403) {
        const { code, speaksOfLicence } = error;
        answers.push({ of: id, none: 'refused', code, speaksOfLicence });
      } else {
        again.push({ id, error });
      }
    }
  }
  return { answers, failed: failedOf(again) };
}

function failedOf(
  again: readonly {
    id: string;
    error: GraphRequestError | ConnectionError;
  }[],
): BatchAnswer['failed'] {
  if (again.length === 0) {
    return null;
  }
  const waitOf = (error: GraphRequestError | ConnectionError) =>
    error instanceof GraphRequestError ? error.retryAfterMs ?? 0 : 0;
  const [{ error }] = [...again].sort(
    (one, other) => waitOf(other.error) - waitOf(one.error),
  );
  return { ids: again.map(({ id }) => id), error };
}
