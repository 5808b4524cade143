import { objectId } from '../rows';

/** The recorded tenant. */
export const tenantId = '0a1b2c3d-0000-4000-8000-000000000001';

/** Another one, of a few people. */
export const otherTenantId = '0a1b2c3d-0000-4000-8000-000000000002';

/** A past day that tests ask for. */
export const past = '2026-11-03';

/** When the answers are recorded, unless a scenario says otherwise. Days are counted back from here. */
export const recordedAt = new Date('2026-11-21T09:12:30Z');

/** So many days before the recording, at a time of that day. */
export function daysAgo(days: number, time = '09:00'): Date {
  const day = new Date(recordedAt.getTime() - days * 86_400_000);
  return new Date(`${day.toISOString().slice(0, 10)}T${time}:00Z`);
}

/** The configured break-glass accounts; the second has no method of its own. */
export const breakGlassIds = [objectId(161), objectId(162)];

/** What `entraMfa` is configured with, beside the tenant. */
export const contosoConfig = {
  breakGlassIds,
  targetDate: '2026-12-31',
  scope: {
    listedPatterns: [
      { pattern: '^room\\.', owner: 'facilities', reason: 'Meeting rooms' },
    ],
  },
  smallTeams: { hideBelow: 5 },
  compliance: {
    controls: [
      {
        control: 'mfa/MFA-01',
        narrative: {
          text: 'New people get a security key on their first day.',
          author: 'Ada Berg',
          date: '2026-09-14',
        },
      },
      {
        control: 'cis-controls-8.1/6.4',
        disabled: 'Nobody reaches the network from outside',
      },
    ],
  },
};
