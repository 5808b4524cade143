import type { FileRoute } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import type { z } from 'zod';
import {
  exportList,
  type ListExport,
  type ListToExport,
} from '../exports/exportList';
import type { Access } from './Access';
import type { Call, Entry } from './Entry';
import { file } from './file';
import { filterOf } from './filterOf';
import type { RouteContext } from './RouteContext';

/** A route that answers with all pages of a list as a file. */
export function listFile<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Item,
>(
  route: FileRoute<Params, Query>,
  entry: Access & {
    /** What is put on record, and when it is refused, in words. */
    event: string;
    refused: string;
    list(
      context: RouteContext,
      call: Call<z.output<Params>, z.output<Query>>,
    ): ListToExport<Item> | Promise<ListToExport<Item>>;
  },
): Entry {
  const { event, refused, list, ...access } = entry;
  const isNamed = access.given?.parameter === 'names';
  return file<Params, Query, ListExport<Item>, Item>(route, {
    ...access,
    audit: {
      event,
      asked: {
        ...(isNamed && {
          named: ({ query }) => (query as { names?: boolean }).names === true,
        }),
        format: ({ params }) => (params as { format: string }).format,
        filter: ({ query }) => filterOf(query, withoutNames(route.query)),
      },
      found: {
        tenantId: ({ file: { tenantId } }) => tenantId,
        rows: ({ rows }) => rows,
        ...(isNamed && {
          keyId: ({ file: { keyId } }: { file: ListExport<Item> }) => keyId,
        }),
      },
      refused,
    },
    open: async (context, call) =>
      exportList(context, await list(context, call)),
    file: opened => opened.file,
  });
}

function withoutNames(query: z.ZodObject): z.ZodObject {
  return 'names' in query.shape ? query.omit({ names: true }) : query;
}
