import { setTimeout as wait } from 'node:timers/promises';

/** Resolves with what the condition gives, once it gives something; says in the end what did not come. */
export async function until<T>(
  what: string,
  condition: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  const deadline = Date.now() + 180_000;
  while (Date.now() < deadline) {
    const result = await condition();
    if (result !== undefined && result !== false) {
      return result;
    }
    await wait(200);
  }
  throw new Error(`It did not come about that ${what}`);
}
