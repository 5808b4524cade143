import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { personWho } from '../../dev/testing/contoso';
import { renderPortal } from '../../dev/testing/renderPortal';

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
