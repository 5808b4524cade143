import type {
  SchedulerService,
  SchedulerServiceTaskRunner,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';

type Task = Parameters<SchedulerService['scheduleTask']>[0];

/** Keeps the tasks and runs none by itself: when something runs is the attack's choice. */
export class AttackedScheduler implements SchedulerService {
  readonly #tasks = new Map<string, Task>();

  async run(id: string, signal: AbortSignal): Promise<void> {
    const task = this.#tasks.get(id);
    if (!task) {
      throw new Error(`There is no task ${id}`);
    }
    await task.fn(signal);
  }

  async scheduleTask(task: Task): Promise<void> {
    this.#tasks.set(task.id, task);
  }

  async triggerTask(): Promise<void> {}

  async cancelTask(): Promise<void> {}

  createScheduledTaskRunner(
    schedule: SchedulerServiceTaskScheduleDefinition,
  ): SchedulerServiceTaskRunner {
    return { run: task => this.scheduleTask({ ...schedule, ...task }) };
  }

  async getScheduledTasks(): Promise<[]> {
    return [];
  }
}
