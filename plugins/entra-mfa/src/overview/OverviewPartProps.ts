import type { Overview } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** Props of a part of the overview. */
export interface OverviewPartProps {
  overview: Overview;
  counts: NonNullable<Overview['counts']>;
}
