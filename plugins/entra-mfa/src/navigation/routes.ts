import { createRouteRef } from '@backstage/core-plugin-api';

/** The KPI page. @public */
export const rootRouteRef = createRouteRef({ id: 'entra-mfa' });
