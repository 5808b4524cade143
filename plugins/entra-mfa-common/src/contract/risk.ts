import { z } from 'zod';
import { riskLevels, riskStates, riskySignInOutcomes } from '../lists';
import { enumOf } from './enumOf';

const risk = {
  /** Null where Microsoft does not say, or says something that is not known here. */
  level: enumOf(riskLevels).nullable(),
  state: enumOf(riskStates).nullable(),
};

/** Something that made an account look as if somebody else used it. @public */
export const riskDetectionSchema = z.object({
  ...risk,
  /** As Microsoft names it. */
  type: z.string(),
  /** When it was detected. */
  day: z.iso.date(),
});

/** How a person is at risk. @public */
export const personRiskSchema = z.object({
  /** Null where they are not, or it was not read: see `isRead`. */
  now: z
    .object({
      ...risk,
      /** The day of the last change. */
      day: z.iso.date().nullable(),
    })
    .nullable(),
  /** Whether it was read who is at risk. */
  isRead: z.boolean(),
  /** Newest first, each as it was when it was read last; null where they were not read. */
  detections: z.array(riskDetectionSchema).nullable(),
});

/** How many risky sign-ins there were, by what became of them. @public */
export const riskySignInsSchema = z.object({
  /** Those of the last 30 days that had any, newest first. */
  days: z.array(
    z.object({
      day: z.iso.date(),
      counts: z.record(
        enumOf(riskySignInOutcomes),
        z.number().int().nonnegative(),
      ),
    }),
  ),
});

/** See `riskySignInsSchema`. @public */
export type RiskySignIns = z.infer<typeof riskySignInsSchema>;
/** See `riskDetectionSchema`. @public */
export type RiskDetection = z.infer<typeof riskDetectionSchema>;
/** See `personRiskSchema`. @public */
export type PersonRisk = z.infer<typeof personRiskSchema>;
