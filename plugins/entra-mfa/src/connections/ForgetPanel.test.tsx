import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  Forgetting,
  TenantForgetting,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { tenant } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPart } from '../../dev/testing/renderPart';
import { ForgetPanel } from './ForgetPanel';

const asked: Forgetting = {
  state: 'asked',
  askedBy: 'user:default/ada',
  askedAt: '2026-11-20T08:00:00.000Z',
  reason: 'Ticket 4711',
  approvedBy: null,
  approvedAt: null,
  dueAt: null,
  stoppedBy: null,
  stoppedAt: null,
  doneAt: null,
};
const approved: Forgetting = {
  ...asked,
  state: 'approved',
  approvedBy: 'user:default/bo',
  approvedAt: '2026-11-20T09:00:00.000Z',
  dueAt: '2026-11-21T09:00:00.000Z',
};

/** Shows it, with what is known of it, and answers to whatever is done with what it was. */
function show(forgetting: Forgetting | null, own = false) {
  const answer: TenantForgetting = { tenant, name: 'Contoso', forgetting, own };
  const api = new RecordedApi();
  for (const route of [
    'getForgetting',
    'askForgetting',
    'approveForgetting',
    'stopForgetting',
  ] as const) {
    api.switch(route, () => Response.json(answer));
  }
  return renderPart(<ForgetPanel tenant={tenant} />, api);
}

it.each<[string, Forgetting | null, boolean, string[], RegExp]>([
  ['nobody asked', null, false, ['Ask to forget it'], /Only the audit trail/],
  ['another asked', asked, false, ['Approve', 'Stop it'], /second person/],
  ['they asked', asked, true, ['Stop it'], /You asked for it yourself/],
  ['it is approved', approved, false, ['Stop it'], /until it happens/],
  [
    'it is under way',
    { ...approved, state: 'under-way' },
    false,
    [],
    /cannot be stopped/,
  ],
  [
    'it was stopped',
    { ...approved, state: 'stopped', stoppedAt: approved.dueAt },
    false,
    ['Ask to forget it'],
    /Nothing has gone/,
  ],
  [
    'it is done',
    { ...approved, state: 'done', doneAt: approved.dueAt },
    false,
    [],
    /begins anew/,
  ],
])(
  'says what is and what can be done where %s',
  async (_, of, own, acts, text) => {
    show(of, own);
    const { findByText, queryAllByRole } = await panel('Forget this tenant');
    await findByText(text);
    expect(queryAllByRole('button').map(button => button.textContent)).toEqual(
      acts,
    );
  },
);

it('asks with the name typed in and a reason, and approves what was looked at', async () => {
  const api = show(null);
  await userEvent.click(
    await screen.findByRole('button', { name: 'Ask to forget it' }),
  );
  const confirm = () =>
    screen.getAllByRole('button', { name: 'Ask to forget it' }).at(-1)!;
  await userEvent.type(
    await screen.findByLabelText(/Type Contoso to confirm/),
    'contoso',
  );
  await userEvent.type(screen.getByLabelText(/^Reason/), 'Ticket 4711');
  expect(confirm()).toBeDisabled();
  await userEvent.clear(screen.getByLabelText(/Type Contoso to confirm/));
  await userEvent.type(
    screen.getByLabelText(/Type Contoso to confirm/),
    'Contoso',
  );
  await userEvent.click(confirm());
  expect(api.last('askForgetting')?.body).toEqual({
    name: 'Contoso',
    reason: 'Ticket 4711',
  });
});

it('approves the very request that is shown', async () => {
  const api = show(asked);
  await userEvent.click(await screen.findByRole('button', { name: 'Approve' }));
  await screen.findByText(/anyone who may ask can stop it/);
  await userEvent.click(
    screen.getAllByRole('button', { name: 'Approve' }).at(-1)!,
  );
  expect(api.last('approveForgetting')?.body).toEqual({
    askedAt: asked.askedAt,
  });
});
