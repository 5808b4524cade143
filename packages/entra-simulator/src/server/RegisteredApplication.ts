import type { Application } from './Application';

/** An application, with what it signs in by. */
export type RegisteredApplication = {
  clientId: string;
  clientSecret: string;
  application: Application;
};
