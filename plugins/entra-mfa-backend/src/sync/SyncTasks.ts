import type {
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { EntraMfaClock } from 'backstage-plugin-entra-mfa-node';
import type { Knex } from 'knex';
import { readLastRun } from '../store/readLastRun';
import { readProgress } from '../store/readProgress';
import type { TenantRow } from '../store/tables';
import { nextRead } from './nextRead';
import type { SyncProgress, SyncService } from './types';

/** What the tasks need. */
export interface SyncTasksOptions {
  tenantIds: readonly string[];
  schedule: SchedulerServiceTaskScheduleDefinition;
  scheduler: SchedulerService;
  knex: Knex;
  clock: EntraMfaClock;
  /** One whole sync. What it throws, the portal shows with the task. */
  sync(tenantId: string, signal: AbortSignal): Promise<void>;
}

/** The syncs as tasks of the portal's scheduler, one for each tenant, each on one replica at a time. */
export class SyncTasks implements SyncService {
  readonly #options: SyncTasksOptions;

  constructor(options: SyncTasksOptions) {
    this.#options = options;
  }

  /** Schedules every tenant. One that never published is read at once, whatever the schedule. */
  async start(): Promise<void> {
    const { tenantIds, schedule, scheduler, sync, knex } = this.#options;
    for (const tenantId of tenantIds) {
      await scheduler.scheduleTask({
        ...schedule,
        id: taskId(tenantId),
        scope: 'global',
        fn: signal => sync(tenantId, signal),
      });
      const tenant = await knex<TenantRow>('tenant')
        .where({ tenant_id: tenantId })
        .first('last_snapshot');
      if (!tenant?.last_snapshot) {
        await this.#triggerUnlessRunning(tenantId);
      }
    }
  }

  async trigger(tenantId: string): Promise<void> {
    if (!this.#options.tenantIds.includes(tenantId)) {
      throw new NotFoundError(
        `Tenant ${tenantId} is not configured; add it to entraMfa.tenants`,
      );
    }
    try {
      await this.#options.scheduler.triggerTask(taskId(tenantId));
    } catch (error) {
      if (isConflict(error)) {
        throw new ConflictError(
          `A sync of tenant ${tenantId} is under way; wait until it ends`,
        );
      }
      throw error;
    }
  }

  async progress(tenantId: string): Promise<SyncProgress | null> {
    const { knex, clock } = this.#options;
    return readProgress(knex, tenantId, clock.now());
  }

  async nextReadAt(tenantId: string): Promise<Date | null> {
    const last = await readLastRun(this.#options.knex, tenantId);
    return nextRead(this.#options.schedule.frequency, last);
  }

  async #triggerUnlessRunning(tenantId: string): Promise<void> {
    try {
      await this.#options.scheduler.triggerTask(taskId(tenantId));
    } catch (error) {
      if (!isConflict(error)) {
        throw error;
      }
    }
  }
}

function taskId(tenantId: string): string {
  return `entra-mfa-sync-${tenantId}`;
}

/** The scheduler's errors may come from another copy of the errors package. */
function isConflict(error: unknown): boolean {
  return error instanceof Error && error.name === 'ConflictError';
}
