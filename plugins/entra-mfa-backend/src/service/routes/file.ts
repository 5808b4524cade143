import type { FileFormat } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { FileRoute } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import type { z } from 'zod';
import type { ListFile } from '../exports/ListFile';
import { sendFile } from '../exports/sendFile';
import type { Entry } from './Entry';
import { streamed, type Streamed } from './streamed';

/** A route that answers with a file, which names people where `names` is given. */
export function file<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  File,
  Row,
>(
  route: FileRoute<Params, Query>,
  entry: Streamed<z.output<Params>, z.output<Query>, File> & {
    file(opened: File): ListFile<Row>;
  },
): Entry {
  return streamed(route, entry, async (response, opened: File, params) => {
    const { format } = params as { format: FileFormat };
    return sendFile(response, entry.file(opened), format);
  });
}
