import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Writes a folder of Graph response bodies for the simulator, one list for each endpoint, and returns
 * its path.
 *
 * @param lists - rows by the endpoint: `/users`
 */
export async function writeTenantFolder(
  lists: Readonly<Record<string, readonly unknown[]>>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tenant-'));
  for (const [endpoint, value] of Object.entries(lists)) {
    const name = `v1.0${endpoint.replaceAll('/', '.')}.json`;
    await writeFile(join(folder, name), JSON.stringify({ value }));
  }
  return folder;
}
