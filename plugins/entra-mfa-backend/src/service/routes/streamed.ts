import type { AnyRoute } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import type { Response } from 'express';
import type { z } from 'zod';
import type { Access } from './Access';
import { audited, fieldsOf } from './audited';
import { authorize } from './authorize';
import { check } from './check';
import type { Audit, Call, Entry } from './Entry';
import type { RouteContext } from './RouteContext';

/** What a route that answers row by row is made of. */
export interface Streamed<Params, Query, Opened> extends Access {
  audit: Omit<
    Audit<Call<Params, Query>, { file: Opened; rows: number }>,
    'severity'
  >;
  /** What the answer is of, found before the first row is sent. */
  open(context: RouteContext, call: Call<Params, Query>): Promise<Opened>;
}

/** A route that answers row by row, and names people where `names` is given. */
export function streamed<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Opened,
>(
  route: AnyRoute & { params: Params; query: Query },
  entry: Streamed<z.output<Params>, z.output<Query>, Opened>,
  /** @returns how many rows were sent */
  send: (
    response: Response,
    opened: Opened,
    params: z.output<Params>,
  ) => Promise<number>,
): Entry {
  return {
    route,
    access: entry,
    status: 200,
    audit: {
      ...fieldsOf({ ...entry.audit, severity: 'medium' }),
      severity:
        'names' in route.query.shape ? 'medium; with names high' : 'medium',
    },
    async answer(tools, { request, response, caller, signal }) {
      const params = check<z.output<Params>>(route.params, request.params);
      const query = check<z.output<Query>>(route.query, request.query);
      const isNamed = (query as { names?: boolean }).names === true;
      const call = { params, query, body: null, caller, signal };
      const audit = {
        ...entry.audit,
        severity: isNamed ? ('high' as const) : ('medium' as const),
      };
      const asked = { ...call, people: { kind: 'none' as const } };
      let opened: Opened | undefined;
      const onRecord = {
        auditor: tools.auditor,
        trail: tools.context.trail,
        request,
        caller,
        tenantOf: () => opened && tenantOfFile(opened),
      };
      await audited(onRecord, audit, asked, async () => {
        const answer = async () => {
          const people = await authorize(entry, caller, query, tools.context);
          opened = await entry.open(tools.context, { ...call, people });
          return send(response, opened, params);
        };
        const rows = isNamed
          ? await tools.reads.file(caller.credentials, answer)
          : await answer();
        return { file: opened as Opened, rows };
      });
    },
  };
}

/** Files say of which tenant they are, each in its own word. */
function tenantOfFile(opened: unknown): string | undefined {
  const { tenantId, tenant } = opened as {
    tenantId?: string | null;
    tenant?: string | null;
  };
  return tenantId ?? tenant ?? undefined;
}
