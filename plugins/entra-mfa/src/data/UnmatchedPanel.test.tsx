import { waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, overview } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPart } from '../../dev/testing/renderPart';
import { UnmatchedPanel } from './UnmatchedPanel';

const inScope = 'state=covered%2Cuncovered%2Cunknown%2Cexempt';

const listOf = async (title: string) => {
  const unmatched = await panel('What did not match');
  const heading = await unmatched.findByRole('heading', {
    name: new RegExp(`^${title}`),
  });
  return {
    heading,
    list: within(heading.closest('section') as HTMLElement),
  };
};
const found = (kind: 'catalog-user' | 'report-row') =>
  healthy.answer('getUnmatched', {}, { kind, limit: 25 }).items;

it('lists catalog users whom Entra does not know, each with its page', async () => {
  renderPart(<UnmatchedPanel overview={overview} />);
  const { heading, list } = await listOf('Catalog users not in Entra');
  expect(heading).toHaveTextContent(
    `Catalog users not in Entra ${overview.unmatched.catalogUsersNotInEntra}`,
  );
  const items = await list.findAllByRole('listitem');
  expect(items.map(({ textContent }) => textContent)).toEqual(
    found('catalog-user').map(({ label, key }) => `${label} ${key}`),
  );
  expect(
    items.map(item => item.querySelector('a')?.getAttribute('href')),
  ).toEqual(
    found('catalog-user').map(({ label }) => `/catalog/default/user/${label}`),
  );
});

it('lists report rows that belong to nobody, without a link', async () => {
  renderPart(<UnmatchedPanel overview={overview} />);
  const { heading, list } = await listOf('Report rows without a person');
  expect(heading).toHaveTextContent(
    `Report rows without a person ${overview.unmatched.rowsWithoutPerson}`,
  );
  const items = await list.findAllByRole('listitem');
  expect(items.map(({ textContent }) => textContent)).toEqual(
    found('report-row').map(({ label, key }) => `${label} ${key}`),
  );
  expect(list.queryByRole('link')).toBeNull();
});

it('counts people whom the catalog does not know, and opens their list', async () => {
  renderPart(<UnmatchedPanel overview={overview} />);
  const { heading, list } = await listOf('People not in the catalog');
  expect(heading).toHaveTextContent(
    `People not in the catalog ${overview.unmatched.peopleNotInCatalog}`,
  );
  expect(list.getByRole('link', { name: 'Open the list' })).toHaveAttribute(
    'href',
    `/entra-mfa/people?inCatalog=false&${inScope}`,
  );
});

it('goes on to the next page, and says where there is nobody', async () => {
  const [first, second] = found('catalog-user');
  const api = new RecordedApi().switch('getUnmatched', async (_, { query }) => {
    const isFirst = query.cursor === undefined;
    const items = isFirst ? [first] : [second];
    return Response.json({
      snapshot: overview.snapshot,
      items: query.kind === 'catalog-user' ? items : [],
      pageInfo: {
        nextCursor: query.kind === 'catalog-user' && isFirst ? 'next' : null,
      },
    });
  });
  renderPart(<UnmatchedPanel overview={overview} />, api);
  const users = await listOf('Catalog users not in Entra');
  expect(await users.list.findAllByRole('listitem')).toHaveLength(1);
  await userEvent.click(users.list.getByRole('button', { name: 'Next page' }));
  expect(await users.list.findByText(second.label)).toBeInTheDocument();
  expect(users.list.getAllByRole('listitem')).toHaveLength(1);
  expect(api.last('getUnmatched')?.query.cursor).toBe('next');
  expect(users.list.getByRole('button', { name: 'Next page' })).toBeDisabled();
  const rowsOfNobody = await listOf('Report rows without a person');
  expect(rowsOfNobody.list.getByText('None.')).toBeInTheDocument();
  expect(rowsOfNobody.list.queryByRole('button')).toBeNull();
});

it('says which permission it needs', async () => {
  renderPart(
    <UnmatchedPanel overview={overview} />,
    new RecordedApi('counts-only'),
  );
  const unmatched = await panel('What did not match');
  await waitFor(() =>
    expect(unmatched.getAllByText('entra-mfa.people.read')).toHaveLength(2),
  );
  expect(unmatched.queryByRole('listitem')).toBeNull();
  expect(unmatched.queryByText('entra-mfa.counts.read')).toBeNull();
});

it('says what went wrong, and tries again when asked', async () => {
  const api = new RecordedApi().fail('getUnmatched', 503, 'No database');
  renderPart(<UnmatchedPanel overview={overview} />, api);
  const unmatched = await panel('What did not match');
  await waitFor(() =>
    expect(unmatched.getAllByText('No database')).toHaveLength(2),
  );
  expect(unmatched.queryByText('None.')).toBeNull();
  api.change('getUnmatched', body => body);
  const [retry] = unmatched.getAllByRole('button', { name: 'Try again' });
  await userEvent.click(retry);
  expect(await unmatched.findAllByRole('listitem')).not.toHaveLength(0);
});

it('says nothing yet while it waits', async () => {
  const api = new RecordedApi().silence('getUnmatched');
  renderPart(<UnmatchedPanel overview={overview} />, api);
  const unmatched = await panel('What did not match');
  expect(unmatched.queryByText('None.')).toBeNull();
  expect(unmatched.queryByText('entra-mfa.people.read')).toBeNull();
});
