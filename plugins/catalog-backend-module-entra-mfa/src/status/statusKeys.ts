/** A status is found, and its entity refreshed, by one key. */
export const statusKeys = {
  /** A person by Entra object id. */
  user: (objectId: string) => `entra-mfa:user:${objectId.toLowerCase()}`,
  /** A person by entity ref, for User entities without an object id. */
  userRef: (entityRef: string) => `entra-mfa:user:${entityRef.toLowerCase()}`,
  /** A team by entity ref. */
  group: (entityRef: string) => `entra-mfa:group:${entityRef.toLowerCase()}`,
};
