import type {
  EvidenceSink,
  EvidenceSinks,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { readDocuments } from '../../store/sinks/documents';
import { readLastPush, readLastTaken } from '../../store/sinks/pushes';
import { toDate, toDateOrNull } from '../../store/sql/instant';
import type { ReadContext } from '../types';

/** A sink, by what it is called. */
export interface NamedSink {
  id: string;
  title: string;
}

/** Where evidence is pushed to, and how that goes: each sink for which the configuration names a tenant that is read. */
export async function getSinks(
  context: Pick<ReadContext, 'knex' | 'config'> & {
    sinks: readonly NamedSink[];
  },
): Promise<EvidenceSinks> {
  const { config, sinks } = context;
  const pushed = sinks.flatMap(({ id, title }) => {
    const tenant = config.sinks[id]?.tenantId;
    return config.tenants.some(one => one.tenantId === tenant)
      ? [{ id, title, tenant }]
      : [];
  });
  return {
    items: await Promise.all(pushed.map(sink => toSink(context, sink))),
  };
}

async function toSink(
  { knex }: Pick<ReadContext, 'knex'>,
  of: NamedSink & { tenant: string },
): Promise<EvidenceSink> {
  const key = { tenantId: of.tenant, sink: of.id };
  const [last, taken, documents] = await Promise.all([
    readLastPush(knex, key),
    readLastTaken(knex, key),
    readDocuments(knex, key),
  ]);
  const problems = [last?.problem, documents.problem].flatMap(one => one ?? []);
  const state = () => {
    if (problems.length > 0) return 'failed';
    return taken ? 'taken' : 'waiting';
  };
  return {
    ...of,
    state: state(),
    taken: taken && {
      snapshot: taken.snapshot,
      people: taken.people ?? 0,
      at: toDate(taken.taken_at!).toISOString(),
    },
    triedAt: toDateOrNull(last?.tried_at ?? null)?.toISOString() ?? null,
    problems: [...new Set(problems)],
    documents: documents.taken,
  };
}
