import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { panel } from '../../dev/testing/panel';
import { renderPart } from '../../dev/testing/renderPart';
import { EvidenceTab } from './EvidenceTab';

const key = 'portal.example.com+1a2b3c4d+AQabc+/d';
const note = `log\n213\nroot\n\n— portal.example.com c2lnbmVk\n`;
const root = 'BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=';

const facts = (card: HTMLElement) =>
  Object.fromEntries(
    [...card.querySelectorAll('dt')].map(term => [
      term.textContent,
      term.nextElementSibling?.textContent,
    ]),
  );

function signed(change: { note: string | null }) {
  return new RecordedApi().change('getEvidence', body => ({
    ...body,
    key,
    checkpoint: {
      size: 1213,
      root,
      snapshot: 40,
      at: body.checkpoint!.at,
      ...change,
    },
  }));
}

it('says how long the log is, that nobody signs it and what to do', async () => {
  renderPart(<EvidenceTab />);
  const { card, getByText } = await panel('On record');
  getByText(/Nobody signs this log/);
  getByText(/entraMfa\.evidence\.keyFile/);
  expect(facts(card)).toMatchObject({ Signed: 'not signed' });
  expect(screen.queryByRole('button', { name: /Copy/ })).toBeNull();
  // Without a key, nobody is told to give one.
  expect((await panel('Hand it on')).card).toHaveTextContent(
    'sh bundle/verify.sh echo $?',
  );
});

it('says who signed it, and gives the key and the checkpoint to keep', async () => {
  const copied: string[] = [];
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: async (text: string) => copied.push(text) },
  });
  renderPart(<EvidenceTab />, signed({ note }));
  const { card, getByRole } = await panel('On record');
  expect(card).not.toHaveTextContent('Nobody signs');
  expect(facts(card)).toMatchObject({
    Log: '1,213 entries',
    Signed: 'by portal.example.com',
    Root: root,
    'Public key': key,
  });
  fireEvent.click(getByRole('button', { name: 'Copy key' }));
  fireEvent.click(getByRole('button', { name: 'Copy checkpoint' }));
  await waitFor(() => expect(copied).toEqual([key, note]));
  expect((await panel('Hand it on')).card).toHaveTextContent(
    `sh bundle/verify.sh '${key}'`,
  );
});

it('does not call signed what is not yet', async () => {
  renderPart(<EvidenceTab />, signed({ note: null }));
  const { card } = await panel('On record');
  expect(facts(card)).toMatchObject({ Signed: 'with the next sync' });
  expect(screen.queryByRole('button', { name: 'Copy checkpoint' })).toBeNull();
});

it('tells each finding with since when and how often it held', async () => {
  const api = new RecordedApi().change('getEvidence', body => ({
    ...body,
    items: body.items.slice(0, 1).map(item => ({
      ...item,
      type: 'strength-and-methods' as const,
      since: '2026-10-02T08:00:00.000Z',
      snapshots: 12,
      leaf: 7,
    })),
  }));
  renderPart(<EvidenceTab />, api);
  const { getAllByRole } = await panel('What was found');
  expect(
    getAllByRole('row')
      .slice(1)
      .map(row => [...row.children].map(cell => cell.textContent)),
  ).toEqual([
    [
      'Strength and methods',
      '2 Oct 2026',
      '12',
      '7',
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ],
  ]);
});

it('saves the bundle of the day that is shown, by names only where they are asked for', async () => {
  const names: string[] = [];
  URL.createObjectURL = () => 'blob:bundle';
  URL.revokeObjectURL = () => {};
  jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation(function click(this: HTMLAnchorElement) {
      names.push(this.download);
    });
  const api = new RecordedApi().switch('getEvidenceBundle', () =>
    Promise.resolve(
      new Response('zip', {
        headers: {
          'Content-Disposition': 'attachment; filename="mfa-evidence_x.zip"',
        },
      }),
    ),
  );
  renderPart(<EvidenceTab />, api);
  await panel('Hand it on');
  await userEvent.click(
    await screen.findByRole('button', { name: 'Download' }),
  );
  await userEvent.click(
    await screen.findByRole('menuitem', {
      name: 'Bundle under pseudonyms (ZIP)',
    }),
  );
  await waitFor(() => expect(names).toEqual(['mfa-evidence_x.zip']));
  expect(api.last('getEvidenceBundle')).toMatchObject({
    path: '/evidence/bundle.zip',
    query: { names: 'false' },
  });
});

it('saves the report, also for who may not see everybody', async () => {
  const names: string[] = [];
  URL.createObjectURL = () => 'blob:report';
  URL.revokeObjectURL = () => {};
  jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation(function click(this: HTMLAnchorElement) {
      names.push(this.download);
    });
  const api = new RecordedApi()
    .change('getOverview', body => ({ ...body, visibility: 'some' as const }))
    .switch('getEvidenceReport', () =>
      Promise.resolve(
        new Response('%PDF', {
          headers: {
            'Content-Disposition': 'attachment; filename="mfa-report_x.pdf"',
          },
        }),
      ),
    );
  renderPart(<EvidenceTab />, api);
  await panel('Hand it on');
  await userEvent.click(
    await screen.findByRole('button', { name: 'Report as PDF' }),
  );
  await waitFor(() => expect(names).toEqual(['mfa-report_x.pdf']));
  expect(api.last('getEvidenceReport')).toMatchObject({
    path: '/evidence/report.pdf',
  });
});

it('says before the log began that nothing was put on record', async () => {
  const api = new RecordedApi().change('getEvidence', body => ({
    ...body,
    checkpoint: null,
    items: [],
  }));
  renderPart(<EvidenceTab />, api);
  await screen.findByText(/Nothing was put on record then/);
  expect(screen.queryByRole('heading', { name: 'Hand it on' })).toBeNull();
});

it('offers who sees only some people no file of everybody', async () => {
  const api = new RecordedApi().change('getOverview', body => ({
    ...body,
    visibility: 'some' as const,
  }));
  renderPart(<EvidenceTab />, api);
  await panel('Hand it on');
  await screen.findByText('The bundle is for who may see everybody.');
  expect(screen.queryByRole('button', { name: 'Download' })).toBeNull();
});
