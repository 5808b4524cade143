import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startSimulator } from '../simulator.mjs';

/** A simulated tenant of which nobody has heard before. */
export async function startTenant(folder, portalUrl) {
  const directory = join(folder, 'tenant');
  mkdirSync(directory, { recursive: true });
  const secret = () => randomBytes(24).toString('base64url');
  const state = {
    clientSecret: secret(),
    connectSecret: secret(),
    identityHeader: secret(),
    // Its first day: four in five of its people have registered.
    timelineStart: new Date().toISOString(),
  };
  return startSimulator({ state, directory, portalUrl });
}
