import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  DefaultEventsService,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import { heldEvents } from './HeldEvents';

/** The stock events within this process, which can be held back. */
export default createServiceFactory({
  service: eventsServiceRef,
  deps: {
    logger: coreServices.rootLogger,
    pluginMetadata: coreServices.pluginMetadata,
  },
  createRootContext: ({ logger }) =>
    DefaultEventsService.create({ logger, useEventBus: 'never' }),
  factory: ({ pluginMetadata }, events) =>
    heldEvents.wrap(events.forPlugin(pluginMetadata.getId())),
});
