import { setTimeout as wait } from 'node:timers/promises';

/** Resolves when a web server answers with a page. */
export async function answers(url) {
  for (;;) {
    const ok = await fetch(url).then(
      response => response.ok,
      () => false,
    );
    if (ok) {
      return;
    }
    await wait(200);
  }
}
