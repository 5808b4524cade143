import {
  entraMfaCountsReadPermission as readCounts,
  entraMfaExceptionDecidePermission as decideExceptions,
  entraMfaExceptionRequestPermission as requestExceptions,
  entraMfaPeopleReadPermission as readPeople,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** Figures are for whoever may count; of people, whom the caller may see. */
export const figures = { anyOf: [readCounts], people: 'seen' } as const;

/** People are for whoever may see some. */
export const people = { anyOf: [readPeople], people: 'some' } as const;

/** Exceptions are for whoever asks, decides or sees people. */
export const exceptions = {
  anyOf: [requestExceptions, decideExceptions, readPeople],
  people: 'seen',
} as const;
