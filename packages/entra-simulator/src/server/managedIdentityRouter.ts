import express, { type Router } from 'express';
import type { SimulatorContext } from './SimulatorContext';

/** Serves the endpoint from which an App Service's managed identity takes its tokens. */
export function managedIdentityRouter(world: SimulatorContext): Router {
  const { application, options, stats, tokens } = world;
  const router = express.Router();
  router.get('/msi/token', (request, response, next) => {
    stats.begin('msi');
    response.once('close', () => stats.end(response.statusCode));
    if (request.header('X-IDENTITY-HEADER') !== options.identityHeader) {
      response.status(401).json({
        statusCode: 401,
        message: 'The header X-IDENTITY-HEADER is missing or wrong.',
      });
      return;
    }
    const { resource } = request.query;
    if (typeof resource !== 'string') {
      response
        .status(400)
        .json({ statusCode: 400, message: 'resource is missing' });
      return;
    }
    const { client_id: userAssigned } = request.query;
    if (
      userAssigned !== undefined &&
      String(userAssigned).toLowerCase() !== options.clientId.toLowerCase()
    ) {
      response.status(400).json({
        statusCode: 400,
        message: 'No User Assigned or Delegated Managed Identity found.',
      });
      return;
    }
    tokens
      .issueForManagedIdentity({
        tenantId: options.tenantId,
        audience: resource,
        clientId: options.clientId,
        roles: application.registration.permissions,
      })
      .then(({ token, expiresIn }) => {
        response.json({
          access_token: token,
          expires_on: String(Math.floor(Date.now() / 1000) + expiresIn),
          resource,
          token_type: 'Bearer',
          client_id: options.clientId,
        });
      })
      .catch(next);
  });
  return router;
}
