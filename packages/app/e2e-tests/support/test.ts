import { test as base } from '@playwright/test';
import { browserPath } from './browser';
import { Portal, type DemoDatabase } from './Portal';

/** People of the simulated tenant. */
export const people = {
  /** Leads Payments, a team with a gap. */
  lead: 'user:default/maya.oduya_contoso.com',
  /** Leads Security, whose members may see everybody by name. */
  security: 'user:default/jonas.lindqvist_contoso.com',
};

/** What a project chooses. */
export interface Choice {
  user: string;
  database: DemoDatabase;
}

/** Tests of the demo's portal, which is started once for each user who signs in. */
export const test = base.extend<object, Choice & { portal: Portal }>({
  user: [people.lead, { option: true, scope: 'worker' }],
  database: ['sqlite', { option: true, scope: 'worker' }],
  portal: [
    async ({ user, database }, use) => {
      const portal = await Portal.start(user, database);
      base.expect(portal.running).toMatchObject({ user, database });
      await use(portal);
      await portal.stop();
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  launchOptions: [
    async ({ launchOptions }, use) =>
      use({
        ...launchOptions,
        executablePath: browserPath,
        args: [
          '--headless=shell',
          '--no-sandbox',
          '--disable-gpu',
          '--disable-dev-shm-usage',
        ],
      }),
    { scope: 'worker' },
  ],
  baseURL: ({ portal }, provide) => provide(portal.running.portalUrl),
});

export { expect } from '@playwright/test';
