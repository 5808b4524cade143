import { z } from 'zod';
import { connectKinds, connectRequestStates } from '../lists';
import { clientSecretSchema, secretEndSchema } from './clientSecret';
import { dataSetSchema } from './dataSets';
import { enumOf } from './enumOf';
import { command, json, page } from './Route';
import { entityRefSchema, instantSchema, problemSchema } from './shared';

/** A tenant that somebody asked to connect, and what came of it. @public */
export const connectRequestSchema = z.object({
  id: z.string(),
  tenant: z.string(),
  kind: enumOf(connectKinds),
  state: enumOf(connectRequestStates),
  /** Whether an administrator was to be sent a link; else who asked consents themselves. */
  handedOn: z.boolean(),
  askedBy: entityRefSchema,
  askedAt: instantSchema,
  /** Until when the answer is awaited. */
  expiresAt: instantSchema,
  /** Null while the answer is awaited. */
  endedAt: instantSchema.nullable(),
  /** Why it was refused or did not work, and what to do. */
  problem: problemSchema.nullable(),
});

/** A data set that can be switched on and off. @public */
export const chosenDataSetSchema = z.object({
  id: dataSetSchema,
  title: z.string(),
  why: z.string(),
  /** The permission that it needs; null where others cover it. */
  permission: z.string().nullable(),
  licence: z.string().nullable(),
  /** Whether figures need it: then it is always read. */
  needed: z.boolean(),
  /** Whether somebody who signs in can give it. */
  byReader: z.boolean(),
});

/** The answer of `GET /v1/connect`. @public */
export const connectSchema = z.object({
  /** The application to which tenants consent: `entraMfa.connect`. Null where none is configured. */
  application: z
    .object({
      clientId: z.string(),
      /** The origin of the page on which an administrator consents. */
      signInAddress: z.string(),
      /** What its app registration has to name as a redirect URI. */
      redirectUri: z.string(),
    })
    .nullable(),
  /** The ways in which a tenant can be connected here: but for consent, each needs a key, `entraMfa.connect.keyFile`. */
  kinds: z.array(enumOf(connectKinds)),
  dataSets: z.array(chosenDataSetSchema),
  /** Those that are awaited, and those that ended within the last seven days; the newest first. */
  requests: z.array(connectRequestSchema),
});

const clientIdSchema = z
  .string()
  .trim()
  .regex(
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    'should be the application (client) id, a GUID',
  )
  .toLowerCase();

/** The body of `POST /v1/connect`. @public */
export const connectBodySchema = z.object({
  /** The tenant's id, or a domain of it. */
  tenant: z.string().trim().min(1).max(253),
  /** `reader` for a tenant that is read so already: somebody signs in again. */
  kind: enumOf(connectKinds).default('consent'),
  /** The user or group that answers for the connection. */
  contact: entityRefSchema.optional(),
  /** Data sets that are not read. */
  switchedOff: z.array(dataSetSchema).max(100).default([]),
  /** Whether another person consents: then the address is a link to hand on, valid for seven days. */
  handOn: z.boolean().default(false),
  /** Of kind `application`: the id of an application of the tenant, in which everything is consented to already. */
  clientId: clientIdSchema.optional(),
  /** The value of a secret of that application. It is kept sealed, and told to nobody. */
  clientSecret: clientSecretSchema.optional(),
  /** When that secret ends. */
  expiresAt: secretEndSchema.optional(),
});

/** The answer of `POST /v1/connect`. @public */
export const connectStartedSchema = z.object({
  /** Of kind `application`, what came of it: there is nobody to wait for. */
  request: connectRequestSchema,
  /**
   * Where to consent; null where there is nothing to consent to. It is told once, and is a secret: whoever has it can
   * answer in the place of who asked.
   */
  url: z.string().nullable(),
});

/** The body of `POST /v1/tenants/{id}/settings`. What is left out stays. @public */
export const connectionSettingsBodySchema = z.object({
  contact: entityRefSchema.nullable().optional(),
  switchedOff: z.array(dataSetSchema).max(100).optional(),
  /** Another secret of its own application, where it has one: it is tried first, and kept sealed. */
  clientSecret: clientSecretSchema.optional(),
  /** When that secret ends. Only beside it. */
  expiresAt: secretEndSchema.optional(),
});

/** The answer of `POST /v1/tenants/{id}/settings`. @public */
export const connectionSettingsSchema = z.object({
  tenant: z.string(),
  contact: z.string().nullable(),
  switchedOff: z.array(dataSetSchema),
});

/** The answer of `POST /v1/tenants/{id}/disconnect`. @public */
export const disconnectedSchema = z.object({
  tenant: z.string(),
  /** Where an administrator of the tenant removes what they consented to. */
  enterpriseApplicationUrl: z.string().nullable(),
});

/** See `connectRequestSchema`. @public */
export type ConnectRequest = z.infer<typeof connectRequestSchema>;
/** See `chosenDataSetSchema`. @public */
export type ChosenDataSet = z.infer<typeof chosenDataSetSchema>;
/** See `connectSchema`. @public */
export type Connect = z.infer<typeof connectSchema>;
/** See `connectStartedSchema`. @public */
export type ConnectStarted = z.infer<typeof connectStartedSchema>;
/** See `connectionSettingsSchema`. @public */
export type ConnectionSettings = z.infer<typeof connectionSettingsSchema>;
/** See `disconnectedSchema`. @public */
export type Disconnected = z.infer<typeof disconnectedSchema>;

export const getConnect = json('getConnect', {
  summary: 'With what a tenant is connected, and which connections are awaited',
  response: connectSchema,
});

export const beginConnect = command('beginConnect', {
  summary: 'Begin to connect a tenant: gives the address on which to consent',
  body: connectBodySchema,
  response: connectStartedSchema,
});

export const withdrawConnect = command('withdrawConnect', {
  summary:
    'End a request whose answer is awaited: its address is worth nothing any more',
  response: connectRequestSchema,
});

export const openConsentLink = page('openConsentLink', {
  summary:
    'Leads whoever has a link that was handed on to Microsoft’s consent page',
});

export const answerConsent = page('answerConsent', {
  summary:
    'Takes what Microsoft’s consent page answers, and says in words what came of it',
  query: z.object({
    state: z.string().max(200).optional(),
    code: z.string().max(8000).optional(),
    tenant: z.string().max(200).optional(),
    error: z.string().max(200).optional(),
    error_description: z.string().max(4000).optional(),
    // Microsoft adds others, now and then.
    admin_consent: z.string().max(200).optional(),
    client_info: z.string().max(2000).optional(),
    session_state: z.string().max(200).optional(),
    error_subcode: z.string().max(200).optional(),
    error_uri: z.string().max(2000).optional(),
    scope: z.string().max(4000).optional(),
  }),
});

export const changeConnection = command('changeConnection', {
  summary: 'Change who answers for a connection, or which data sets are read',
  body: connectionSettingsBodySchema,
  response: connectionSettingsSchema,
});

export const disconnectTenant = command('disconnectTenant', {
  summary: 'Stop reading a tenant that was connected in the portal',
  response: disconnectedSchema,
});
