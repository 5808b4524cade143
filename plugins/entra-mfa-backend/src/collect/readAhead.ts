/**
 * Asks for the next item while the one before is worked on, so that waiting for the network and
 * working overlap. At most one item is held. Who stops early aborts the source.
 */
export async function* readAhead<T>(
  open: (signal: AbortSignal) => AsyncIterable<T>,
  signal: AbortSignal,
): AsyncGenerator<T> {
  const stop = new AbortController();
  const items = open(AbortSignal.any([signal, stop.signal]));
  const iterator = items[Symbol.asyncIterator]();
  let next = iterator.next();
  try {
    for (;;) {
      const result = await next;
      if (result.done) {
        return;
      }
      next = iterator.next();
      // It is awaited in the next round; until then a failure must not count as unhandled.
      next.catch(() => {});
      yield result.value;
    }
  } finally {
    stop.abort();
    await next.catch(() => {});
    await iterator.return?.();
  }
}
