import type { History } from '../History';
import type { Step } from '../steps';
import { marks } from '../world/marks';
import { mutate } from '../world/mutate';
import { askStep, decideStep } from './exceptionSteps';
import { reviewStep } from './reviewStep';
import { syncStep } from './syncStep';

const HOUR = 3_600_000;

/** Does what a step says. */
export async function takeStep(history: History, step: Step): Promise<void> {
  const { replicas, tenants } = history.stage;
  switch (step.do) {
    case 'sync':
      await syncStep(history, step);
      break;
    case 'kill':
      await replicas.kill(step.replica);
      break;
    case 'clock':
      replicas.setClock(step.replica, step.hours);
      break;
    case 'wait':
      history.now += step.hours * HOUR;
      break;
    case 'catalog':
      await history.tellCatalog(step.lie, step.replica);
      break;
    case 'move': {
      const { numbers } = history.catalog;
      history.catalog.place(numbers[step.person % numbers.length], step.to);
      await history.refreshCatalogs();
      break;
    }
    case 'mutate':
      mutate(tenants[step.tenant], step.mutation, step.random);
      for (const number of tenants[step.tenant].accounts.keys()) {
        if (!history.catalog.numbers.includes(number)) {
          history.catalog.place(number, step.random);
        }
      }
      await history.refreshCatalogs();
      break;
    case 'ask':
      await askStep(history, step);
      break;
    case 'decide':
      await decideStep(history, step);
      break;
    case 'review':
      await reviewStep(history, step);
      break;
    default:
      await history.post(
        step,
        'security',
        `/tenants/${marks[step.tenant].tenantId}/release`,
        {
          reason: 'It is believed',
        },
      );
  }
}
