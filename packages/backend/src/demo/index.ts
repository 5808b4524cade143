import { createPortal } from '../createPortal';

/** The portal of `npm run demo`: the same one, with a history that real syncs make at first start. */
const portal = createPortal();
portal.add(import('./loggerFactory'));
portal.add(import('./eventsFactory'));
portal.add(import('./peopleModule'));
portal.add(import('./leadsModule'));
portal.add(import('./historyModule'));
portal.add(import('./pagesPlugin'));
portal.add(import('@backstage/plugin-scaffolder-backend'));
portal.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
portal.add(
  import('@entra-mfa/backstage-plugin-scaffolder-backend-module-entra-mfa'),
);
portal.start();
