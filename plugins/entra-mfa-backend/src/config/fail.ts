import { InputError } from '@backstage/errors';

/** Stops the plugin at its start, with the path of the key and what it should be. */
export function fail(path: string, should: string): never {
  throw new InputError(`Invalid configuration at ${path}: ${should}`);
}
