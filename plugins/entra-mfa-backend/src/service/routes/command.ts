import type { CommandRoute } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import type { z } from 'zod';
import type { Access } from './Access';
import { audited, fieldsOf } from './audited';
import { authorize } from './authorize';
import { check, checkBody } from './check';
import type { Audit, Call, Entry } from './Entry';
import type { RouteContext } from './RouteContext';

type BodyOf<Body> = Body extends z.ZodObject ? z.output<Body> : null;

/** A route that does something. Each request is on record, refused or not. */
export function command<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodObject | null,
  Response extends z.ZodType,
>(
  route: CommandRoute<Params, Query, Body, Response>,
  entry: Access & {
    /** 200 where nothing else is said. */
    status?: 201 | 202;
    audit: Audit<
      Call<z.output<Params>, z.output<Query>, BodyOf<Body>>,
      z.output<Response>
    >;
    handle(
      context: RouteContext,
      call: Call<z.output<Params>, z.output<Query>, BodyOf<Body>>,
    ): Promise<z.output<Response>>;
  },
): Entry {
  const { audit, status = 200 } = entry;
  return {
    route,
    access: entry,
    status,
    audit: fieldsOf(audit),
    async answer({ context, auditor }, { request, response, caller, signal }) {
      const call = {
        params: check<z.output<Params>>(route.params, request.params),
        query: check<z.output<Query>>(route.query, request.query),
        body: checkBody<BodyOf<Body>>(route.body, request.body),
        caller,
        people: { kind: 'none' as const },
        signal,
      };
      const { trail } = context;
      const onRecord = { auditor, trail, request, caller };
      const answer = await audited(onRecord, audit, call, async () => {
        const people = await authorize(entry, caller, call.query, context);
        return entry.handle(context, { ...call, people });
      });
      response.status(status).json(answer);
    },
  };
}
