import { z } from 'zod';
import { campaignStates, methodsMigrations, methodVerdicts } from '../lists';
import { enumOf } from './enumOf';

const count = z.number().int().nonnegative();

/** Whom something is for, as numbers. */
const targets = z.object({
  everybody: z.boolean(),
  groups: count,
  users: count,
});

/** Null where Microsoft does not say it, or says something new. */
const migration = enumOf(methodsMigrations).nullable();

/** The authentication methods policy: which methods it allows, for whom. @public */
export const methodsPolicySchema = z.object({
  migration,
  /** The registration campaign; null where Microsoft does not say it. */
  campaign: z
    .object({
      state: enumOf(campaignStates),
      /** For how many days a person may put it off. */
      snoozeDays: count.nullable(),
      include: targets,
      exclude: targets,
    })
    .nullable(),
  /** Whether the members of the groups that it names are known. */
  groupsKnown: z.boolean(),
  methods: z.array(
    z.object({
      /** As Microsoft names it: `Fido2`, `Sms`. */
      id: z.string(),
      /** Of a method of another provider, what the tenant calls it. */
      name: z.string().nullable(),
      enabled: z.boolean(),
      include: targets,
      exclude: targets,
    }),
  ),
});

/** What the authentication methods policy says of the methods that a person has registered. @public */
export const allowedMethodsSchema = z.object({
  migration,
  methods: z.array(
    z.object({
      /** As Microsoft names it. */
      method: z.string(),
      verdict: enumOf(methodVerdicts),
    }),
  ),
  /** Present where they have registered and are not capable: whether the policy is why; null where it is not known. */
  isWhyNotCapable: z.boolean().nullable().optional(),
});

/** See `methodsPolicySchema`. @public */
export type MethodsPolicy = z.infer<typeof methodsPolicySchema>;
/** See `allowedMethodsSchema`. @public */
export type AllowedMethods = z.infer<typeof allowedMethodsSchema>;
