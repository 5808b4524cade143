import { startSimulator } from 'entra-simulator';
import { DateTime } from 'luxon';
import { answer, inputOf } from './childProcess';

/** What a benchmark knows of the tenant that it reads. */
export interface BenchTenant {
  url: string;
  tenantId: string;
  clientId: string;
  clientSecret: string;
  certificate: string;
}

/** A simulated tenant that answers as fast as it can: it keeps its pages, and limits nobody unless it is told to. */
async function main() {
  const {
    people,
    limited = false,
    place = 0,
  } = inputOf<{
    people: number;
    limited?: boolean;
    /** Of which of many tenants, each of which is another. */
    place?: number;
  }>();
  const { url, tenantId, clientId, clientSecret, certificate } =
    await startSimulator({
      size: people,
      ...(place > 0 && { seed: place, tenantId: idOf(place) }),
      frozenClock: true,
      ...(limited
        ? { timelineStart: DateTime.now().minus({ days: 90 }).toJSDate() }
        : { reportLimit: false }),
      cachedPages: 5_000,
    });
  const tenant: BenchTenant = {
    url,
    tenantId,
    clientId,
    clientSecret,
    certificate,
  };
  answer(tenant);
}

function idOf(place: number): string {
  return `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;
}

main();
