import type { UrlValues } from './useUrlValues';

/** What the list of services is asked for, as the URL keeps it. */
export const servicesFilterNames = [
  'kind',
  'lifecycle',
  'tier',
  'q',
  'sort',
  'order',
  'team',
] as const;

/** Values by {@link servicesFilterNames}; alternatives of one are separated by commas. */
export type ServicesFilter = UrlValues<(typeof servicesFilterNames)[number]>;
