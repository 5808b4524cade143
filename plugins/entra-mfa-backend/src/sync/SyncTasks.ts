import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { SyncProgress } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { EntraMfaClock } from '@entra-mfa/backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import type { SyncSchedule } from '../config/types';
import { isPublished } from '../store/run/isPublished';
import { readLastRun } from '../store/run/readLastRun';
import { readProgress } from '../store/run/readProgress';
import { nextRead } from './nextRead';
import { RunningSyncs } from './RunningSyncs';
import { scheduleUntilDone } from './scheduleUntilDone';
import { kindOf } from '../problems/SyncFailedError';
import { toMilliseconds } from '../config/toMilliseconds';
import { toProgress } from './toProgress';
import type { SyncService } from './types';
import type { UnstoredEnd, UnstoredEnds } from './UnstoredEnds';

/** How often, and how long apart, it is looked whether a task that should be running does, or comes to its end. */
const LOOKS = 10;
const LOOK_AFTER_MS = 500;

/** What the tasks need. */
export interface SyncTasksOptions {
  /** Those that are read: the list changes, see `follow`. */
  tenantIds: readonly string[];
  schedule: SyncSchedule;
  /** The pace of the report, from which the time that a read takes follows. */
  reportRequestsPer10Seconds: number;
  scheduler: SchedulerService;
  knex: Knex;
  clock: EntraMfaClock;
  logger: LoggerService;
  /** What the syncs of this process could not store. */
  ends: UnstoredEnds;
  /** One whole sync. What it throws, the portal shows with the task. */
  sync(tenantId: string, signal: AbortSignal): Promise<void>;
  /** Told after each sync, and how to ask for another one. */
  published?(tenantId: string, syncAgain: () => Promise<void>): Promise<void>;
}

/** The syncs as tasks of the portal's scheduler, one for each tenant, each on one replica at a time. */
export class SyncTasks implements SyncService {
  readonly #options: SyncTasksOptions;
  readonly #running: RunningSyncs;
  readonly #scheduled = new Map<string, AbortController>();
  readonly #stopped = new AbortController();
  #started = false;
  #followsCron = false;

  constructor(options: SyncTasksOptions) {
    this.#options = options;
    this.#running = new RunningSyncs(async (tenantId, signal) => {
      await options.sync(tenantId, signal);
      await options.published?.(tenantId, () => this.trigger(tenantId));
    });
  }

  /**
   * Schedules every tenant. One that never published is read at once, whatever the schedule. One that
   * cannot be scheduled is tried again, and no reason to leave out the others.
   */
  async start(): Promise<void> {
    this.#started = true;
    await this.follow({ came: this.#options.tenantIds, gone: [] });
  }

  /** Schedules tenants that came, and ends the syncs of those that went, also the one that runs. */
  async follow({
    came,
    gone,
  }: Record<'came' | 'gone', readonly string[]>): Promise<void> {
    const { clock, logger } = this.#options;
    for (const tenantId of gone) {
      this.#scheduled.get(tenantId)?.abort();
      this.#scheduled.delete(tenantId);
      this.#running.end(tenantId);
    }
    if (!this.#started) {
      return;
    }
    const until = { clock, logger, signal: this.#stopped.signal };
    for (const tenantId of came) {
      await scheduleUntilDone(
        `The sync of tenant ${tenantId}`,
        () => this.#schedule(tenantId),
        until,
      );
    }
    if (came.length > 0 && !this.#followsCron) {
      this.#followsCron = true;
      await scheduleUntilDone(
        'The look at the cron expression of entraMfa.schedule',
        () => this.#followCron(),
        until,
      );
    }
  }

  /** Ends what the scheduler does not know of: see `trigger`. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#running.stop();
  }

  async trigger(tenantId: string): Promise<void> {
    if (!this.#options.tenantIds.includes(tenantId)) {
      throw new NotFoundError(
        `Tenant ${tenantId} is not configured; connect it on the page, or add it to entraMfa.tenants`,
      );
    }
    for (let look = 0; look < LOOKS; look += 1) {
      // Asked before the scheduler, which does not know of a sync that runs here without its task.
      if (await this.progress(tenantId)) {
        throw underWay(tenantId);
      }
      // What follows a sync that has ended keeps its task for a moment.
      if (!this.#running.has(tenantId) && (await this.#triggerTask(tenantId))) {
        return;
      }
      await this.#options.clock.sleep(LOOK_AFTER_MS);
    }
    if (await this.#isRunning(tenantId)) {
      throw underWay(tenantId);
    }
    this.#runHere(tenantId);
  }

  async progress(tenantId: string): Promise<SyncProgress | null> {
    const { knex, clock, reportRequestsPer10Seconds } = this.#options;
    const stored = await readProgress(knex, tenantId);
    return (
      stored && toProgress(stored, reportRequestsPer10Seconds, clock.now())
    );
  }

  unstoredEnd(tenantId: string): UnstoredEnd | null {
    return this.#options.ends.of(tenantId);
  }

  async nextReadAt(tenantId: string): Promise<Date | null> {
    const { knex, schedule, clock } = this.#options;
    const now = clock.now();
    const last = await readLastRun(knex, tenantId, now);
    return nextRead(schedule, last, now);
  }

  async #schedule(tenantId: string): Promise<void> {
    const { scheduler, knex } = this.#options;
    const { frequency, timeout, initialDelay } = this.#options.schedule;
    if (!this.#options.tenantIds.includes(tenantId)) {
      // It went before it could be scheduled.
      return;
    }
    if (!this.#scheduled.has(tenantId)) {
      const gone = new AbortController();
      await scheduler.scheduleTask({
        frequency: 'cron' in frequency ? { trigger: 'manual' } : frequency,
        timeout,
        initialDelay,
        id: taskId(tenantId),
        scope: 'global',
        signal: gone.signal,
        fn: signal => this.#running.join(tenantId, signal),
      });
      // What follows may fail and be tried again, and a second worker of the task is not wanted.
      this.#scheduled.set(tenantId, gone);
    }
    if (!(await isPublished(knex, tenantId))) {
      await this.#triggerTask(tenantId);
    }
  }

  /**
   * The scheduler reads a cron expression in the time zone of the machine that it runs on. Ours has a
   * zone of its own, so the scheduler is only asked to look, twice a minute, whether a sync is due.
   */
  async #followCron(): Promise<void> {
    const { schedule, scheduler } = this.#options;
    if (!('cron' in schedule.frequency)) {
      return;
    }
    await scheduler.scheduleTask({
      id: 'entra-mfa-schedule',
      scope: 'global',
      // Not a cron expression: in autumn, the scheduler leaves out the hour that comes twice.
      frequency: { seconds: 30 },
      timeout: { minutes: 1 },
      fn: () => this.#triggerWhatIsDue(),
    });
  }

  async #triggerWhatIsDue(): Promise<void> {
    const { tenantIds, clock, logger } = this.#options;
    for (const tenantId of tenantIds) {
      try {
        const due = await this.nextReadAt(tenantId);
        if (due && due <= clock.now() && !(await this.#isRunning(tenantId))) {
          // Where the scheduler takes the task for running, the next look comes soon.
          await this.#triggerTask(tenantId);
        }
      } catch (error) {
        logger.warn(
          `The sync of tenant ${tenantId} is due and could not be started (${kindOf(
            error,
          )}); it is tried again in half a minute`,
        );
      }
    }
  }

  /**
   * After a process was killed, the scheduler takes its task for running until the timeout. Nothing
   * runs then, so the sync need not wait for it: the claim of the run keeps other replicas out.
   */
  #runHere(tenantId: string): void {
    const { schedule, logger } = this.#options;
    logger.info(
      `The scheduler takes the sync of tenant ${tenantId} for running, but nothing is heard of it; it runs on this replica now`,
    );
    this.#running
      .join(tenantId, AbortSignal.timeout(toMilliseconds(schedule.timeout)))
      .catch(error =>
        logger.warn(
          `The sync of tenant ${tenantId} that was started by hand failed (${kindOf(
            error,
          )})`,
        ),
      );
  }

  async #isRunning(tenantId: string): Promise<boolean> {
    return (
      this.#running.has(tenantId) || (await this.progress(tenantId)) !== null
    );
  }

  /** Returns false where the scheduler takes the task for running. */
  async #triggerTask(tenantId: string): Promise<boolean> {
    try {
      await this.#options.scheduler.triggerTask(taskId(tenantId));
      return true;
    } catch (error) {
      if (isConflict(error)) {
        return false;
      }
      throw error;
    }
  }
}

function underWay(tenantId: string): ConflictError {
  return new ConflictError(
    `A sync of tenant ${tenantId} is under way; wait until it ends`,
  );
}

function taskId(tenantId: string): string {
  return `entra-mfa-sync-${tenantId}`;
}

/** The scheduler's errors may come from another copy of the errors package. */
function isConflict(error: unknown): boolean {
  return error instanceof Error && error.name === 'ConflictError';
}
