import type { ConfigApi } from '@backstage/frontend-plugin-api';

/** Somebody as whom one may sign in without a password. */
export interface Person {
  /** The id of the auth provider that signs in as this person. */
  provider: string;
  title: string;
  description: string;
}

/** The people of `portal.signIn`, in their order. */
export function readPeople(config: ConfigApi): Person[] {
  return (config.getOptionalConfigArray('portal.signIn') ?? []).map(person => ({
    provider: person.getString('provider'),
    title: person.getString('title'),
    description: person.getString('description'),
  }));
}
