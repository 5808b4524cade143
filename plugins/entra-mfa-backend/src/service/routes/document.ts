import {
  documentMediaTypes,
  type DocumentFormat,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { DocumentRoute } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import type { z } from 'zod';
import type { MadeReport } from '../evidence/openReport';
import type { Entry } from './Entry';
import { streamed, type Streamed } from './streamed';

/** A route that answers with a document, which is made before it is sent. */
export function document<Params extends z.ZodObject, Query extends z.ZodObject>(
  route: DocumentRoute<Params, Query>,
  entry: Streamed<z.output<Params>, z.output<Query>, MadeReport>,
): Entry {
  return streamed(route, entry, async (response, { name, content }, params) => {
    const { format } = params as { format: DocumentFormat };
    response
      .set({
        // Opened from the portal's address it may do nothing there.
        'Content-Security-Policy':
          "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        'X-Content-Type-Options': 'nosniff',
      })
      .type(documentMediaTypes[format])
      .attachment(`${name}.${format}`)
      .type(documentMediaTypes[format])
      .send(content);
    return 0;
  });
}
