import {
  coreServices,
  createBackendPlugin,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  entraMfaClockExtensionPoint,
  entraMfaComplianceExtensionPoint,
  entraMfaDataSetsExtensionPoint,
  entraMfaEvidenceSignerExtensionPoint,
  entraMfaEvidenceSinksExtensionPoint,
  entraMfaKeyServiceExtensionPoint,
  entraMfaNotifiersExtensionPoint,
  entraMfaServiceRef,
  entraMfaStartExtensionPoint,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { securityInfoUrls } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { registerActions } from './actions/registerActions';
import { AddedDataSets } from './collectors/AddedDataSets';
import { readsOf } from './assess/scope/readsOf';
import { collectorsFor } from './collectors/collectorsFor';
import { readEntraMfaConfig } from './config/readEntraMfaConfig';
import { checkCredentials } from './credentials/checkCredentials';
import { findEndingCredentials } from './notifications/findEndingCredentials';
import { ConnectionMetrics } from './connections/ConnectionMetrics';
import { Connections } from './connections/Connections';
import { findExceptionSteps } from './notifications/findExceptionSteps';
import { findEndingExceptions } from './notifications/findEndingExceptions';
import { Forgettings, refuseBegun } from './connections/Forgettings';
import { forgetOldEvents } from './connections/forgetOldEvents';
import { forgetOldReads } from './connections/forgetOldReads';
import { AddedNotifiers } from './notifications/AddedNotifiers';
import { findCheckpoint } from './notifications/findCheckpoint';
import { findControlChanges } from './notifications/findControlChanges';
import { findEpisodes } from './notifications/findEpisodes';
import { findMonth } from './notifications/findMonth';
import { findHolds } from './notifications/findHolds';
import { findLostRegistrations } from './notifications/findLostRegistrations';
import { NoticeSender } from './notifications/NoticeSender';
import { findEscalations } from './reminders/findEscalations';
import { findReviewNews } from './reminders/findReviewNews';
import { ReminderSender } from './reminders/ReminderSender';
import { ReviewerReminders } from './reminders/ReviewerReminders';
import { PortalKeyService } from './sealing/PortalKeyService';
import { placeOfApplication, placeOfReader } from './sealing/places';
import { readFileKeys } from './sealing/readFileKeys';
import { Safe } from './sealing/Safe';
import { CheckpointOutlets } from './evidence/CheckpointOutlets';
import { EvidenceLogs } from './evidence/EvidenceLogs';
import { PortalSigner } from './evidence/PortalSigner';
import { TimestampAuthority } from './evidence/TimestampAuthority';
import { assessmentPaper } from './service/assessments/assessmentPaper';
import { ConnectService } from './service/connect/ConnectService';
import { ForgetService } from './service/connect/ForgetService';
import { createRouter } from './service/createRouter';
import { ReviewOpener } from './service/reviews/ReviewOpener';
import { openPaths } from './service/routes/addRoutes';
import { Snapshots } from './service/Snapshots';
import { warnOfAccess } from './service/warnOfAccess';
import { AddedControls } from './controls/AddedControls';
import { alignFreshness } from './controls/alignFreshness';
import { checkPictures } from './controls/checkPictures';
import { frameworksFor } from './controls/frameworksFor';
import { refuseUnknownDataSets } from './connections/canBeSwitchedOff';
import { AddedSinks } from './sinks/AddedSinks';
import { EvidencePusher } from './sinks/EvidencePusher';
import { warnOfSinks } from './sinks/warnOfSinks';
import { migrate } from './store/sql/migrate';
import { CatalogFollower } from './sync/CatalogFollower';
import { createSync } from './sync/createSync';
import { ConnectedTenants } from './sync/ConnectedTenants';
import { CredentialWatch } from './sync/CredentialWatch';
import { openScheduler } from './sync/openScheduler';
import { scheduleUntilDone } from './sync/scheduleUntilDone';
import { PluginClock } from './sync/PluginClock';
import { StartHook } from './sync/StartHook';
import { SyncTasks } from './sync/SyncTasks';
import { UnstoredEnds } from './sync/UnstoredEnds';
import { warnOfStaleness } from './sync/warnOfStaleness';

/**
 * Syncs MFA registration from Microsoft Graph, keeps its history and serves coverage per team.
 *
 * @public
 */
export const entraMfaPlugin = createBackendPlugin({
  pluginId: 'entra-mfa',
  register(env) {
    const clock = new PluginClock();
    env.registerExtensionPoint(entraMfaClockExtensionPoint, clock);
    const startHook = new StartHook();
    env.registerExtensionPoint(entraMfaStartExtensionPoint, startHook);
    const keyService = new PortalKeyService();
    env.registerExtensionPoint(entraMfaKeyServiceExtensionPoint, keyService);
    const added = new AddedDataSets();
    env.registerExtensionPoint(entraMfaDataSetsExtensionPoint, added);
    const addedControls = new AddedControls();
    env.registerExtensionPoint(entraMfaComplianceExtensionPoint, addedControls);
    const portalSigner = new PortalSigner();
    env.registerExtensionPoint(
      entraMfaEvidenceSignerExtensionPoint,
      portalSigner,
    );
    const addedNotifiers = new AddedNotifiers();
    env.registerExtensionPoint(entraMfaNotifiersExtensionPoint, addedNotifiers);
    const addedSinks = new AddedSinks();
    env.registerExtensionPoint(entraMfaEvidenceSinksExtensionPoint, addedSinks);

    env.registerInit({
      deps: {
        actions: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        rootConfig: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        entraMfa: entraMfaServiceRef,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        plugins: coreServices.rootSystemMetadata,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(services) {
        const configured = readEntraMfaConfig(services.rootConfig);
        await checkCredentials(configured, clock.now());
        const fileKeys = await readFileKeys(configured.connect);
        const signer = await portalSigner.read(configured.evidence);
        await migrate(services.database, services.logger);
        await openScheduler(services);
        const knex = await services.database.getClient();

        const [key, ...otherKeys] = [
          ...(keyService.service ? [keyService.service] : []),
          ...fileKeys,
        ];
        const safe = key
          ? new Safe({ ...services, keys: [key, ...otherKeys], knex, clock })
          : null;
        await safe?.rewrap();
        const tenants = new ConnectedTenants(
          configured,
          clock,
          ({ tenantId, kind }) =>
            safe?.at(
              kind === 'application'
                ? placeOfApplication(tenantId)
                : placeOfReader(tenantId),
            ) ?? null,
        );
        const config = { ...configured, tenants: tenants.all };
        await tenants.refresh(knex);
        await refuseBegun(knex, configured.tenants);

        const ends = new UnstoredEnds();
        const collectors = collectorsFor(
          { ...config, scope: readsOf(config.scopeRules) },
          added.collectors,
        );
        refuseUnknownDataSets(config.tenants, collectors);
        const frameworks = frameworksFor(config.compliance, addedControls);
        checkPictures(config.pictures, frameworks);
        const { graph, ids: tenantIds } = tenants;
        const metrics = new ConnectionMetrics({
          ...services,
          config,
          knex,
          clock,
        });
        const sync = createSync({
          ...services,
          collectors,
          frameworks,
          addedTests: addedControls.tests,
          graph,
          config,
          knex,
          clock,
          ends,
          throttled: tenantId => metrics.throttled(tenantId),
        });
        const connections = new Connections({
          ...services,
          config,
          collectors,
          knex,
          clock,
          ended: (tenantId, run) => metrics.ended(tenantId, run),
        });
        const { timestampAuthority, checkpoints } = config.evidence;
        const evidence = new EvidenceLogs({
          ...services,
          name: config.evidence.name,
          signer,
          timestamps: timestampAuthority
            ? new TimestampAuthority({ ...services, url: timestampAuthority })
            : null,
          outlets: new CheckpointOutlets({ ...services, ...checkpoints }),
          knex,
        });
        const forgettings = new Forgettings({
          ...services,
          config,
          knex,
          clock,
        });
        const alarms = { ...config, knex, clock };
        const episodes = findEpisodes(alarms);
        const held = findHolds(alarms);
        const lost = findLostRegistrations(alarms);
        const controls = findControlChanges({ ...alarms, frameworks });
        const ending = findEndingExceptions(alarms);
        const exceptionSteps = findExceptionSteps(alarms);
        const month = findMonth(alarms);
        const checkpoint = findCheckpoint(alarms);
        const endingCredentials = findEndingCredentials(alarms);
        const credentials = new CredentialWatch({ ...services, ...alarms });
        const sender = new NoticeSender({
          ...services,
          notifiers: addedNotifiers.notifiers,
          knex,
          clock,
        });
        const reminders = new ReminderSender({
          ...services,
          knex,
          clock,
          securityInfoUrl: tenantId =>
            securityInfoUrls[
              config.tenants.find(one => one.tenantId === tenantId)?.cloud ??
                'global'
            ],
        });
        const escalations = findEscalations(alarms);
        const opener = new ReviewOpener({ ...services, ...alarms, config });
        const reviewers = new ReviewerReminders({ ...services, ...alarms });
        const reviewNews = findReviewNews(alarms);
        const follower = new CatalogFollower({ ...services, knex, clock });
        const tasks = new SyncTasks({
          tenantIds,
          schedule: config.schedule,
          ...config.pace,
          scheduler: services.scheduler,
          knex,
          clock,
          logger: services.logger,
          ends,
          sync: async (tenantId, signal) => {
            // A run that holds the figure is a failed one, and so is one whose credential has ended.
            await sync(tenantId, signal).finally(async () => {
              await connections.look(tenantId);
              await sender.tell(tenantId, episodes);
              await sender.tell(tenantId, held);
              await sender.tell(tenantId, endingCredentials);
              await credentials.look(tenantId);
            });
            await evidence.sign(tenantId);
            await sender.tell(tenantId, lost);
            await sender.tell(tenantId, controls);
            await sender.tell(tenantId, ending);
            await sender.tell(tenantId, exceptionSteps);
            await sender.tell(tenantId, month);
            await sender.tell(tenantId, checkpoint);
          },
          published: (tenantId, syncAgain) =>
            follower.published(tenantId, syncAgain),
        });
        const reading = {
          ...{ collectors, frameworks, config, knex, clock, evidence },
          sync: tasks,
          snapshots: new Snapshots(knex, clock, tenantIds),
        };
        const pusher = new EvidencePusher({
          ...services,
          ...{ config, knex, clock },
          sinks: addedSinks.sinks,
          paperOf: (tenantId, assessment) =>
            assessmentPaper(reading, tenantId, assessment),
        });
        /** Follows tenants that came and went, on this replica. */
        const followTenants = async () =>
          tasks.follow(await tenants.refresh(knex));
        /** What the clock does: nobody syncs, and figures age. */
        const followConnections = async () => {
          await connections.lookAtAll();
          // A database that is away is told of by the look.
          const known = await connections.tenantIds().catch(() => tenantIds);
          for (const tenantId of known) {
            await sender.tell(tenantId, episodes);
          }
        };
        const stopped = new AbortController();
        const scheduleIn =
          (scope: 'global' | 'local') =>
          (
            what: string,
            task: Omit<
              Parameters<SchedulerService['scheduleTask']>[0],
              'scope'
            >,
          ) =>
            scheduleUntilDone(
              what,
              () => services.scheduler.scheduleTask({ ...task, scope }),
              { clock, logger: services.logger, signal: stopped.signal },
            );
        /** Schedules what one replica does for all. */
        const schedule = scheduleIn('global');
        /** Schedules what each replica does for itself. */
        const scheduleHere = scheduleIn('local');
        warnOfStaleness(config, services.logger);
        warnOfAccess(config, services.logger);
        warnOfSinks(config, addedSinks.sinks, services.logger);
        services.httpRouter.use(
          await createRouter({
            ...services,
            collectors,
            frameworks,
            config,
            knex,
            clock,
            graph,
            sync: tasks,
            trail: connections,
            tenantIds,
            evidence,
            connect: new ConnectService({
              config,
              collectors,
              connections,
              knex,
              clock,
              address: await services.discovery.getExternalBaseUrl('entra-mfa'),
              changed: followTenants,
              safe,
              // One that reads already is as good.
              readNow: tenantId => tasks.trigger(tenantId).catch(() => {}),
            }),
            sinks: addedSinks.sinks,
            forget: new ForgetService({ config, knex, forgettings }),
            // Nobody waits for it, and what fails is told with the next sync.
            exceptionStepTaken: tenantId => {
              void sender.tell(tenantId, exceptionSteps);
            },
          }),
        );
        registerActions(services);
        services.lifecycle.addShutdownHook(() => {
          stopped.abort();
          follower.stop();
          return tasks.stop();
        });
        for (const path of openPaths(config)) {
          services.httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
        }
        // The catalog answers only once every plugin is there.
        services.lifecycle.addStartupHook(() =>
          startHook.run({
            syncs: {
              tenantIds: [...tenantIds],
              run: (tenantId, signal = new AbortController().signal) =>
                sync(tenantId, signal).finally(() =>
                  connections.look(tenantId),
                ),
            },
            start: async () => {
              await alignFreshness({ config, knex, clock, tenantIds });
              await followConnections();
              await tasks.start();
              if (config.connect !== null) {
                await scheduleHere('The look at tenants of the portal', {
                  id: 'entra-mfa-tenants',
                  frequency: { seconds: 5 },
                  timeout: { minutes: 1 },
                  fn: followTenants,
                });
              }
              await schedule('The look at connections', {
                id: 'entra-mfa-connections',
                frequency: { minutes: 1 },
                initialDelay: { minutes: 1 },
                timeout: { minutes: 5 },
                fn: followConnections,
              });
              await schedule('Reminders', {
                id: 'entra-mfa-reminders',
                frequency: { minutes: 10 },
                initialDelay: { minutes: 2 },
                timeout: { hours: 1 },
                fn: async signal => {
                  for (const tenantId of tenantIds) {
                    await reminders.send(tenantId, signal);
                    await sender.tell(tenantId, escalations);
                    await opener.open(tenantId);
                    await reviewers.send(tenantId, signal);
                    await sender.tell(tenantId, reviewNews);
                  }
                },
              });
              if (addedSinks.sinks.some(({ id }) => config.sinks[id])) {
                await schedule('Evidence for other platforms', {
                  id: 'entra-mfa-evidence-push',
                  frequency: { hours: 1 },
                  initialDelay: { minutes: 3 },
                  timeout: { hours: 4 },
                  fn: signal => pusher.push(signal),
                });
              }
              await schedule('The retention of audit trails and events', {
                id: 'entra-mfa-retention',
                frequency: { hours: 24 },
                initialDelay: { minutes: 10 },
                timeout: { minutes: 30 },
                fn: signal =>
                  forgetOldEvents(
                    {
                      ...services,
                      ...config,
                      ...config.retention,
                      knex,
                      clock,
                    },
                    signal,
                  ),
              });
              await schedule('The forgetting of tenants', {
                id: 'entra-mfa-forgetting',
                frequency: { minutes: 10 },
                initialDelay: { minutes: 5 },
                timeout: { hours: 2 },
                fn: signal => forgettings.carryOut(signal),
              });
              await schedule('The retention of what was read', {
                id: 'entra-mfa-retention-reads',
                frequency: { hours: 24 },
                initialDelay: { minutes: 15 },
                timeout: { hours: 2 },
                fn: signal =>
                  forgetOldReads(
                    { ...services, ...config.retention, knex, clock },
                    signal,
                  ),
              });
            },
            logger: services.logger,
          }),
        );
      },
    });
  },
});
