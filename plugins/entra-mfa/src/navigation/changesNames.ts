import type { UrlValues } from './useUrlValues';

/** What the tab of changes is asked for, as the URL keeps it. */
export const changesNames = [
  'from',
  'to',
  'kind',
  'team',
  'q',
  'sort',
  'order',
] as const;

/** Values by {@link changesNames}. Without dates: the seven days up to now, or to the page's day. */
export type ChangesValues = UrlValues<(typeof changesNames)[number]>;
