import type { Permission } from '@backstage/plugin-permission-common';
import type { JsonRoute } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import type { z } from 'zod';
import type { Access } from './Access';
import { authorize } from './authorize';
import { check } from './check';
import type { Call, Entry } from './Entry';
import { namesRefused } from './NameReads';
import type { RouteContext } from './RouteContext';
import { ifChanged, type Versioned } from './Versioned';

/** A route that reads. */
export function json<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Response extends z.ZodType,
>(
  route: JsonRoute<Params, Query, Response>,
  entry: Access & {
    /**
     * Of an answer that names people, how many; null where the caller may see nobody. Who reads names is on
     * record, and has so many in a minute.
     */
    names?(answer: z.output<Response>): number | null;
    /** What is left out for who has not a further permission; the answer itself where that is nothing. */
    withheld?: {
      needs: Permission;
      without(answer: z.output<Response>): z.output<Response>;
    };
    handle(
      context: RouteContext,
      call: Call<z.output<Params>, z.output<Query>>,
    ): Promise<z.output<Response> | Versioned<z.output<Response>>>;
  },
): Entry {
  const { names, withheld } = entry;
  return {
    route,
    access: entry,
    status: 200,
    withheld: withheld?.needs,
    audit: names && {
      event: 'people-read',
      severity: 'medium',
      asked: ['route', 'filter'],
      found: ['rows', 'pages', 'complete'],
      refused: namesRefused,
    },
    async answer({ context, reads }, { request, response, caller, signal }) {
      const params = check<z.output<Params>>(route.params, request.params);
      const query = check<z.output<Query>>(route.query, request.query);

      const shown = async () => {
        const people = await authorize(entry, caller, query, context);
        const call = { params, query, body: null, caller, people, signal };
        const whole = await ifChanged(
          await entry.handle(context, call),
          request,
          response,
        );
        if (whole === undefined || !withheld) {
          return whole;
        }
        const part = withheld.without(whole);
        return part === whole || (await caller.allows(withheld.needs))
          ? whole
          : part;
      };
      const answer = names
        ? await reads.audited(
            { route: route.name, params, query, request, caller },
            seen => (seen === undefined ? null : names(seen)),
            shown,
          )
        : await shown();
      if (answer === undefined) {
        response.status(304).end();
      } else {
        response.json(answer);
      }
    },
  };
}
