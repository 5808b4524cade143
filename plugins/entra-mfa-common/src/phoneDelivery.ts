/**
 * The days on which Microsoft stops its own SMS and voice delivery in the public cloud, ISO dates:
 * later for who holds Global Administrator and for external users, who have `#EXT#` in their user
 * principal name.
 *
 * Source: Microsoft's FAQ on the retirement of SMS and voice, 23 September 2026.
 *
 * @public
 */
export const phoneDeliveryEnds = {
  everybody: '2027-02-01',
  globalAdministratorsAndExternalUsers: '2027-07-01',
} as const;

/**
 * Who delivers a tenant's SMS and voice, and so whether that ends.
 *
 * - `ends`: Microsoft, in the public cloud: see {@link phoneDeliveryEnds}
 * - `national-cloud`: Microsoft, in another cloud, for which it has announced no end
 * - `own-provider`: a telephony provider of the organisation's own, as configured
 *
 * @public
 */
export const phoneDeliveries = [
  'ends',
  'national-cloud',
  'own-provider',
] as const;

/** One of {@link phoneDeliveries}. @public */
export type PhoneDelivery = (typeof phoneDeliveries)[number];
