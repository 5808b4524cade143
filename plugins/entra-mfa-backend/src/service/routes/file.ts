import type { FileFormat } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { FileRoute } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import type { z } from 'zod';
import type { ListFile } from '../exports/ListFile';
import { sendFile } from '../exports/sendFile';
import type { Access } from './Access';
import { audited, fieldsOf } from './audited';
import { authorize } from './authorize';
import { check } from './check';
import type { Audit, Call, Entry } from './Entry';
import type { RouteContext } from './RouteContext';

/** A route that answers with a file, which names people where `names` is given. */
export function file<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  File,
  Row,
>(
  route: FileRoute<Params, Query>,
  entry: Access & {
    audit: Omit<
      Audit<
        Call<z.output<Params>, z.output<Query>>,
        { file: File; rows: number }
      >,
      'severity'
    >;
    /** What the file is of, found before the first row is sent. */
    open(
      context: RouteContext,
      call: Call<z.output<Params>, z.output<Query>>,
    ): Promise<File>;
    file(opened: File): ListFile<Row>;
  },
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
      const { format } = params as { format: FileFormat };
      const query = check<z.output<Query>>(route.query, request.query);
      const isNamed = (query as { names?: boolean }).names === true;
      const call = { params, query, body: null, caller, signal };
      const audit = {
        ...entry.audit,
        severity: isNamed ? ('high' as const) : ('medium' as const),
      };
      const asked = { ...call, people: { kind: 'none' as const } };
      let opened: File | undefined;
      const onRecord = {
        auditor: tools.auditor,
        trail: tools.context.trail,
        request,
        caller,
        tenantOf: () => opened && tenantOfFile(opened),
      };
      await audited(onRecord, audit, asked, async () => {
        const send = async () => {
          const people = await authorize(entry, caller, query, tools.context);
          opened = await entry.open(tools.context, { ...call, people });
          return sendFile(response, entry.file(opened), format);
        };
        const rows = isNamed
          ? await tools.reads.file(caller.credentials, send)
          : await send();
        return { file: opened as File, rows };
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
