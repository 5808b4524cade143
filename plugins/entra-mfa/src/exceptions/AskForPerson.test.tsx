import type { Exception } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, personWho } from '../../dev/testing/contoso';
import { renderPortal } from '../../dev/testing/renderPortal';

const waiting = { state: ['requested'], sort: 'requested', limit: 25 } as const;

const addressOf = (state: string) => {
  const person = personWho(one => one.state === state);
  return { person, path: `/entra-mfa/people/${person.tenant}/${person.id}` };
};

it('asks for an exception for the person who is shown', async () => {
  const { person, path } = addressOf('uncovered');
  renderPortal(path);
  await userEvent.click(
    await screen.findByRole('button', { name: 'Ask for an exception' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(person.displayName)).toBeInTheDocument();
  expect(dialog.queryByText('a person')).not.toBeInTheDocument();
});

it('says until when and by whose word somebody is exempt', async () => {
  renderPortal(addressOf('exempt').path);
  expect(
    await screen.findByText('until 30 Nov 2026 (approved by person1)'),
  ).toBeInTheDocument();
});

const asking = { name: 'Ask for an exception' };

/** The page of somebody who has not registered, with exceptions of their own. */
async function openWith(...items: Partial<Exception>[]) {
  const { person, path } = addressOf('uncovered');
  const [one] = healthy.answer('getExceptions', {}, waiting).items;
  renderPortal(path, {
    api: new RecordedApi().change('getExceptions', (body, { query }) => ({
      ...body,
      items:
        query.person === person.id ? items.map(i => ({ ...one, ...i })) : [],
    })),
  });
  await screen.findByRole('heading', { name: person.displayName });
}

it('says that one waits, and does not ask again', async () => {
  await openWith({ state: 'requested', until: '2027-01-14' });
  expect(
    await screen.findByText(
      /An exception until 14 Jan 2027 waits for a decision\./,
    ),
  ).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'See it' })).toHaveAttribute(
    'href',
    '/entra-mfa/compliance/exceptions',
  );
  expect(screen.queryByRole('button', asking)).toBeNull();
});

it('says that one is approved before a sync has counted it', async () => {
  await openWith({ state: 'in-force', until: '2027-01-14', endsSoon: false });
  expect(
    await screen.findByText(
      /An exception until 14 Jan 2027 is approved: the next sync counts it\./,
    ),
  ).toBeInTheDocument();
  expect(screen.queryByRole('button', asking)).toBeNull();
});

it('offers another one when one ends soon', async () => {
  await openWith({ state: 'in-force', until: '2027-01-14', endsSoon: true });
  expect(await screen.findByRole('button', asking)).toBeInTheDocument();
});

it('offers none to who is exempt by a team or a rule', async () => {
  const { person, path } = addressOf('exempt');
  renderPortal(path);
  await screen.findByRole('heading', { name: person.displayName });
  await screen.findByText('until 30 Nov 2026 (approved by person1)');
  expect(screen.queryByRole('button', asking)).toBeNull();
});

it('offers nothing for an account that is not counted anyway', async () => {
  const { person, path } = addressOf('out-of-scope');
  renderPortal(path);
  await screen.findByRole('heading', { name: person.displayName });
  expect(
    screen.queryByRole('button', { name: 'Ask for an exception' }),
  ).not.toBeInTheDocument();
});

it('offers nothing to who may not ask', async () => {
  const { person } = addressOf('uncovered');
  renderPortal(`/entra-mfa/people/${person.tenant}/${person.id}`, {
    api: new RecordedApi().change('getExceptions', body => ({
      ...body,
      may: { ...body.may, request: false },
    })),
  });
  await screen.findByRole('heading', { name: person.displayName });
  expect(
    screen.queryByRole('button', { name: 'Ask for an exception' }),
  ).toBeNull();
});
