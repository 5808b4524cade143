const key = 'portal:sign-in';

/** Whom this browser signed in as last, so that a page that is loaded again asks nobody. */
export const chosenPerson = {
  read: (): string | null => localStorage.getItem(key),
  keep: (provider: string): void => localStorage.setItem(key, provider),
  forget: (): void => localStorage.removeItem(key),
};
