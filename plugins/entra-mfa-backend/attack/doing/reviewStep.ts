import type {
  Review,
  ReviewItems,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { History } from '../History';
import type { Step } from '../steps';
import { marks, words } from '../world/marks';

/** A review is opened, somebody on its list is decided on, or it is closed. */
export async function reviewStep(
  history: History,
  step: Extract<Step, { do: 'review' }>,
): Promise<void> {
  const { tenant: mark, replica, how } = step;
  const tenant = marks[mark].tenantId;
  if (how === 'open') {
    await history.post(step, 'security', '/reviews', { tenant });
    return;
  }
  const { api, port } = history.viewpoint(mark, replica);
  await history.prepare(replica, 0, null);
  const { items: reviews } = (await api.read(
    port,
    mark,
    `/reviews?tenant=${tenant}`,
  )) as { items: Review[] };
  const open = reviews.find(({ closed }) => closed === null);
  if (!open) {
    return;
  }
  const path = `/reviews/${open.number}`;
  if (how === 'close') {
    const answer = await history.post(
      step,
      'security',
      `${path}/close?tenant=${tenant}`,
      { reason: `Over ${words(mark)}`, open: open.counts.open },
    );
    if (answer && answer.status < 300) {
      history.kept.closed(mark, JSON.parse(answer.text));
    }
    return;
  }
  const { items } = (await api.read(
    port,
    mark,
    `${path}/items?tenant=${tenant}&limit=200`,
  )) as ReviewItems;
  if (items.length === 0) {
    return;
  }
  const { id } = items[step.which % items.length];
  const note = `Looked at ${history.tally.steps} ${words(mark)}`;
  const answer = await history.post(
    step,
    'security',
    `${path}/items/${id}/decision?tenant=${tenant}`,
    { decision: 'keep', note },
  );
  if (answer && answer.status < 300) {
    history.kept.decision(mark, { review: open.number, person: id, note });
  }
}
