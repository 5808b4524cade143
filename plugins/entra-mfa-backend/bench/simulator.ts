import { startSimulator } from 'entra-simulator';
import { answer, inputOf } from './childProcess';

/** What a benchmark knows of the tenant that it reads. */
export interface BenchTenant {
  url: string;
  tenantId: string;
  clientId: string;
  clientSecret: string;
  certificate: string;
}

/** A simulated tenant that answers as fast as it can: it keeps its pages, and limits nobody. */
async function main() {
  const { people } = inputOf<{ people: number }>();
  const { url, tenantId, clientId, clientSecret, certificate } =
    await startSimulator({
      size: people,
      frozenClock: true,
      reportLimit: false,
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

main();
