import { signIn } from './signIn.mjs';

const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';

/** Opens a review of a role, on which leads decide within two weeks, unless there is a review already. */
export async function openReview(portalUrl) {
  const call = await signIn(portalUrl, 'demo-security');
  if ((await call('/reviews')).items.length > 0) {
    return;
  }
  const day = ahead =>
    new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  const scope = { kind: 'role', id: globalAdministrator };
  const reviewers = { kind: 'leads' };
  await call('/reviews', { scope, reviewers, dueOn: day(14) });
  await call('/review-schedules', {
    ...{ title: 'Global Administrator', scope, reviewers },
    ...{ every: 'quarterly', firstDay: day(90), dueDays: 14 },
  });
}
