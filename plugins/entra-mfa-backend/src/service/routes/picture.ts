import type { PictureRoute } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import type { z } from 'zod';
import type { EntraMfaConfig } from '../../config/types';
import { FRESH_FOR_SECONDS } from '../pictures/KeptPictures';
import type { PeopleAccess } from '../types';
import type { Access } from './Access';
import { authorize } from './authorize';
import { check } from './check';
import type { Call, Entry } from './Entry';
import type { RouteContext } from './RouteContext';

/**
 * A route that answers with a picture, in SVG. Where it is listed in the configuration, it is the same for
 * everybody, signed in or not: what somebody sees who may see nobody by name.
 */
export function picture<Params extends z.ZodObject, Query extends z.ZodObject>(
  route: PictureRoute<Params, Query>,
  entry: Access & {
    /** Which need no session: in words, for the documentation, and as it is asked. */
    open: {
      where: string;
      any(config: EntraMfaConfig): boolean;
      isSo(config: EntraMfaConfig, query: z.output<Query>): boolean;
    };
    draw(
      context: RouteContext,
      call: Pick<Call<z.output<Params>, z.output<Query>>, 'params' | 'query'>,
      people: PeopleAccess,
    ): Promise<string>;
  },
): Entry {
  const { open, draw, ...access } = entry;
  const isOpen: NonNullable<Entry['open']>['isSo'] = (config, asked) => {
    const { data } = route.query.strict().safeParse(asked);
    return data !== undefined && open.isSo(config, data as z.output<Query>);
  };
  return {
    route,
    access,
    status: 200,
    open: { where: open.where, any: open.any, isSo: isOpen },
    async answer({ context }, { request, response, caller }) {
      const call = {
        params: check<z.output<Params>>(route.params, request.params),
        query: check<z.output<Query>>(route.query, request.query),
      };
      const isForAll = isOpen(context.config, request.query);
      const svg = isForAll
        ? await context.pictures.get(JSON.stringify([route.name, call]), () =>
            draw(context, call, { kind: 'none' }),
          )
        : await draw(
            context,
            call,
            await authorize(access, caller, call.query, context),
          );
      response
        .set({
          'Cache-Control': `${
            isForAll ? 'public' : 'private'
          }, max-age=${FRESH_FOR_SECONDS}`,
          // Opened by itself it is a page of the portal's address: it may do nothing there.
          'Content-Security-Policy': "default-src 'none'; sandbox",
          'X-Content-Type-Options': 'nosniff',
        })
        .type('image/svg+xml')
        .send(svg);
    },
  };
}
