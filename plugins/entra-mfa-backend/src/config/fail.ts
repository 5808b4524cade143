import { InputError } from '@backstage/errors';

/** Stops the plugin at its start, with the path of the key and what it should be. */
export function fail(path: string, should: string): never {
  throw new InputError(`Invalid configuration at ${path}: ${should}`);
}

/** Checks a GUID and gives it back in lower case. */
export function guid(path: string, value: string, what: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value.trim())) {
    fail(path, `should be ${what}, a GUID`);
  }
  return value.trim().toLowerCase();
}

/** Checks that a value is one of those that are allowed. */
export function oneOf<T extends string>(
  path: string,
  value: string,
  allowed: readonly T[],
): T {
  const found = allowed.find(one => one === value);
  return found ?? fail(path, `should be one of ${allowed.join(', ')}`);
}
