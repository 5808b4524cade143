import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { BreakGlassAccount } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, tenant } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { momentOf } from '../../dev/testing/english';
import { DrillsPanel } from './DrillsPanel';

const { accounts } = healthy.answer('getBreakGlass', {});
const account = accounts.find(({ drills }) => drills.length > 0)!;
const [drill] = account.drills;

const draw = (change: Partial<BreakGlassAccount> = {}, api?: RecordedApi) =>
  renderPart(
    <DrillsPanel accounts={[{ ...account, ...change }]} tenant={tenant} />,
    api,
  );

const of = async (name: string) =>
  within(await screen.findByRole('region', { name }));

it('says which account it is', async () => {
  draw();
  const shown = await of(account.displayName!);
  expect(
    shown.getByText(account.id, { selector: 'code' }).parentElement,
  ).toHaveTextContent(`${account.userPrincipalName} · ${account.id}`);
});

it('calls it by its id where the directory has no such account', async () => {
  draw({ displayName: null, userPrincipalName: null });
  const shown = await of(`Account ${account.id}`);
  expect(
    shown.getByText(account.id, { selector: 'code' }).parentElement,
  ).toHaveTextContent(new RegExp(`^${account.id}$`));
});

it('lists its drills with who and what was said', async () => {
  draw({ drills: [drill, { ...drill, on: '2026-01-02', note: null }] });
  const shown = await of(account.displayName!);
  expect(
    shown.getAllByRole('listitem').map(({ textContent }) => textContent),
  ).toEqual([
    `12 Oct 2026, recorded by ${drill.recordedBy} ${drill.note}`,
    `2 Jan 2026, recorded by ${drill.recordedBy}`,
  ]);
  expect(shown.getByText(/^12 Oct 2026/).getAttribute('title')).toBe(
    momentOf(drill.recordedAt),
  );
  expect(shown.queryByText('No drill is on record.')).toBeNull();
});

it('says that it has none', async () => {
  draw({ drills: [] });
  const shown = await of(account.displayName!);
  expect(shown.getByText('No drill is on record.')).toBeInTheDocument();
  expect(shown.queryByRole('listitem')).toBeNull();
});

it('asks for a drill of this account', async () => {
  draw();
  const shown = await of(account.displayName!);
  await userEvent.click(shown.getByRole('button', { name: 'Record a drill' }));
  expect(
    await screen.findByRole('heading', {
      name: `Record a drill of ${account.displayName}`,
    }),
  ).toBeInTheDocument();
  expect(
    screen.getByText(/^Say on which day somebody signed in/),
  ).toBeInTheDocument();
});

it('says why a drill was not recorded, and sends no note where none was written', async () => {
  const api = new RecordedApi().fail('recordDrill', 409, 'Not today');
  draw({}, api);
  const shown = await of(account.displayName!);
  await userEvent.click(shown.getByRole('button', { name: 'Record a drill' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.type(dialog.getByLabelText('Note'), '  ');
  await userEvent.click(dialog.getByRole('button', { name: 'Record' }));
  expect(await screen.findByText(/Not today/)).toBeInTheDocument();
  expect(api.last('recordDrill')?.body).toEqual({ on: '2026-11-21' });
  expect(screen.queryByText('The drill is on record.')).toBeNull();
});
