import { z } from 'zod';
import { trustTypes } from '../lists';
import { enumOf } from './enumOf';
import { instantSchema } from './shared';

/** A device of a person. @public */
export const deviceSchema = z.object({
  /** Null where it has none, or its name was erased with a person. */
  name: z.string().nullable(),
  /** As Microsoft names it. */
  operatingSystem: z.string().nullable(),
  version: z.string().nullable(),
  trust: enumOf(trustTypes).nullable(),
  /** Null where nobody manages it: not known, never no. */
  compliant: z.boolean().nullable(),
  managed: z.boolean().nullable(),
  /** About when it was used last: Microsoft writes it down every two weeks or so. */
  lastSignIn: z.iso.date().nullable(),
  registeredAt: instantSchema.nullable(),
  /** How many people own it, this one among them. */
  owners: z.number().int().positive(),
  /** Present where Microsoft gives no more owners than that, so that there may be more. */
  maybeMoreOwners: z.literal(true).optional(),
});

/** See `deviceSchema`. @public */
export type Device = z.infer<typeof deviceSchema>;
