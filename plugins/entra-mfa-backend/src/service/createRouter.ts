import type {
  AuditorService,
  AuthService,
  HttpAuthService,
  LifecycleService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import {
  entraMfaPersonResourceRef,
  type EntraMfaClock,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Knex } from 'knex';
import type { Framework } from '../assess/controls/framework';
import type { Collector } from '../collectors/types';
import type { EntraMfaConfig } from '../config/types';
import type { EvidenceLogs } from '../evidence/EvidenceLogs';
import type { GraphPageSource } from '../graph/GraphPageSource';
import type { SyncService } from '../sync/types';
import { AssessmentReader } from './assessments/AssessmentReader';
import { AssessmentService } from './assessments/AssessmentService';
import type { ConnectService } from './connect/ConnectService';
import type { ForgetService } from './connect/ForgetService';
import type { NamedSink } from './connections/getSinks';
import { ExceptionService } from './exceptions/ExceptionService';
import { KeptPdfs } from '../report/KeptPdfs';
import { KeptPictures } from './pictures/KeptPictures';
import { ReviewService } from './reviews/ReviewService';
import { addRoutes } from './routes/addRoutes';
import { Authorizer } from './routes/Authorizer';
import { NameBudget } from './routes/NameBudget';
import { NameReads } from './routes/NameReads';
import { refuseDeepBodies } from './routes/refuseDeepBodies';
import { registerPermissions } from './routes/registerPermissions';
import { Shares } from './routes/Shares';
import type { TrailOfTenants } from './routes/TrailOfTenants';
import { Snapshots } from './Snapshots';
import { WhatIfService } from './whatIf/WhatIfService';

/** Everybody is assessed for each, one after the other: the last in this queue waits long enough. */
const MOST_WHAT_IFS = { each: 3, all: 12 };
/** A pattern is matched with every name of the tenant. */
const MOST_RULES = { each: 1, all: 5 };
/** Each asks Graph a dozen times. */
const MOST_CHECKS = { each: 1, all: 3 };

/** What the API is made of. */
export interface RouterOptions {
  auditor: AuditorService;
  auth: AuthService;
  httpAuth: HttpAuthService;
  lifecycle: LifecycleService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  userInfo: UserInfoService;
  config: EntraMfaConfig;
  knex: Knex;
  clock: EntraMfaClock;
  sync: SyncService;
  /** What reads each tenant, by its id. */
  graph: ReadonlyMap<string, GraphPageSource>;
  /** The frameworks whose controls are tested. */
  frameworks: readonly Framework[];
  /** Every data set that is read. */
  collectors: readonly Collector[];
  logger: LoggerService;
  trail: TrailOfTenants;
  /** The tenants that are read, by their ids: see `ConnectedTenants`. */
  tenantIds: readonly string[];
  connect: ConnectService;
  evidence: EvidenceLogs;
  forget: ForgetService;
  /** Where evidence may be pushed to. */
  sinks: readonly NamedSink[];
  /** Hears that an exception was asked for, or decided on. */
  exceptionStepTaken(tenantId: string): void;
}

/** The API of the plugin, as `entra-mfa-common` describes it: see `routeTable`. */
export async function createRouter(options: RouterOptions): Promise<Router> {
  const { auditor, auth, config, httpAuth, permissionsRegistry } = options;
  registerPermissions(permissionsRegistry, options.knex);

  const snapshots = new Snapshots(
    options.knex,
    options.clock,
    options.tenantIds,
  );
  const context = { ...options, snapshots };
  const reads = new NameReads(auditor, new NameBudget(config.names.perMinute));
  options.lifecycle.addShutdownHook(() => reads.stop());

  const assessmentReader = new AssessmentReader(context);

  const router = PromiseRouter();
  router.use(express.json(), refuseDeepBodies);
  addRoutes(router, {
    auditor,
    auth,
    httpAuth,
    reads,
    userInfo: options.userInfo,
    authorizer: new Authorizer(
      options.permissions,
      createConditionTransformer(
        permissionsRegistry.getPermissionRuleset(entraMfaPersonResourceRef),
      ),
    ),
    context: {
      ...context,
      assessments: new AssessmentService(context, assessmentReader),
      assessmentReader,
      exceptions: new ExceptionService(context),
      reviews: new ReviewService(context),
      whatIf: new WhatIfService(context),
      pictures: new KeptPictures(options.clock),
      papers: new KeptPdfs(),
      shares: {
        whatIf: new Shares('what-ifs', MOST_WHAT_IFS),
        exceptionRules: new Shares('exceptions by rule', MOST_RULES),
        checks: new Shares('checks', MOST_CHECKS),
      },
    },
  });
  return router;
}
