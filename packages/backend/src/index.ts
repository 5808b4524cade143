import { createPortal } from './createPortal';

const portal = createPortal();
portal.add(import('@backstage/plugin-app-backend'));
portal.start();
