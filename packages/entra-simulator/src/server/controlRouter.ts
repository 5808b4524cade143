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
});

/** Serves `/control`: the clock, the faults and the counts. It asks for no token. */
export function controlRouter(world: SimulatorContext): Router {
  const { application, clock, faults, stats } = world;
  const router = express.Router();
  router.use(express.json());
  const clockNow = () => ({
    now: clock.date().toISOString(),
    frozen: clock.frozen,
  });

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
    const { share } = read(peopleChange, request.body);
    if (!world.generated) {
      throw new Error('Only a generated tenant can be changed.');
    }
    world.generated.change(share, clock.now());
    response.json({ changes: world.generated.changeCount });
  });
  router.use((_request, response) => {
    response.status(404).json({
      error:
        'There is GET and POST /control/clock, GET and PUT /control/faults, GET and PUT /control/application, GET /control/stats, POST /control/reset and POST /control/change.',
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

/** Takes back faults, counts, limits and changes, those of the application too; the clock stays. */
export function resetWorld({
  faults,
  stats,
  reportLimit,
  pages,
  application,
  generated,
}: SimulatorContext): void {
  faults.clear();
  stats.reset();
  reportLimit?.reset();
  pages.clear();
  application.reset();
  generated?.reset();
}

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (!result.success) {
    throw new Error(z.prettifyError(result.error));
  }
  return result.data;
}
