import { createPortal } from './createPortal';

createPortal().start();
