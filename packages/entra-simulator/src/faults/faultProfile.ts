import { z } from 'zod/v4';
import { endpointNames } from '../server/endpointNames';

/** Where something can go wrong. */
const faultyEndpoints = z
  .enum([...endpointNames, '*'])
  .exclude(['discovery', 'adminConsent', 'adminConsentAnswer', 'msi', 'other']);

const where = {
  /** The endpoint it happens at, or every endpoint of Graph. */
  endpoint: faultyEndpoints,
  /** Only on that page, counted from 1. */
  page: z.int().min(1).optional(),
  /** That share of the requests, from 0 to 1, chosen by the number of the request. */
  share: z.number().min(0).max(1).optional(),
  /** So many requests pass before the first one is hit. */
  after: z.int().min(0).optional(),
  /** So many requests are hit; without it, always. */
  times: z.int().min(1).optional(),
};

const rows = { rows: z.int().min(1).default(1) };

/** One thing that goes wrong, and where. @public */
export const faultRule = z.discriminatedUnion('kind', [
  z.strictObject({
    ...where,
    kind: z.literal('status'),
    status: z.int().min(400).max(599),
    /** Seconds for the header `Retry-After`. */
    retryAfter: z.number().min(0).optional(),
    code: z.string().optional(),
    message: z.string().optional(),
  }),
  z.strictObject({
    ...where,
    kind: z.literal('slow'),
    milliseconds: z.int().min(0),
  }),
  z.strictObject({
    ...where,
    kind: z.literal('slowBody'),
    milliseconds: z.int().min(0),
  }),
  z.strictObject({ ...where, kind: z.literal('cutBody') }),
  z.strictObject({ ...where, kind: z.literal('dropConnection') }),
  z.strictObject({ ...where, kind: z.literal('invalidJson') }),
  z.strictObject({ ...where, kind: z.literal('html') }),
  z.strictObject({ ...where, kind: z.literal('selfLink') }),
  z.strictObject({
    ...where,
    kind: z.literal('foreignLink'),
    origin: z.url().default('https://graph.example.com'),
  }),
  z.strictObject({ ...where, ...rows, kind: z.literal('duplicateRows') }),
  z.strictObject({ ...where, ...rows, kind: z.literal('wrongTypeRows') }),
  z.strictObject({ ...where, kind: z.literal('emptyPage') }),
  z.strictObject({ ...where, kind: z.literal('nobodyRegistered') }),
  z.strictObject({ ...where, kind: z.literal('expiredPageToken') }),
  z.strictObject({ ...where, kind: z.literal('permissionMissing') }),
  z.strictObject({ ...where, kind: z.literal('licenceMissing') }),
  z.strictObject({ ...where, kind: z.literal('invalidToken') }),
  z.strictObject({ ...where, kind: z.literal('expiredSecret') }),
  z.strictObject({
    ...where,
    kind: z.literal('signInRefused'),
    /** The number after `AADSTS`. */
    number: z.int().min(1),
    status: z.int().min(400).max(599).default(400),
    /** The OAuth error. */
    error: z.string().default('invalid_request'),
  }),
]);

const kindsOfToken: readonly string[] = ['expiredSecret', 'signInRefused'];
const kindsAtToken: readonly string[] = ['status', 'slow', ...kindsOfToken];

/** What is wrong with the rows of a page or with its link: an answer without rows has neither. */
export const kindsOfPages: readonly string[] = [
  'selfLink',
  'foreignLink',
  'duplicateRows',
  'wrongTypeRows',
  'emptyPage',
  'nobodyRegistered',
  'expiredPageToken',
];

/** A rule that could never do anything is a mistake, and better said than ignored. */
const usefulRule = faultRule.refine(
  ({ endpoint, kind }) =>
    endpoint === 'token'
      ? kindsAtToken.includes(kind)
      : !kindsOfToken.includes(kind),
  {
    error:
      'expiredSecret and signInRefused belong to the endpoint token, which else knows status and slow only.',
  },
);

/** What goes wrong: the first rule that fits a request decides. @public */
export const faultProfile = z.strictObject({
  rules: z.array(usefulRule).default([]),
});

/** One thing that goes wrong, and where. @public */
export type FaultRule = z.infer<typeof faultRule>;

/** What goes wrong: the first rule that fits a request decides. @public */
export type FaultProfile = z.infer<typeof faultProfile>;

/** A profile as it is written, before defaults. @public */
export type FaultProfileInput = z.input<typeof faultProfile>;

/** Reads a profile, or says what is wrong with it. */
export function readFaultProfile(input: unknown): FaultProfile {
  const result = faultProfile.safeParse(input);
  if (!result.success) {
    throw new Error(
      `This fault profile cannot be used.\n${z.prettifyError(result.error)}`,
    );
  }
  return result.data;
}
