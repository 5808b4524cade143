import type {
  Exception,
  Exceptions,
  Review,
  ReviewItems,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { marks, type TenantMark } from '../world/marks';
import { hold } from './LawBrokenError';
import type { Viewpoint } from './lookAt';

const law = 'What was answered with success is not lost';

interface KeptReviewDecision {
  review: number;
  person: string;
  note: string;
}

/** What people were told is on record: it is there at every later time. */
export class Kept {
  readonly exceptions: Record<TenantMark, Map<string, Exception>> = {
    a: new Map(),
    b: new Map(),
  };
  readonly #decisions: Record<TenantMark, KeptReviewDecision[]> = {
    a: [],
    b: [],
  };
  readonly #closed: Record<TenantMark, Set<number>> = {
    a: new Set(),
    b: new Set(),
  };

  exception(mark: TenantMark, answered: Exception): void {
    this.exceptions[mark].set(answered.id, answered);
  }

  decision(mark: TenantMark, decided: KeptReviewDecision): void {
    this.#decisions[mark].push(decided);
  }

  closed(mark: TenantMark, { number }: Review): void {
    this.#closed[mark].add(number);
  }

  async holds(viewpoint: Viewpoint): Promise<void> {
    const { api, port, mark } = viewpoint;
    const tenant = `tenant=${marks[mark].tenantId}`;
    if (this.exceptions[mark].size > 0) {
      const { items } = (await api.read(
        port,
        mark,
        `/exceptions?${tenant}&limit=200`,
      )) as Exceptions;
      const found = new Map(items.map(one => [one.id, one]));
      for (const [id, before] of this.exceptions[mark]) {
        const now = found.get(id);
        hold(
          law,
          now !== undefined && isAfter(now, before),
          () => `exception ${JSON.stringify(before)} is ${JSON.stringify(now)}`,
        );
      }
    }
    for (const { review, person, note } of this.#decisions[mark].slice(-3)) {
      const { items } = (await api.read(
        port,
        mark,
        `/reviews/${review}/items?${tenant}&limit=200`,
      )) as ReviewItems;
      const item = items.find(({ id }) => id === person);
      const notes = [item?.decision, ...(item?.earlier ?? [])].map(
        one => one?.note,
      );
      hold(
        law,
        notes.includes(note),
        () => `the decision ${note} on ${person} in review ${review} is gone`,
      );
    }
    for (const number of this.#closed[mark]) {
      const review = (await api.read(
        port,
        mark,
        `/reviews/${number}?${tenant}`,
      )) as Review;
      hold(law, review.closed !== null, () => `review ${number} is open again`);
    }
  }
}

/** Whether every step that was told before is still there. */
function isAfter(now: Exception, before: Exception): boolean {
  const steps = ({ decision, withdrawnAt, ended }: Exception) => [
    decision && `${decision.decision} ${decision.by} ${decision.note}`,
    withdrawnAt,
    ended && `${ended.by} ${ended.note}`,
  ];
  const after = steps(now);
  return (
    now.requested.by === before.requested.by &&
    now.until === before.until &&
    steps(before).every((step, i) => step === null || step === after[i])
  );
}
