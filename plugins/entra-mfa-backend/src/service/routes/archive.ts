import type { ArchiveRoute } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import type { z } from 'zod';
import type { Bundle } from '../evidence/Bundle';
import { sendBundle } from '../evidence/sendBundle';
import type { Entry } from './Entry';
import { streamed, type Streamed } from './streamed';

/** A route that answers with a bundle, which names people where `names` is given. */
export function archive<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Opened extends Bundle,
>(
  route: ArchiveRoute<Params, Query>,
  entry: Streamed<z.output<Params>, z.output<Query>, Opened>,
): Entry {
  return streamed(route, entry, sendBundle);
}
