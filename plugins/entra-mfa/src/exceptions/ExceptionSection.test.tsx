import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { ExceptionSection } from './ExceptionSection';

const answer = healthy.answer(
  'getExceptions',
  {},
  { state: 'in-force', sort: 'until', limit: 25 },
);
const [one, other] = answer.items.map((item, index) => ({
  ...item,
  reason: `Reason ${index}`,
}));

const draw = (
  api: RecordedApi,
  name: 'waiting' | 'inForce' | 'over' = 'inForce',
  q?: string,
) =>
  renderPart(
    <ExceptionSection name={name} states={['in-force']} sort="until" q={q} />,
    api,
  );

it('goes on to the next page of a long list', async () => {
  const api = new RecordedApi().switch(
    'getExceptions',
    async (_, { query }) => {
      const isFirst = query.cursor === undefined;
      return Response.json({
        ...answer,
        states: { ...answer.states, 'in-force': 21, requested: 7 },
        items: [isFirst ? one : other],
        pageInfo: { nextCursor: isFirst ? 'next' : null },
      });
    },
  );
  draw(api);
  expect(await screen.findByText('Reason 0')).toBeInTheDocument();
  expect(
    screen.getByRole('heading', { name: 'In force 21' }),
  ).toBeInTheDocument();
  expect(screen.queryByText('None is in force.')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
  expect(await screen.findByText('Reason 1')).toBeInTheDocument();
  expect(screen.queryByText('Reason 0')).toBeNull();
  expect(api.last('getExceptions')?.query).toEqual({
    state: 'in-force',
    sort: 'until',
    limit: '25',
    cursor: 'next',
  });
  expect(screen.getByRole('button', { name: 'Next page' })).toBeDisabled();
});

it.each([
  ['Reason 1', 'In force 1', 'Reason 1'],
  ['ada', 'In force 0', 'None has “ada” in what you may see of it.'],
])('is searched for “%s”, and counts what is found', async (q, title, text) => {
  const items = q === other.reason ? [other] : [];
  const api = new RecordedApi().switch('getExceptions', () =>
    Response.json({ ...answer, items, totalItems: items.length }),
  );
  draw(api, 'inForce', q);
  expect(await screen.findByText(text)).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: title })).toBeInTheDocument();
  expect(api.last('getExceptions')?.query).toMatchObject({ q, count: 'true' });
});

it.each([
  ['waiting', 'Nothing waits for a decision.'],
  ['inForce', 'None is in force.'],
  ['over', 'None yet.'],
] as const)('says of %s that there is none', async (name, text) => {
  const api = new RecordedApi().change('getExceptions', body => ({
    ...body,
    items: [],
  }));
  draw(api, name);
  expect(await screen.findByText(text)).toBeInTheDocument();
  expect(screen.queryByRole('listitem')).toBeNull();
});

it('says nothing of what it does not know yet', async () => {
  draw(new RecordedApi().silence('getExceptions'));
  const heading = await screen.findByRole('heading', { level: 3 });
  expect(heading.textContent).toBe('In force ');
  expect(document.querySelectorAll('.bui-Skeleton')).toHaveLength(1);
  expect(screen.queryByText('None is in force.')).toBeNull();
});

it('says what went wrong, and tries again when asked', async () => {
  const api = new RecordedApi().fail('getExceptions', 503, 'No database');
  draw(api);
  expect(await screen.findByText('No database')).toBeInTheDocument();
  expect(document.querySelector('.bui-Skeleton')).toBeNull();
  expect(screen.queryByText('None is in force.')).toBeNull();
  api.change('getExceptions', body => body);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findAllByText(/^asked by/)).not.toHaveLength(0);
});
