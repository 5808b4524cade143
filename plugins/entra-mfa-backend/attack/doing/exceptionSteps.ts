import type { Exception } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { objectId } from '../../src/__testUtils__/rows';
import type { ApiAnswer } from '../AttackedApi';
import type { History } from '../History';
import type { Step } from '../steps';
import { marks, words, type TenantMark } from '../world/marks';

const DAY = 86_400_000;

/** Somebody asks for an exception. */
export async function askStep(
  history: History,
  step: Extract<Step, { do: 'ask' }>,
): Promise<void> {
  const numbers = [...history.stage.tenants[step.tenant].accounts.keys()];
  const until = new Date(history.now + 100 * DAY);
  const answer = await history.post(
    step,
    step.person % 2 ? 'lead' : 'security',
    '/exceptions',
    {
      tenant: marks[step.tenant].tenantId,
      subject: {
        kind: 'person',
        id: objectId(numbers[step.person % numbers.length]),
      },
      reason: `Away for long ${words(step.tenant)}`,
      until: until.toISOString().slice(0, 10),
    },
  );
  keep(history, step.tenant, answer);
}

/** Somebody else decides on it, or ends it. */
export async function decideStep(
  history: History,
  step: Extract<Step, { do: 'decide' }>,
): Promise<void> {
  const known = [...history.kept.exceptions[step.tenant].keys()];
  if (known.length === 0) {
    return;
  }
  const path = `/exceptions/${known[step.which % known.length]}`;
  const note = `Looked at ${history.tally.steps} ${words(step.tenant)}`;
  const answer =
    step.how === 'end'
      ? await history.post(step, 'decider', `${path}/end`, { note })
      : await history.post(step, 'decider', `${path}/decision`, {
          decision: step.how,
          note,
        });
  keep(history, step.tenant, answer);
}

function keep(
  history: History,
  mark: TenantMark,
  answer: ApiAnswer | null,
): void {
  if (answer && answer.status < 300) {
    const exception: Exception = JSON.parse(answer.text);
    history.kept.exception(mark, exception);
  }
}
