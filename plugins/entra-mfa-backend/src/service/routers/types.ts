import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import type { NameReads } from '../routes/NameReads';
import type { EntraMfaService } from '../types';

/** Adds the routes of one area of the API. */
export type AddRoutes = (
  router: Router,
  options: {
    service: EntraMfaService;
    httpAuth: HttpAuthService;
    /** For what changes something. */
    auditor: AuditorService;
    /** For what names people. */
    reads: NameReads;
  },
) => void;
