import { metricsServiceFactory } from '@backstage/backend-defaults/alpha';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { rootSystemMetadataServiceFactory } from '@backstage/backend-defaults/rootSystemMetadata';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  coreServices,
  createBackendModule,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { once } from 'events';
import { entraMfaPlugin } from '../plugin';

/** Backstage's transform, too, sends messages: the files that it reads. */
const say = (said: unknown) => process.send!({ said });

/**
 * A replica of a portal, with its own database service and scheduler. It says that it is ready, starts
 * when it is sent its configuration, tells which tasks it scheduled, and triggers each task that it is
 * sent the id of.
 */
async function main(): Promise<void> {
  const told = once(process, 'message');
  say('ready');
  const [data] = await told;
  let scheduler: SchedulerService;
  await startTestBackend({
    features: [
      entraMfaPlugin,
      createBackendModule({
        pluginId: 'entra-mfa',
        moduleId: 'watch',
        register({ registerInit }) {
          registerInit({
            deps: { own: coreServices.scheduler },
            async init({ own }) {
              scheduler = own;
            },
          });
        },
      }),
      mockServices.rootConfig.factory({ data }),
      databaseServiceFactory,
      schedulerServiceFactory,
      metricsServiceFactory,
      rootSystemMetadataServiceFactory,
      catalogServiceMock.factory(),
    ],
  });
  process.on('message', (taskId: string) =>
    scheduler.triggerTask(taskId).then(
      () => say('triggered'),
      error => say(error.name),
    ),
  );
  const scheduled = await scheduler!.getScheduledTasks();
  say(scheduled.map(({ id }) => id));
}

process.on('disconnect', () => process.exit());
main().catch(error => say(String(error)));
