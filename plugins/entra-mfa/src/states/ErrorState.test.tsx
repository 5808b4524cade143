import { screen } from '@testing-library/react';
import { ResponseError } from '@backstage/errors';
import userEvent from '@testing-library/user-event';
import { renderPart } from '../../dev/testing/renderPart';
import { renderPortal } from '../../dev/testing/renderPortal';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { ErrorState } from './ErrorState';

const failed = (statusCode: number, message: string) =>
  ResponseError.fromResponse(
    Response.json(
      { error: { name: 'Error', message }, response: { statusCode } },
      { status: statusCode },
    ) as Response & { ok: false },
  );

it.each([
  [503, 'MFA registration could not be loaded'],
  [404, 'Not found'],
])(
  'says of a failure (%s) what happened, in the words of the backend',
  async (status, title) => {
    const error = await failed(status, 'The database is away');
    renderPart(<ErrorState error={error} onRetry={() => {}} />);
    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
    expect(screen.getByText('The database is away')).toBeInTheDocument();
    // A day is not at fault where none was chosen.
    expect(screen.queryByRole('button', { name: 'Back to now' })).toBeNull();
  },
);

it('says what to do, and tries again', async () => {
  let retries = 0;
  renderPart(
    <ErrorState
      error={new Error('cut off')}
      onRetry={() => {
        retries += 1;
      }}
    />,
  );
  expect(
    await screen.findByText(/^Try again\. If it keeps failing, give this/),
  ).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(retries).toBe(1);
});

it.each([
  [undefined, 'entra-mfa.counts.read', /^The figures need the permission/],
  ['counts', 'entra-mfa.counts.read', /^The figures need the permission/],
  ['people', 'entra-mfa.people.read', /^People by name need the permission/],
] as const)('names the permission for %s', async (what, permission, text) => {
  const error = await failed(403, 'No');
  renderPart(<ErrorState error={error} onRetry={() => {}} what={what} />);
  expect(
    await screen.findByRole('heading', { name: 'You may not see this' }),
  ).toBeInTheDocument();
  expect(screen.getByText(permission)).toBeInTheDocument();
  expect(screen.getByText(text)).toBeInTheDocument();
});

it('leads back to now from a day of which nothing is found', async () => {
  const api = new RecordedApi().fail('getOverview', 404, 'No such tenant');
  renderPortal('/entra-mfa?at=2026-11-03', { api });
  expect(await screen.findByText('No such tenant')).toBeInTheDocument();
  expect(
    screen.getByRole('button', { name: 'Back to now' }),
  ).toBeInTheDocument();
});
