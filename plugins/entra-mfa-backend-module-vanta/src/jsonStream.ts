/**
 * A body of JSON with a list that is never in memory: `{"resourceId":"…","resources":[…]}`.
 *
 * @param head - what comes before the list
 */
export function jsonStream(
  head: Readonly<Record<string, string>>,
  list: string,
  batches: AsyncIterable<readonly object[]>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const all = parts(head, list, batches);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await all.next();
      if (done) {
        controller.close();
      } else {
        controller.enqueue(encoder.encode(value));
      }
    },
    async cancel() {
      await all.return(undefined);
    },
  });
}

async function* parts(
  head: Readonly<Record<string, string>>,
  list: string,
  batches: AsyncIterable<readonly object[]>,
): AsyncGenerator<string, undefined> {
  const open = JSON.stringify({ ...head, [list]: [] });
  yield open.slice(0, -2);
  let isFirst = true;
  for await (const batch of batches) {
    if (batch.length > 0) {
      yield `${isFirst ? '' : ','}${batch
        .map(one => JSON.stringify(one))
        .join(',')}`;
      isFirst = false;
    }
  }
  yield ']}';
  return undefined;
}
