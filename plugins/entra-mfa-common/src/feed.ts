/** What the feed tells of, each a class of OCSF. @public */
export const feedClasses = [
  'user-inventory',
  'account-change',
  'device-inventory',
  'compliance-finding',
  'base-event',
] as const;

/** One of {@link feedClasses}. @public */
export type FeedClass = (typeof feedClasses)[number];

/** The media type of the feed: a JSON object on each line. @public */
export const feedMediaType = 'application/x-ndjson';

/** The header of the feed that says from which snapshot to ask next. @public */
export const nextSinceHeader = 'Entra-Mfa-Next-Since';
