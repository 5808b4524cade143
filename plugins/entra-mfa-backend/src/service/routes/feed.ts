import type { FeedRoute } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import type { z } from 'zod';
import type { Feed } from '../feed/openFeed';
import { sendFeed } from '../feed/sendFeed';
import type { Entry } from './Entry';
import { streamed, type Streamed } from './streamed';

/** A route that answers line by line, and names people where `names` is given. */
export function feed<Params extends z.ZodObject, Query extends z.ZodObject>(
  route: FeedRoute<Params, Query>,
  entry: Streamed<z.output<Params>, z.output<Query>, Feed>,
): Entry {
  return streamed(route, entry, sendFeed);
}
