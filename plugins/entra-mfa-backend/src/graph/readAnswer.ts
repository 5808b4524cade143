import { retryAfter } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { z } from 'zod';
import type { Collector } from '../collectors/types';
import {
  ConnectionError,
  ForeignAddressError,
  GraphRequestError,
  PageTokenExpiredError,
} from './errors';

const listSchema = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().min(1).nullish(),
  '@odata.deltaLink': z.string().min(1).nullish(),
});

const oneSchema = z.record(z.string(), z.unknown());

const errorSchema = z.object({
  error: z.object({
    code: z.string().nullish(),
    message: z.string().nullish(),
    innerError: z.unknown().optional(),
    innererror: z.unknown().optional(),
  }),
});

/** Codes of the general kind, below which a nested one says more. */
const generalCodes = new Set(['', 'badrequest', 'unknownerror', 'forbidden']);

/**
 * The role management endpoints put their reason into the message, as JSON, alone or with text around it.
 *
 * Source: microsoftgraph/microsoft-graph-docs-contrib#17.
 */
const reasonInMessage =
  /\berrorCode\\*"\s*:\s*\\*"([\w.-]+)\\*"|\b(PermissionScopeNotGranted)\b/i;

const codeInside = /"(?:code|errorCode)":"([\w.-]+)"/gi;

/** Compared without regard to case. Source: Microsoft Graph, delta query and paging. */
const expiredCodes = new Set([
  'directory_expiredpagetoken',
  'syncstatenotfound',
  'syncstateinvalid',
  'resyncrequired',
]);

/** Parses JSON; undefined where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is told below the outer code; of errors within errors, the innermost. */
function nestedCode({
  message,
  innerError,
  innererror,
}: z.infer<typeof errorSchema>['error']) {
  const reason = reasonInMessage.exec(message ?? '');
  const inside = JSON.stringify(innerError ?? innererror ?? null);
  return (
    reason?.[1] ??
    reason?.[2] ??
    [...inside.matchAll(codeInside)].map(([, code]) => code).pop()
  );
}

/** What an answer means that is no success, by its status, its body and when it asks to come again. */
export function toError(
  status: number,
  answer: unknown,
  retryAfterMs: number | null,
): GraphRequestError | PageTokenExpiredError {
  const body = errorSchema.safeParse(answer).data?.error;
  const nested = body && nestedCode(body);
  const outer = body?.code ?? '';
  const code = nested && generalCodes.has(outer.toLowerCase()) ? nested : outer;
  // The code goes into messages: what does not look like one stays out.
  const safeCode = /^[\w.-]{1,100}$/.test(code) ? code : '';
  if (
    status === 410 ||
    (status === 400 && expiredCodes.has(code.toLowerCase()))
  ) {
    return new PageTokenExpiredError(safeCode || String(status));
  }
  return new GraphRequestError(
    status,
    safeCode,
    retryAfterMs,
    /licen[sc]e/i.test(body?.message ?? ''),
  );
}

/** One page as Graph gave it. */
export interface Answer {
  rows: unknown[];
  nextLink: string | null;
  deltaLink?: string;
}

/** The text of an answer that is a success; throws what any other means. */
export async function readText(response: Response, now: Date): Promise<string> {
  if (response.status >= 300 && response.status < 400) {
    await response.body?.cancel();
    const location = response.headers.get('location') ?? '';
    throw new ForeignAddressError(
      URL.canParse(location, response.url)
        ? new URL(location, response.url).host
        : 'an unreadable address',
    );
  }
  const text = await response.text();
  if (!response.ok) {
    const asked = response.headers.get('retry-after');
    throw toError(response.status, parsed(text), retryAfter(asked, now));
  }
  return text;
}

/**
 * Reads the body of an answer, or throws what the answer means. Gateways answer with HTML or nothing,
 * so nothing about an error's body is taken for granted.
 *
 * @param form - `one` where the body is the one row itself, `count` where it is a number as plain text
 */
export async function readAnswer(
  response: Response,
  now: Date,
  form: NonNullable<Collector['answer']> = 'list',
): Promise<Answer> {
  const text = await readText(response, now);
  if (form === 'count') {
    const count = text.replace(/^\uFEFF/, '').trim();
    if (!/^\d{1,9}$/.test(count)) {
      throw new ConnectionError('not-json');
    }
    return { rows: [Number(count)], nextLink: null };
  }
  if (form === 'one') {
    const one = oneSchema.safeParse(parsed(text));
    if (!one.success) {
      throw new ConnectionError('not-json');
    }
    return { rows: [one.data], nextLink: null };
  }
  const list = listSchema.safeParse(parsed(text));
  if (!list.success) {
    throw new ConnectionError('not-json');
  }
  const deltaLink = list.data['@odata.deltaLink'];
  return {
    rows: list.data.value,
    nextLink: list.data['@odata.nextLink'] ?? null,
    ...(deltaLink && { deltaLink }),
  };
}
