import express, { type Router } from 'express';
import { z } from 'zod/v4';
import type { SimulatorContext } from './SimulatorContext';

const clockChange = z
  .strictObject({
    /** Sets the date. */
    set: z.iso.datetime({ offset: true }).optional(),
    /** Moves the date on. */
    advance: z
      .strictObject({
        days: z.number().optional(),
        hours: z.number().optional(),
        minutes: z.number().optional(),
        seconds: z.number().optional(),
      })
      .optional(),
    frozen: z.boolean().optional(),
  })
  .refine(change => Object.keys(change).length > 0, {
    error: 'Give at least one of set, advance and frozen.',
  });

const peopleChange = z.strictObject({
  /** The share of people whose registration changes, from 0 to 1. */
  share: z.number().min(0).max(1),
  /** The id or a domain of the tenant; without it, the first one. */
  tenant: z.string().optional(),
});

const consentChange = z.strictObject({
  /** What the tenant grants; without it, all that the application asks for. */
  permissions: z.array(z.string()).optional(),
});

const refreshTokensChange = z.strictObject({
  /** With which `AADSTS` they are refused from now on. */
  number: z.union([z.literal(700082), z.literal(50173)]).default(50173),
});

/** Serves `/control`: the clock, the faults and the counts. It asks for no token. */
export function controlRouter(world: SimulatorContext): Router {
  const { application, clock, consents, faults, stats } = world;
  const { grants, multiTenant, tenants } = world;
  const router = express.Router();
  router.use(express.json());
  const clockNow = () => ({
    now: clock.date().toISOString(),
    frozen: clock.frozen,
  });

  const tenantOf = (name: string) => {
    const tenant = tenants.named(name);
    if (!tenant) {
      throw new Error(`There is no tenant ${name}.`);
    }
    return tenant;
  };
  const consentsNow = () =>
    tenants.all.map(({ tenantId, name, domain }) => ({
      tenantId,
      name,
      domain,
      consent: consents.of(tenantId) ?? null,
    }));

  router.get('/clock', (_request, response) => {
    response.json(clockNow());
  });
  router.post('/clock', (request, response) => {
    const { set, advance, frozen } = read(clockChange, request.body);
    if (set !== undefined) {
      clock.set(new Date(set));
    }
    if (advance) {
      const { days = 0, hours = 0, minutes = 0, seconds = 0 } = advance;
      clock.advance(
        (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000,
      );
    }
    if (frozen !== undefined && frozen !== clock.frozen) {
      (frozen ? clock.freeze : clock.unfreeze).call(clock);
    }
    response.json(clockNow());
  });
  router.get('/faults', (_request, response) => {
    response.json({ ...faults.profile, hits: faults.hits });
  });
  router.put('/faults', (request, response) => {
    faults.set(request.body);
    response.json({ ...faults.profile, hits: faults.hits });
  });
  router.get('/application', (_request, response) => {
    response.json(application.registration);
  });
  router.put('/application', (request, response) => {
    application.change(request.body);
    response.json(application.registration);
  });
  router.get('/stats', (_request, response) => {
    response.json(stats.snapshot());
  });
  router.post('/reset', (_request, response) => {
    resetWorld(world);
    response.json({ ...clockNow(), ...stats.snapshot() });
  });
  router.post('/change', (request, response) => {
    const { share, tenant } = read(peopleChange, request.body);
    const { generated } =
      tenant === undefined ? tenants.first : tenantOf(tenant);
    if (!generated) {
      throw new Error('Only a generated tenant can be changed.');
    }
    generated.change(share, clock.now());
    response.json({ changes: generated.changeCount });
  });
  router.get('/consent', (_request, response) => {
    response.json({ tenants: consentsNow() });
  });
  router.put('/consent/:tenant', (request, response) => {
    if (!multiTenant) {
      throw new Error('There is no application that tenants consent to.');
    }
    const { permissions = multiTenant.application.registration.permissions } =
      read(consentChange, request.body);
    consents.replace(tenantOf(request.params.tenant).tenantId, permissions);
    response.json({ tenants: consentsNow() });
  });
  router.delete('/consent/:tenant', (request, response) => {
    consents.revoke(tenantOf(request.params.tenant).tenantId);
    response.json({ tenants: consentsNow() });
  });
  router.post('/refresh-tokens/:tenant/end', (request, response) => {
    const { number } = read(refreshTokensChange, request.body);
    const { tenantId } = tenantOf(request.params.tenant);
    response.json({ ended: grants.end(tenantId, number) });
  });
  router.use((_request, response) => {
    response.status(404).json({
      error:
        'There is GET and POST /control/clock, GET and PUT /control/faults, GET and PUT /control/application, GET /control/stats, GET /control/consent, PUT and DELETE /control/consent/{tenant}, POST /control/refresh-tokens/{tenant}/end, POST /control/reset and POST /control/change.',
    });
  });
  const onError: express.ErrorRequestHandler = (
    error,
    _request,
    response,
    _next,
  ) => {
    response.status(400).json({ error: String(error.message) });
  };
  router.use(onError);
  return router;
}

/** Takes back faults, counts, limits, consents, refresh tokens and changes, those of the applications too; the clock stays. */
export function resetWorld({
  faults,
  stats,
  pages,
  consents,
  grants,
  multiTenant,
  tenants,
}: SimulatorContext): void {
  faults.clear();
  stats.reset();
  pages.clear();
  consents.clear();
  grants.clear();
  multiTenant?.application.reset();
  for (const { application, generated, ...limits } of tenants.all) {
    limits.reportLimit?.reset();
    limits.protectionLimit?.reset();
    limits.signInLimit?.reset();
    application?.application.reset();
    generated?.reset();
  }
}

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (!result.success) {
    throw new Error(z.prettifyError(result.error));
  }
  return result.data;
}
