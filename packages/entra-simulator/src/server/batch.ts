import { randomUUID } from 'node:crypto';
import { z } from 'zod/v4';
import type { WrittenAnswer } from './answerQuestion';
import { GraphError, graphErrors } from './GraphError';

/** Microsoft takes no more requests in a batch. */
const MOST_PARTS = 20;

/** And Exchange no more of one application to one mailbox at the same time. */
const MOST_AT_ONE_MAILBOX = 4;

const batchBody = z.object({
  requests: z
    .array(
      z.object({
        id: z.string().min(1),
        method: z.literal('GET'),
        url: z.string().startsWith('/'),
      }),
    )
    .min(1),
});

/** One part's answer, as Graph sends it. */
export type BatchPart = {
  id: string;
  status: number;
  headers: Record<string, string>;
  body: unknown;
};

/**
 * Answers a JSON batch of questions, each by itself, in another order than they were asked in.
 *
 * @param answer - answers one part, or throws what Graph would
 */
export async function answerBatch(
  body: unknown,
  version: string,
  answer: (url: URL) => Promise<WrittenAnswer>,
): Promise<{ responses: BatchPart[] }> {
  const { data } = batchBody.safeParse(body);
  if (!data) {
    throw graphErrors.badRequest('Invalid batch payload format.');
  }
  const { requests } = data;
  if (requests.length > MOST_PARTS) {
    throw graphErrors.badRequest(
      `Number of batch request steps exceeds the maximum value of ${MOST_PARTS}.`,
    );
  }
  if (new Set(requests.map(({ id }) => id)).size < requests.length) {
    throw graphErrors.badRequest('Request ids must be unique in a batch.');
  }
  const mailboxes = new Map<string, number>();
  const responses: BatchPart[] = [];
  for (const { id, url: path } of requests) {
    const url = new URL(`/${version}${path}`, 'https://localhost');
    responses.unshift(await partOf(id, url, answer, mailboxes));
  }
  return { responses };
}

async function partOf(
  id: string,
  url: URL,
  answer: (url: URL) => Promise<WrittenAnswer>,
  mailboxes: Map<string, number>,
): Promise<BatchPart> {
  try {
    const mailbox = /^\/[^/]+\/users\/([^/]+)\/mailboxSettings\b/i.exec(
      url.pathname,
    )?.[1];
    if (mailbox) {
      const asked = (mailboxes.get(mailbox) ?? 0) + 1;
      mailboxes.set(mailbox, asked);
      if (asked > MOST_AT_ONE_MAILBOX) {
        throw graphErrors.mailboxConcurrency();
      }
    }
    const { text, isJson } = await answer(url);
    return {
      id,
      status: 200,
      headers: { 'Content-Type': isJson ? 'application/json' : 'text/plain' },
      body: isJson ? JSON.parse(text) : text,
    };
  } catch (error) {
    if (!(error instanceof GraphError)) {
      throw error;
    }
    const { status, code, message, headers } = error;
    return {
      id,
      status,
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: {
        error: {
          code,
          message,
          innerError: {
            date: new Date().toISOString().slice(0, 19),
            'request-id': randomUUID(),
            'client-request-id': randomUUID(),
          },
        },
      },
    };
  }
}
