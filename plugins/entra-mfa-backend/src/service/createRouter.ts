import type {
  AuditorService,
  AuthService,
  HttpAuthService,
  LifecycleService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import {
  entraMfaPersonResourceRef,
  type EntraMfaClock,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Knex } from 'knex';
import type { EntraMfaConfig } from '../config/types';
import type { SyncService } from '../sync/types';
import { Authorizer } from './routes/Authorizer';
import { AuthorizedEntraMfaService } from './AuthorizedEntraMfaService';
import { DefaultEntraMfaService } from './DefaultEntraMfaService';
import { AuthorizedChangesService } from './changes/AuthorizedChangesService';
import { DefaultChangesService } from './changes/DefaultChangesService';
import { AuthorizedExceptionService } from './exceptions/AuthorizedExceptionService';
import { DefaultExceptionService } from './exceptions/ExceptionService';
import { AuthorizedErasureService } from './erasure/AuthorizedErasureService';
import { DefaultErasureService } from './erasure/DefaultErasureService';
import { AuthorizedHoldService } from './holds/AuthorizedHoldService';
import { DefaultHoldService } from './holds/DefaultHoldService';
import { AuthorizedBreakGlassService } from './breakGlass/AuthorizedBreakGlassService';
import { DefaultBreakGlassService } from './breakGlass/DefaultBreakGlassService';
import { AuthorizedReachService } from './reach/AuthorizedReachService';
import { DefaultReachService } from './reach/DefaultReachService';
import { NameBudget } from './routes/NameBudget';
import { refuseDeepBodies } from './routes/refuseDeepBodies';
import { registerPermissions } from './routes/registerPermissions';
import { AuthorizedReviewService } from './reviews/AuthorizedReviewService';
import { DefaultReviewService } from './reviews/ReviewService';
import { addBreakGlassRoutes } from './routers/addBreakGlassRoutes';
import { addChangesRoutes } from './routers/addChangesRoutes';
import { addErasureRoutes } from './routers/addErasureRoutes';
import { addExceptionRoutes } from './routers/addExceptionRoutes';
import { addHoldRoutes } from './routers/addHoldRoutes';
import { addOpenApiRoute } from './routers/addOpenApiRoute';
import { addOverviewRoutes } from './routers/addOverviewRoutes';
import { addPeopleRoutes } from './routers/addPeopleRoutes';
import { addReachRoutes } from './routers/addReachRoutes';
import { addReviewRoutes } from './routers/addReviewRoutes';
import { addRunRoutes } from './routers/addRunRoutes';
import { addStatusRoutes } from './routers/addStatusRoutes';
import { addTeamRoutes } from './routers/addTeamRoutes';
import { NameReads } from './routes/NameReads';
import { addWhatIfRoutes } from './routers/addWhatIfRoutes';
import { Snapshots } from './Snapshots';
import { AuthorizedWhatIfService } from './whatIf/AuthorizedWhatIfService';
import { DefaultWhatIfService } from './whatIf/WhatIfService';

/** What the API is made of. */
export interface RouterOptions {
  auditor: AuditorService;
  auth: AuthService;
  httpAuth: HttpAuthService;
  lifecycle: LifecycleService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  config: EntraMfaConfig;
  knex: Knex;
  clock: EntraMfaClock;
  sync: SyncService;
  logger: LoggerService;
}

/** The API of the plugin, as `entra-mfa-common` describes it. */
export async function createRouter(options: RouterOptions): Promise<Router> {
  const { auditor, auth, httpAuth, permissions, permissionsRegistry, knex } =
    options;
  registerPermissions(permissionsRegistry, knex);
  const authorizer = new Authorizer(
    permissions,
    createConditionTransformer(
      permissionsRegistry.getPermissionRuleset(entraMfaPersonResourceRef),
    ),
  );
  const service = new AuthorizedEntraMfaService({
    inner: new DefaultEntraMfaService(options),
    auth,
    authorizer,
  });

  const budget = new NameBudget(options.config.names.perMinute);
  const reads = new NameReads(auditor, budget);
  options.lifecycle.addShutdownHook(() => reads.stop());

  const router = PromiseRouter();
  router.use(express.json(), refuseDeepBodies);
  addOpenApiRoute(router, httpAuth);
  for (const addRoutes of [
    addOverviewRoutes,
    addTeamRoutes,
    addPeopleRoutes,
    addRunRoutes,
    addStatusRoutes,
  ]) {
    addRoutes(router, { service, httpAuth, auditor, reads });
  }
  const tenantIds = options.config.tenants.map(({ tenantId }) => tenantId);
  const snapshots = new Snapshots(knex, options.clock, tenantIds);
  const holds = new AuthorizedHoldService({
    inner: new DefaultHoldService({ ...options, snapshots }),
    auth,
    authorizer,
  });
  const changes = new AuthorizedChangesService(
    new DefaultChangesService({ ...options, snapshots }),
    authorizer,
  );
  addChangesRoutes(router, { changes, httpAuth, reads });
  addHoldRoutes(router, { holds, httpAuth, auditor });
  const breakGlass = new AuthorizedBreakGlassService({
    inner: new DefaultBreakGlassService({ ...options, snapshots }),
    auth,
    authorizer,
  });
  addBreakGlassRoutes(router, { breakGlass, httpAuth, auditor, reads });
  const whatIf = new AuthorizedWhatIfService({
    inner: new DefaultWhatIfService({ ...options, snapshots }),
    authorizer,
  });
  addWhatIfRoutes(router, { whatIf, httpAuth });
  const exceptions = new AuthorizedExceptionService({
    inner: new DefaultExceptionService({ ...options, snapshots }),
    auth,
    authorizer,
  });
  addExceptionRoutes(router, { exceptions, httpAuth, auditor, reads });
  const reach = new AuthorizedReachService(
    new DefaultReachService({ ...options, snapshots }),
    authorizer,
  );
  addReachRoutes(router, { reach, httpAuth, reads });
  const reviews = new AuthorizedReviewService({
    inner: new DefaultReviewService({ ...options, snapshots }),
    auth,
    authorizer,
  });
  addReviewRoutes(router, { reviews, httpAuth, auditor, reads });
  const erasure = new AuthorizedErasureService({
    inner: new DefaultErasureService({ ...options, snapshots }),
    auth,
    authorizer,
  });
  addErasureRoutes(router, { erasure, httpAuth, auditor });
  return router;
}
