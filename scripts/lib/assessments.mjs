import { signIn } from './signIn.mjs';

/** Who prepares and approves in the demo: auth providers of app-config.demo.yaml. */
const preparer = 'demo-preparer';
const approver = 'demo-security';
const auditor = {
  provider: 'demo-auditor',
  ref: 'user:default/ruth.amari_contoso.com',
};

const day = 24 * 60 * 60 * 1000;
const dayOf = date => new Date(date).toISOString().slice(0, 10);
const quarterOf = date =>
  `Q${Math.floor(date.getUTCMonth() / 3) + 1} ${date.getUTCFullYear()}`;

/**
 * The two periods that are assessed: from where the record begins to the end of the last quarter, and this quarter up to
 * today. Where the record begins in this quarter, it is parted in the middle.
 */
function periodsOf(now, historyDays) {
  const today = new Date(now);
  const begins = now - historyDays * day;
  const quarter = Date.UTC(
    today.getUTCFullYear(),
    Math.floor(today.getUTCMonth() / 3) * 3,
    1,
  );
  const parted =
    begins < quarter ? quarter : now - Math.floor(historyDays / 2) * day;
  return [
    {
      title: `${quarterOf(new Date(parted - day))}, from ${dayOf(begins)}`,
      from: dayOf(begins),
      to: dayOf(parted - day),
    },
    {
      title: `${quarterOf(today)}, up to ${dayOf(now)}`,
      from: dayOf(parted),
      to: dayOf(now),
    },
  ];
}

/** Prepares two assessments at the first start of the demo, as its people would: one is approved, one in review. */
export async function makeAssessments(portalUrl, historyDays) {
  const [prepare, approve, audit] = await Promise.all(
    [preparer, approver, auditor.provider].map(one => signIn(portalUrl, one)),
  );
  if ((await prepare('/assessments')).items.length > 0) {
    return;
  }
  const [past, present] = periodsOf(Date.now(), historyDays);
  const start = period =>
    prepare('/assessments', {
      ...period,
      auditors: [auditor.ref],
    });
  const submit = (number, note) =>
    prepare(`/assessments/${number}/submit`, note ? { note } : {});

  const first = await start(past);
  const { steps } = await submit(
    first.number,
    `The record begins on ${past.from}: the days of the quarter before it are not in this assessment.`,
  );
  await approve(`/assessments/${first.number}/decision`, {
    decision: 'approved',
    step: steps.at(-1).step,
    note: 'Looked at each control that was not met. What is done about it stands with the control.',
  });
  await audit(`/assessments/${first.number}/comments`, {
    text: 'Which policy asked for MFA in this period, and since when?',
    control: 'mfa/MFA-04',
  });
  const second = await start(present);
  await submit(second.number);
}
