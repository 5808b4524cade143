import { type RouteName } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { routes } from '@entra-mfa/backstage-plugin-entra-mfa-common/contract';
import { everyRoute, signedIn } from '../../src/__testUtils__/everyRoute';
import type { Caller } from '../callers';
import type { History } from '../History';
import type { ReplicaNumber } from '../steps';
import { marks, type TenantMark } from '../world/marks';
import { hold } from './LawBrokenError';

interface Request {
  method: string;
  path: string;
  body: object | undefined;
  caller: Caller;
  /** The status that the table of the API's tests has for the caller. */
  status: number | null;
}

/** Where the body names the tenant; elsewhere the query or the path does. */
const inBody = ['/assessments', '/exceptions', '/reviews'];

const callers: readonly Caller[] = [...signedIn, 'anonymous', 'attacker'];

/** Every request of the table by everybody, for one tenant. */
function requestsOf(mark: TenantMark): Request[] {
  const { tenantId } = marks[mark];
  return Object.entries(everyRoute).flatMap(([name, rows]) =>
    rows.flatMap(({ request, body, statuses }) => {
      const [method, path] = request.split(' ');
      const there = path.replaceAll(marks.a.tenantId, tenantId);
      const glue = there.includes('?') ? '&' : '?';
      const route = routes[name as RouteName];
      const takesTenant = 'tenant' in route.query.shape;
      return callers.map(caller => ({
        method,
        path: takesTenant ? `${there}${glue}tenant=${tenantId}` : there,
        body:
          body && inBody.includes(path) ? { ...body, tenant: tenantId } : body,
        caller,
        status:
          statuses[(signedIn as readonly Caller[]).indexOf(caller)] ?? null,
      }));
    }),
  );
}

/** Callers of every kind ask for everything, or for some of it: nobody gets what is refused to them. */
export async function sweep(
  history: History,
  mark: TenantMark,
  replica: ReplicaNumber,
  { some, from } = { some: Infinity, from: 0 },
): Promise<void> {
  const { api, port } = history.viewpoint(mark, replica);
  const requests = requestsOf(mark);
  for (let i = 0; i < Math.min(some, requests.length); i += 1) {
    // A step that has nothing in common with their number comes to all of them.
    const at = (from * some + i) * 101;
    const request = requests[(some === Infinity ? i : at) % requests.length];
    const { method, path, body, caller, status } = request;
    const answer = await api.ask(
      port,
      { method, path, body },
      { caller, mark },
    );
    const refused = refusalsOf(caller, status);
    hold(
      'Nobody is answered what is refused to them',
      refused === null || refused.includes(answer.status),
      () =>
        `${caller} asked ${method} ${path}: ${
          answer.status
        } ${answer.text.slice(0, 300)}`,
    );
  }
}

/** How somebody may be refused; null for who need not be. */
function refusalsOf(caller: Caller, status: number | null): number[] | null {
  if (caller === 'anonymous') {
    return [401];
  }
  // Of what is not there, too, and of too many requests.
  return status === 403 ? [403, 404, 429] : null;
}
