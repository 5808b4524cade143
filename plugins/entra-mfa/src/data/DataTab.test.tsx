import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CollectorRun, Run } from 'backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, overview, past, tenant } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPortal } from '../../dev/testing/renderPortal';

const inScope = 'state=covered%2Cuncovered%2Cunknown%2Cexempt';
const runs = healthy.answer('getRuns', {}, { limit: 10 });

const inSeconds = (milliseconds: number) =>
  `${(Math.floor(milliseconds / 100) / 10).toFixed(1)} s`;
const changes = ({ added, changed, removed }: CollectorRun) =>
  `+${added} ~${changed} −${removed}`;
const sum = (run: Run, of: (collector: CollectorRun) => number) =>
  run.collectors.reduce((all, collector) => all + of(collector), 0);

/** The whole of a run, as if it were one collector. */
const wholeOf = (run: Run): CollectorRun => ({
  ...run.collectors[0],
  added: sum(run, one => one.added),
  changed: sum(run, one => one.changed),
  removed: sum(run, one => one.removed),
});

/** The cells of each row of the table of reads. */
async function rows() {
  const reads = await panel('Reads');
  await reads.findByRole('table');
  return reads
    .getAllByRole('row')
    .slice(1)
    .map(row => [...row.children].map(({ textContent }) => textContent));
}

/** The numbers of the reads that are listed, whether they are opened or not. */
const numbers = async () =>
  (await rows())
    .map(([number]) => number)
    .filter(number => /^\d+$/.test(number ?? ''));

describe('Reads', () => {
  it('shows each read with what it took, changed and cost, newest first', async () => {
    renderPortal('/entra-mfa/data');
    const shown = await rows();
    expect(shown.map(([number]) => number)).toEqual(
      runs.items.map(({ number }) => String(number)),
    );
    const took = ({ startedAt, endedAt }: Run) =>
      Date.parse(endedAt!) - Date.parse(startedAt);
    expect(shown.map(([, , ...rest]) => rest)).toEqual(
      runs.items.map(run => [
        'published',
        inSeconds(took(run)),
        String(sum(run, one => one.rows)),
        changes(wholeOf(run)),
        String(sum(run, one => one.calls)),
        inSeconds(sum(run, one => one.waitedMs)),
      ]),
    );
    expect(shown[0][1]).toBe('12 min ago');
    expect(shown[1][1]).toBe('1 h ago');
  });

  it('has a heading for each of them', async () => {
    renderPortal('/entra-mfa/data');
    const reads = await panel('Reads');
    const [head] = await reads.findAllByRole('row');
    expect([...head.children].map(({ textContent }) => textContent)).toEqual([
      'Read',
      'Started',
      'Outcome',
      'Took',
      'Rows',
      'Changed',
      'Calls',
      'Waited',
    ]);
  });

  it('opens what each data set of a read did, and closes it', async () => {
    renderPortal('/entra-mfa/data');
    const [run] = runs.items;
    await userEvent.click(
      await screen.findByRole('button', {
        name: `Show what read ${run.number} did`,
      }),
    );
    const shown = await rows();
    expect(shown.slice(1, run.collectors.length + 1)).toEqual(
      run.collectors.map(collector => [
        collector.dataSet,
        'complete',
        '',
        String(collector.rows),
        changes(collector),
        String(collector.calls),
        inSeconds(collector.waitedMs),
      ]),
    );
    await userEvent.click(
      screen.getByRole('button', { name: `Hide what read ${run.number} did` }),
    );
    expect(await rows()).toHaveLength(runs.items.length);
  });

  it('says in words what changed', async () => {
    const [run] = runs.items;
    const api = new RecordedApi().change('getRuns', body => ({
      ...body,
      items: [
        {
          ...run,
          collectors: [
            { ...run.collectors[0], added: 1, changed: 2, removed: 3 },
          ],
        },
      ],
    }));
    renderPortal('/entra-mfa/data', { api });
    expect(await screen.findByText('+1 ~2 −3')).toHaveAttribute(
      'title',
      '1 added, 2 changed, 3 removed',
    );
  });

  it('shows older reads when asked', async () => {
    renderPortal('/entra-mfa/data');
    await rows();
    await userEvent.click(screen.getByRole('button', { name: 'Older reads' }));
    const next = healthy.answer(
      'getRuns',
      {},
      { limit: 10, cursor: runs.pageInfo.nextCursor! },
    );
    const all = [...runs.items, ...next.items];
    await screen.findByRole('button', {
      name: `Show what read ${all[all.length - 1].number} did`,
    });
    expect(await numbers()).toEqual(all.map(({ number }) => String(number)));
  });

  it('has no older ones to show where there are none', async () => {
    const api = new RecordedApi().change('getRuns', body => ({
      ...body,
      pageInfo: { nextCursor: null },
    }));
    renderPortal('/entra-mfa/data', { api });
    await rows();
    expect(screen.queryByRole('button', { name: 'Older reads' })).toBeNull();
  });

  it('shows the reads of the day that is shown', async () => {
    renderPortal(`/entra-mfa/data?at=${past}`);
    const then = healthy.answer('getRuns', {}, { at: past, limit: 10 });
    expect(await numbers()).toEqual(
      then.items.map(({ number }) => String(number)),
    );
  });

  it('opens a failed read at once, says why once, and gives the ids for Microsoft', async () => {
    const [failed] = new RecordedApi('stale').answer(
      'getRuns',
      {},
      { limit: 10 },
    ).items;
    renderPortal('/entra-mfa/data', { scenario: 'stale' });
    const reads = await panel('Reads');
    expect(
      await reads.findByText('failed, nothing published'),
    ).toBeInTheDocument();
    expect(reads.getAllByText(failed.problem!.message)).toHaveLength(1);
    const { requestIds } = failed.collectors.find(({ problem }) => problem)!;
    expect(
      reads.getByText(
        `Request ids for Microsoft support: ${requestIds.join(', ')}`,
      ),
    ).toBeInTheDocument();
    expect(reads.getByText('skipped')).toBeInTheDocument();
  });

  it('says of a held figure what no data set says', async () => {
    const [held] = new RecordedApi('held').answer(
      'getRuns',
      {},
      { limit: 10 },
    ).items;
    renderPortal('/entra-mfa/data', { scenario: 'held' });
    const reads = await panel('Reads');
    expect(await reads.findByText(held.problem!.message)).toBeInTheDocument();
    await userEvent.click(
      reads.getByRole('button', { name: `Hide what read ${held.number} did` }),
    );
    expect(reads.queryByText(held.problem!.message)).toBeNull();
  });

  it('counts how long a read that runs has taken so far', async () => {
    renderPortal('/entra-mfa', { scenario: 'first-run' });
    const [[, , state, took]] = await rows();
    expect(state).toBe('running');
    // Since nine o'clock, by the clock of the page.
    expect(took).toMatch(/^75\d\.\d s$/);
  });

  it('says that nothing has been read yet', async () => {
    const api = new RecordedApi('first-run').change('getRuns', body => ({
      ...body,
      items: [],
    }));
    renderPortal('/entra-mfa', { api });
    expect(
      await screen.findByText(
        'Nothing has been read yet. The first read starts by itself.',
      ),
    ).toBeInTheDocument();
  });

  it('says what went wrong', async () => {
    const api = new RecordedApi().fail('getRuns', 503, 'No database');
    renderPortal('/entra-mfa/data', { api });
    const reads = await panel('Reads');
    expect(await reads.findByText('No database')).toBeInTheDocument();
  });
});

describe('What did not match', () => {
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
    healthy.answer('getUnmatched', {}, { kind, limit: 20 }).items;

  it('lists catalog users whom Entra does not know, each with its page', async () => {
    renderPortal('/entra-mfa/data');
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
      found('catalog-user').map(
        ({ label }) => `/catalog/default/user/${label}`,
      ),
    );
  });

  it('lists report rows that belong to nobody, without a link', async () => {
    renderPortal('/entra-mfa/data');
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
    renderPortal('/entra-mfa/data');
    const { heading, list } = await listOf('People not in the catalog');
    expect(heading).toHaveTextContent(
      `People not in the catalog ${overview.unmatched.peopleNotInCatalog}`,
    );
    expect(list.getByRole('link', { name: 'Open the list' })).toHaveAttribute(
      'href',
      `/entra-mfa/people?inCatalog=false&${inScope}`,
    );
  });

  it('shows more when asked, and says where there is nobody', async () => {
    const [first, second] = found('catalog-user');
    const api = new RecordedApi().switch(
      'getUnmatched',
      async (_, { query }) => {
        const isFirst = query.cursor === undefined;
        const items = isFirst ? [first] : [second];
        return Response.json({
          snapshot: overview.snapshot,
          items: query.kind === 'catalog-user' ? items : [],
          pageInfo: {
            nextCursor:
              query.kind === 'catalog-user' && isFirst ? 'next' : null,
          },
        });
      },
    );
    renderPortal('/entra-mfa/data', { api });
    const users = await listOf('Catalog users not in Entra');
    expect(await users.list.findAllByRole('listitem')).toHaveLength(1);
    await userEvent.click(
      users.list.getByRole('button', { name: 'Show more' }),
    );
    expect(await users.list.findByText(second.label)).toBeInTheDocument();
    expect(users.list.getAllByRole('listitem')).toHaveLength(2);
    expect(api.last('getUnmatched')?.query.cursor).toBe('next');
    expect(users.list.queryByRole('button')).toBeNull();
    const rowsOfNobody = await listOf('Report rows without a person');
    expect(rowsOfNobody.list.getByText('None.')).toBeInTheDocument();
    expect(rowsOfNobody.list.queryByRole('button')).toBeNull();
  });

  it('says which permission it needs', async () => {
    renderPortal('/entra-mfa/data', { scenario: 'counts-only' });
    const unmatched = await panel('What did not match');
    expect(await unmatched.findAllByText('entra-mfa.people.read')).toHaveLength(
      2,
    );
    expect(unmatched.queryByRole('listitem')).toBeNull();
  });

  it('says what went wrong', async () => {
    const api = new RecordedApi().fail('getUnmatched', 503, 'No database');
    renderPortal('/entra-mfa/data', { api });
    const unmatched = await panel('What did not match');
    expect(await unmatched.findAllByText('No database')).toHaveLength(2);
    expect(unmatched.queryByText('None.')).toBeNull();
  });
});

it('says what each data set needs, and why', async () => {
  renderPortal('/entra-mfa/data');
  const { dataSets } = healthy.answer('getTenants', {});
  const needs = await panel('What is read, and what it needs');
  expect(
    needs.getAllByRole('row').map(({ textContent }) => textContent),
  ).toEqual([
    'Data setPermissionLicenceWhy',
    ...dataSets.map(
      ({ title, permission, licence, why }) =>
        `${title}${permission ?? 'none'}${licence ?? 'none'}${why}`,
    ),
  ]);
});

it('asks for the holds of the tenant that is shown', async () => {
  const api = new RecordedApi();
  renderPortal('/entra-mfa/data', { api });
  await panel('Figures that were held');
  expect(api.last('getHolds')?.path).toBe(`/tenants/${tenant}/holds`);
});
