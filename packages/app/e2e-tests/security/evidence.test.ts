import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type {
  Assessments,
  Evidence,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { keepPicture } from '../support/keepPicture';
import { signIn } from '../support/signIn';
import { expect, test } from '../support/test';

const verifier = resolve(
  __dirname,
  '../../../../plugins/entra-mfa-evidence/bin/entra-mfa-evidence.cjs',
);

test('an auditor asks, another than prepared it approves, and it leaves as a file that holds without the portal', async ({
  page,
  portal,
}) => {
  const { items } = await portal.api<Assessments>('/assessments');
  const { title } = items.find(({ state }) => state === 'in-review')!;
  const openIt = async (who: 'auditor' | 'guest') => {
    await signIn(page, '/entra-mfa/compliance/assessments', who);
    await page.getByRole('link', { name: title }).click();
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
  };
  const approve = page.getByRole('button', { name: 'Approve', exact: true });
  const confirm = (name: string) =>
    page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

  await openIt('auditor');
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  await page.getByRole('textbox', { name: 'Comment' }).fill('Why on that day?');
  await confirm('Comment');
  await expect(page.getByText('Why on that day?')).toBeVisible();
  await expect(approve).toHaveCount(0);
  await keepPicture(page, 'assessment-auditor');

  await page.context().clearCookies();
  await page.evaluate(() => localStorage.clear());
  await openIt('guest');
  await approve.click();
  await confirm('Approve');
  await expect(page.getByText(/approved by Jonas/)).toBeVisible();
  await keepPicture(page, 'assessment-approved');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download bundle' }).click();
  const file = await (await downloading).path();

  const { key } = await portal.api<Evidence>('/evidence');
  const { stdout, code } = await promisify(execFile)(process.execPath, [
    ...[verifier, 'verify', file],
    ...['--key', key!],
  ]).then(
    told => ({ ...told, code: 0 }),
    // What it says is what tells why.
    (told: { stdout: string; code: number }) => told,
  );
  expect(`${stdout}${code}`).toMatch(/Everything holds\.\n0$/);
});
