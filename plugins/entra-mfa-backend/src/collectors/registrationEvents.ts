import { attemptFeatures } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { z } from 'zod';
import { instant } from './instant';
import { orNone } from './orNone';
import type { Collector, RegistrationEventBody } from './types';

/** For how many days events are kept where nothing else is configured. */
export const defaultEventDays = 90;

const LONGEST_REASON = 300;

/** Whatever looks like a phone number or a mail address: the reason is the words of another service. */
const personal = /\+?\d[\d\s().-]{5,}\d|\S+@\S+/g;

const row = z.object({
  /** Whose it is: see `events`. */
  of: z.string().min(1),
  row: z.object({
    id: z.string().min(1).max(150),
    feature: z.string(),
    authMethod: z.string(),
    isSuccess: z.boolean(),
    failureReason: orNone(z.string()),
    eventDateTime: instant,
  }),
});

type Row = z.infer<typeof row>;

/**
 * Who registered a method, reset the password with one, or tried to and failed, and why. Source: resource type
 * `userEventsSummary`, in beta alone. How long Microsoft keeps them is not documented, so what it no longer has stays.
 * Its id is documented as a user's, and is an event's in every example.
 */
export const registrationEvents: Collector<Row> = {
  id: 'registration-events',
  title: 'Registration and reset events',
  source: 'graph',
  endpoint: '/reports/authenticationMethods/userEventsSummary',
  version: 'beta',
  query: { $top: '1000' },
  pace: 'reports',
  permission: 'AuditLog.Read.All',
  licence: 'Microsoft Entra ID P1 or P2',
  why: 'To tell who tried to register and failed, and why',
  documentation:
    'https://learn.microsoft.com/graph/api/authenticationmethodsroot-list-usereventssummary',
  required: 'no',
  optional: 'always',
  events: {
    name: 'userPrincipalName',
    at: 'eventDateTime',
    keptDays: defaultEventDays,
  },
  row,
  toRecords({ of, row: event }) {
    const feature = attemptFeatures.find(known => known === event.feature);
    if (!feature) {
      return [];
    }
    const body: RegistrationEventBody = {
      at: event.eventDateTime,
      feature,
      method: event.authMethod,
      success: event.isSuccess,
      reason:
        event.failureReason
          ?.replace(personal, '…')
          .trim()
          .slice(0, LONGEST_REASON) || null,
    };
    const key = [of.toLowerCase(), body.at, event.id].join('|');
    return [{ key, body: { ...body } }];
  },
};
