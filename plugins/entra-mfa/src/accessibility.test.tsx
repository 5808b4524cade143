import { screen } from '@testing-library/react';
import axe from 'axe-core';
import { renderPortal } from '../dev/testing/renderPortal';
import type { Scenario } from '../dev/answers/scenarios';

// jsdom draws nothing, so contrast is checked in a browser; everything else holds here too.
const options = { rules: { 'color-contrast': { enabled: false } } };

const connection =
  '/entra-mfa/connections/0a1b2c3d-0000-4000-8000-000000000001';

it.each<[string, Scenario, RegExp]>([
  ['/entra-mfa', 'healthy', /people counted/],
  ['/entra-mfa', 'no-roles', /people counted/],
  ['/entra-mfa/teams', 'healthy', /^Engineering$/],
  ['/entra-mfa/people', 'healthy', /^1–25 of/],
  ['/entra-mfa/compliance/controls', 'healthy', /evaluated controls/],
  ['/entra-mfa/compliance/controls/mfa/MFA-01', 'healthy', /^Ada Berg, /],
  ['/entra-mfa/compliance/assessments/2', 'assessments', /days met/],
  ['/entra-mfa/compliance/exceptions', 'healthy', /^ends soon$/],
  ['/entra-mfa/compliance/break-glass', 'healthy', /fail a check/],
  ['/entra-mfa/compliance/break-glass', 'counts-only', /fail a check/],
  ['/entra-mfa/compliance/reminders', 'healthy', /^No campaigns yet$/],
  ['/entra-mfa/services', 'counts-only', /^whose owners/],
  ['/entra-mfa/connections', 'stale', /^Needs attention$/],
  [`${connection}/data-sets`, 'needs-attention', /^skipped$/],
  [`${connection}/runs`, 'stale', /failed, nothing published/],
  [`${connection}/trail`, 'healthy', /^Connected$/],
  ['/entra-mfa', 'held', /figure is held/],
  [
    '/entra-mfa/overview/what-if?phoneOff=true',
    'healthy',
    /^Assumed, not the figure/,
  ],
  ['/entra-mfa', 'not-configured', /^RoleManagement\.Read\.Directory$/],
  ['/entra-mfa', 'no-consent', /first read has not succeeded/],
  ['/entra-mfa', 'needs-attention', /consent window/],
  ['/entra-mfa', 'first-run', /rows in \d+ pages read/],
  ['/entra-mfa', 'failed', /The database is away/],
])('finds nothing wrong with %s (%s)', async (path, scenario, text) => {
  renderPortal(path, { scenario });
  expect((await screen.findAllByText(text)).length).toBeGreaterThan(0);
  const { violations } = await axe.run(screen.getByRole('main'), options);
  expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
});
