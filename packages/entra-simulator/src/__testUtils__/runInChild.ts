import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Simulator } from '../startSimulator';

/**
 * Runs a script in a process of its own that trusts the simulator's certificate: Node reads
 * `NODE_EXTRA_CA_CERTS` only when it starts. Returns what the script writes, read as JSON.
 */
export async function runInChild(
  simulator: Simulator,
  script: string,
): Promise<unknown> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['-e', `(async () => {${script}})()`],
    {
      // Where the clients are found.
      cwd: resolvePackagePath('entra-simulator'),
      maxBuffer: 64 * 1024 * 1024,
      env: {
        PATH: process.env.PATH,
        NODE_EXTRA_CA_CERTS: simulator.certificatePath,
        SIMULATOR: JSON.stringify({
          url: simulator.url,
          port: simulator.port,
          tenantId: simulator.tenantId,
          clientId: simulator.clientId,
          clientSecret: simulator.clientSecret,
        }),
        IDENTITY_ENDPOINT: simulator.msiUrl,
        IDENTITY_HEADER: simulator.identityHeader,
      },
    },
  );
  return JSON.parse(stdout);
}
