import type {
  Runs,
  Tenants,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { Portal } from './Portal';

/** Starts a sync as the one who is signed in, and resolves with how it ended. */
export async function syncNow(portal: Portal): Promise<Runs['items'][number]> {
  const { items } = await portal.api<Tenants>('/tenants');
  const before = await newestRun(portal);
  await portal.api(`/tenants/${items[0].id}/sync`, { method: 'POST' });
  for (;;) {
    const run = await newestRun(portal);
    // A run that failed may be gone on with under its number.
    const isAnother =
      run?.number !== before?.number || run?.endedAt !== before?.endedAt;
    if (run && isAnother && run.state !== 'running') {
      return run;
    }
    await new Promise(done => setTimeout(done, 250));
  }
}

async function newestRun(portal: Portal) {
  const { items } = await portal.api<Runs>('/runs?limit=1');
  return items.at(0);
}
