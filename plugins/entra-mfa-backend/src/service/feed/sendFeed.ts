import {
  feedMediaType,
  nextSinceHeader,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { sendRows } from '../exports/sendRows';
import type { Feed } from './openFeed';

/** So much text is sent at once. */
const AT_ONCE = 65_536;

/**
 * Sends a feed, line by line as they are read.
 *
 * @returns how many lines were sent; see `sendRows`
 */
export async function sendFeed(
  response: Response,
  { next, events }: Feed,
): Promise<number> {
  return sendRows(response, events, all => {
    response.type(feedMediaType);
    response.set(nextSinceHeader, String(next));
    response.append('Access-Control-Expose-Headers', nextSinceHeader);
    return Readable.from(textOf(all), { objectMode: false });
  });
}

async function* textOf(events: AsyncIterable<object>) {
  let text = '';
  for await (const event of events) {
    text += `${JSON.stringify(event)}\n`;
    if (text.length >= AT_ONCE) {
      yield text;
      text = '';
    }
  }
  if (text !== '') {
    yield text;
  }
}
