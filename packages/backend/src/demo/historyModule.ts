import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  entraMfaClockExtensionPoint,
  entraMfaStartExtensionPoint,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { heldEvents } from './HeldEvents';
import { lastSnapshotAt } from './lastSnapshotAt';
import { makeHistory } from './makeHistory';
import { SimulatedClock } from './SimulatedClock';
import { SimulatorControl } from './SimulatorControl';
import { syncToday } from './syncToday';
import { waitForCatalog } from './waitForCatalog';

/** Makes the demo's history before the schedule starts, by real syncs of the simulated tenant. */
export default createBackendModule({
  pluginId: 'entra-mfa',
  moduleId: 'demo-history',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        clock: entraMfaClockExtensionPoint,
        config: coreServices.rootConfig,
        database: coreServices.database,
        logger: coreServices.logger,
        start: entraMfaStartExtensionPoint,
      },
      async init({ auth, catalog, clock, config, database, logger, start }) {
        const simulated = new SimulatedClock(
          new SimulatorControl(config.getString('demo.simulatorUrl')),
        );
        clock.setClock(simulated);
        start.beforeSchedule(async syncs => {
          try {
            await waitForCatalog({ auth, catalog, logger });
            heldEvents.hold();
            try {
              await makeHistory({
                syncs,
                clock: simulated,
                days: config.getNumber('demo.historyDays'),
                after: await lastSnapshotAt(database),
                logger,
              });
              await syncToday(syncs, logger);
            } finally {
              await simulated.moveToPresent();
            }
            logger.info('Demo: ready');
          } catch (error) {
            logger.error(`Demo: failed: ${error}`);
            throw error;
          } finally {
            await heldEvents.release();
          }
        });
      },
    });
  },
});
