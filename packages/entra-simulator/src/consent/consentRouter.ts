import express, { type Request, type Response, type Router } from 'express';
import type { SimulatorContext } from '../server/SimulatorContext';
import { ConsentPages } from './ConsentPages';

/** Serves Microsoft's pages on which somebody signs in, and an administrator consents for a tenant. */
export function consentRouter(world: SimulatorContext): Router {
  const pages = new ConsentPages(world);
  const router = express.Router();
  const body = express.urlencoded({ extended: false });
  const counted =
    (
      endpoint: 'adminConsent' | 'adminConsentAnswer' | 'authorize',
      handle: (request: Request, response: Response) => void,
    ) =>
    (request: Request, response: Response) => {
      world.stats.begin(endpoint);
      response.once('close', () => world.stats.end(response.statusCode));
      response.set({
        'Cache-Control': 'no-store',
        'Content-Security-Policy':
          "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
        'Referrer-Policy': 'no-referrer',
        'X-Content-Type-Options': 'nosniff',
      });
      handle(request, response);
    };
  for (const [path, version] of [
    ['/:tenant/v2.0/adminconsent', 2],
    ['/:tenant/adminconsent', 1],
  ] as const) {
    router.get(
      path,
      counted('adminConsent', (request, response) =>
        pages.begin(version, request, response),
      ),
    );
  }
  router.get(
    '/:tenant/oauth2/v2.0/authorize',
    counted('authorize', (request, response) =>
      pages.authorize(request, response),
    ),
  );
  router.post(
    '/:tenant/adminconsent/signin',
    body,
    counted('adminConsentAnswer', (request, response) =>
      pages.signIn(request, response),
    ),
  );
  router.post(
    '/:tenant/adminconsent/answer',
    body,
    counted('adminConsentAnswer', (request, response) =>
      pages.answer(request, response),
    ),
  );
  return router;
}
