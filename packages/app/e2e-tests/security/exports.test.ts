import { readFile } from 'node:fs/promises';
import type { People } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { signIn } from '../support/signIn';
import { expect, test } from '../support/test';

test('a file of people names nobody unless names are asked for', async ({
  page,
  portal,
}) => {
  const people = await portal.api<People>('/people?state=uncovered&limit=200');
  await signIn(page, '/entra-mfa/people?state=uncovered');

  const fileOf = async (choice: string) => {
    await page.getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: choice }).click();
    return readFile(await (await download).path(), 'utf8');
  };
  const pseudonymous = await fileOf('CSV, pseudonymous');
  for (const { displayName, userPrincipalName, id } of people.items) {
    expect(pseudonymous).not.toContain(displayName);
    expect(pseudonymous).not.toContain(userPrincipalName);
    expect(pseudonymous).not.toContain(id);
  }
  expect(pseudonymous.trim().split('\n').length - 1).toBe(people.items.length);

  const named = await fileOf('CSV with names');
  for (const { userPrincipalName } of people.items) {
    expect(named).toContain(userPrincipalName);
  }
});
