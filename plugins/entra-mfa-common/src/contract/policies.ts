import { z } from 'zod';
import { askedLevels, policyLimits, strengthDemands } from '../lists';
import { enumOf } from './enumOf';

const count = z.number().int().nonnegative();

const named = {
  id: z.string(),
  name: z.string(),
  /** Whether it only reports, and asks nobody yet. */
  reportOnly: z.boolean(),
  /** The authentication strength that it demands; null where any MFA will do. */
  strength: z.string().nullable(),
  /** What the strength demands; null without one, and where that is not known. */
  strengthDemands: enumOf(strengthDemands).nullable(),
  limits: z.array(enumOf(policyLimits)),
};

/**
 * A Conditional Access policy that asks for MFA and is about a person, or leaves them out by name; apps and
 * conditions are told, and not evaluated.
 *
 * @public
 */
export const policyVerdictSchema = z.object({
  ...named,
  /** Whether it asks the person; null where that is not known. */
  applies: z.boolean().nullable(),
  /** Whether it would, if it did not exclude them. */
  excluded: z.boolean(),
  /** Whether a method that they have registered satisfies the strength; null without one, and where that is not known. */
  satisfied: z.boolean().nullable(),
});

/** How a person is asked for MFA. @public */
export const askedSchema = z.object({
  /** By what is in force; null where it is not known. */
  now: enumOf(askedLevels).nullable(),
  /** With the policies that only report switched on. */
  withReportOnly: enumOf(askedLevels).nullable(),
  /** Null where they are not read. */
  securityDefaults: z.boolean().nullable(),
  /** Present for who may see everybody. */
  policies: z.array(policyVerdictSchema).optional(),
});

/** Whom a policy names, as numbers. */
const peopleNamed = z.object({
  everybody: z.boolean(),
  users: count,
  groups: count,
  roles: count,
  guests: z.boolean(),
});

/** What asks for MFA in a tenant. @public */
export const askingSchema = z.object({
  /** Null where they are not read. */
  securityDefaults: z.boolean().nullable(),
  /** Conditional Access policies; null where they are not read. */
  policies: z
    .object({
      total: count,
      /** In force, with MFA. */
      asking: count,
      /** With MFA, and only reporting. */
      reportOnly: count,
    })
    .nullable(),
  /** Whether the members of the groups that policies name are known. */
  groupsKnown: z.boolean(),
  /** Those with MFA, in force or only reporting, by name. Present for who may see everybody. */
  list: z
    .array(
      z.object({
        ...named,
        /** The methods that the strength allows, as Microsoft names them, without the password; null as `strengthDemands`. */
        strengthMethods: z.array(z.string()).nullable(),
        include: peopleNamed,
        exclude: peopleNamed,
      }),
    )
    .optional(),
});

/** See `policyVerdictSchema`. @public */
export type PolicyVerdict = z.infer<typeof policyVerdictSchema>;
/** See `askedSchema`. @public */
export type Asked = z.infer<typeof askedSchema>;
/** See `askingSchema`. @public */
export type Asking = z.infer<typeof askingSchema>;
