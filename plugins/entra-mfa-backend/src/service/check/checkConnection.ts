import {
  ownerOf,
  type CheckedDataSet,
  type ConnectionCheck,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { asReadOf, withAlternatives } from '../../collectors/alternatives';
import { isExpected } from '../../collectors/isExpected';
import { organization } from '../../collectors/organization';
import { withSince } from '../../collectors/withSince';
import type { Collector, OrganizationBody } from '../../collectors/types';
import {
  ConnectionError,
  GraphRequestError,
  SignInError,
} from '../../graph/errors';
import { explain } from '../../graph/explain';
import type { GraphPageSource } from '../../graph/GraphPageSource';
import type { Snapshots } from '../Snapshots';
import type { ReadContext } from '../types';
import { askOnce } from '../../sync/askOnce';
import { moreThanNeeded } from './moreThanNeeded';
import { verdictOf } from './verdictOf';

/** Somebody waits for it: what has not come by then is told as not answered in time. */
const PATIENCE_MS = 60_000;
const DAY = 86_400_000;

type Premium = OrganizationBody['premium'];
type Checked = Pick<CheckedDataSet, 'verdict' | 'problem' | 'owner' | 'until'>;

const works: Checked = {
  verdict: 'works',
  problem: null,
  owner: null,
  until: null,
};

/**
 * Asks Graph once for each data set that is read of a tenant, at the pace that its syncs keep, and says what
 * works. Nothing that comes is stored.
 *
 * @param signal - ends it when nobody waits for the answer any more
 */
export async function checkConnection(
  context: Pick<ReadContext, 'clock' | 'collectors' | 'config'> & {
    graph: ReadonlyMap<string, GraphPageSource>;
    snapshots: Pick<Snapshots, 'tenantToActOn'>;
  },
  tenant: string,
  signal: AbortSignal,
  patienceMs = PATIENCE_MS,
): Promise<ConnectionCheck> {
  const { clock, collectors, config, graph, snapshots } = context;
  const tenantId = await snapshots.tenantToActOn(tenant);
  const { clientId, switchedOff } = config.tenants.find(
    one => one.tenantId === tenantId,
  )!;
  const source = graph.get(tenantId)!;
  const late = AbortSignal.timeout(patienceMs);
  const either = AbortSignal.any([signal, late]);
  const told = (
    error: unknown,
    collector: Collector | null,
    premium?: Premium,
  ) =>
    explain(late.aborted ? new ConnectionError('timeout') : error, {
      tenantId,
      clientId,
      collector,
      premium,
    }).problem;

  let roles: string[] | null = null;
  const grantedOf = ({ permission }: Collector) =>
    permission && roles ? roles.includes(permission) : null;
  /** A run does without some, and does not ask why; whoever checks wants to know. */
  const namesPermission = (collector: Collector): Collector =>
    collector.optional === 'always' && grantedOf(collector) === false
      ? { ...collector, optional: undefined }
      : collector;

  const read = async (
    collector: Collector,
    premium?: Premium,
  ): Promise<{ rows: unknown[]; checked: Checked }> => {
    try {
      const yesterday = new Date(clock.now().getTime() - DAY).toISOString();
      const rows = await askOnce(source, withSince(collector, yesterday), {
        signal: either,
        premium,
      });
      return { rows, checked: works };
    } catch (error) {
      signal.throwIfAborted();
      const problem = told(error, namesPermission(collector), premium);
      const { code } = problem;
      const verdict = verdictOf(code);
      const until =
        verdict === 'throttled' ? untilOf(error, clock.now()) : null;
      const checked = { verdict, problem, owner: ownerOf(code), until };
      return { rows: [], checked };
    }
  };

  const base = { tenant: tenantId, checkedAt: clock.now().toISOString() };
  try {
    roles = await source.roles(either);
  } catch (error) {
    signal.throwIfAborted();
    const problem = told(error, null);
    return {
      ...base,
      problem,
      owner: ownerOf(problem.code),
      dataSets: [],
      roles: null,
      moreThanNeeded: [],
    };
  }

  const ofGraph = collectors.filter(
    ({ source: of, id }) => of === 'graph' && !switchedOff?.includes(id),
  );
  // First, because what it says tells a missing licence from a fault.
  const first = await read(organization);
  const premium = premiumOf(first.rows);
  const dataSets = await Promise.all(
    ofGraph.map(async (one): Promise<CheckedDataSet> => {
      const collector = asReadOf(one, premium);
      const { id, title, permission } = collector;
      const { checked } =
        id === organization.id ? first : await read(collector, premium);
      const { problem } = checked;
      return {
        dataSet: id,
        title,
        permission,
        ...checked,
        optional: problem !== null && isExpected(problem, collectors),
        granted: grantedOf(collector),
      };
    }),
  );
  return {
    ...base,
    problem: null,
    owner: null,
    dataSets,
    roles,
    moreThanNeeded: moreThanNeeded(roles ?? [], withAlternatives(ofGraph)),
  };
}

function premiumOf([row]: unknown[]): Premium {
  const { data } = organization.row.safeParse(row);
  const [record] = data ? organization.toRecords(data) : [];
  return record?.body.premium as Premium;
}

function untilOf(error: unknown, now: Date): string | null {
  const wait =
    error instanceof GraphRequestError || error instanceof SignInError
      ? error.retryAfterMs
      : null;
  return wait === null ? null : new Date(now.getTime() + wait).toISOString();
}
