import express, { type ErrorRequestHandler, type Express } from 'express';
import { consentRouter } from '../consent/consentRouter';
import { controlRouter } from './controlRouter';
import { graphRouter, sendError } from './graphRouter';
import { graphErrors } from './GraphError';
import { managedIdentityRouter } from './managedIdentityRouter';
import { tokenRouter } from './tokenRouter';
import type { SimulatorContext } from './SimulatorContext';

/** What is served over https: sign-in, Graph and the control of the simulator. */
export function buildApp(world: SimulatorContext): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use('/control', controlRouter(world));
  app.use(graphRouter(world));
  app.use(tokenRouter(world));
  app.use(consentRouter(world));
  // A fault of the simulator itself looks like one of Graph, and says what it is in its text.
  const onError: ErrorRequestHandler = (error, request, response, _next) => {
    const known = graphErrors.ofStatus(500);
    sendError(
      request,
      response,
      Object.assign(known, { message: `Simulator: ${error.message}` }),
    );
  };
  app.use(onError);
  return app;
}

/** What is served over plain http: a managed identity's endpoint, which has no TLS in Azure either. */
export function buildPlainApp(world: SimulatorContext): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use('/control', controlRouter(world));
  app.use(managedIdentityRouter(world));
  return app;
}
