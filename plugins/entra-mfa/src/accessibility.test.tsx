import { screen } from '@testing-library/react';
import axe from 'axe-core';
import { renderPortal } from '../dev/testing/renderPortal';
import type { Scenario } from '../dev/fixture/scenarios';

// jsdom draws nothing, so contrast is checked in a browser; everything else holds here too.
const options = { rules: { 'color-contrast': { enabled: false } } };

it.each<[string, Scenario, RegExp]>([
  ['/entra-mfa', 'privileged', /people in scope/],
  ['/entra-mfa/teams', 'healthy', /^Engineering$/],
  ['/entra-mfa/people', 'healthy', /^1–25 of/],
  ['/entra-mfa/exceptions', 'healthy', /^ends soon$/],
  ['/entra-mfa/breakglass', 'healthy', /fail a check/],
  ['/entra-mfa/breakglass', 'hidden-names', /fail a check/],
  ['/entra-mfa/services', 'hidden-names', /^whose owners/],
  ['/entra-mfa/data', 'needs-attention', /failed, nothing published/],
  ['/entra-mfa', 'held', /figure is held/],
  ['/entra-mfa/whatif?phoneOff=true', 'healthy', /^Assumed, not the figure/],
  ['/entra-mfa', 'not-configured', /^AuditLog\.Read\.All$/],
  ['/entra-mfa', 'no-consent', /first read has not succeeded/],
  ['/entra-mfa', 'needs-attention', /consent window/],
  ['/entra-mfa', 'first-run', /13,986 rows/],
  ['/entra-mfa', 'failed', /The database is away/],
])('finds nothing wrong with %s (%s)', async (path, scenario, text) => {
  renderPortal(path, { scenario });
  await screen.findByText(text);
  const { violations } = await axe.run(screen.getByRole('main'), options);
  expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
});
