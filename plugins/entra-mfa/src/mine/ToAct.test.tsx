import { screen, within } from '@testing-library/react';
import type {
  Mine,
  Overview,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { overview, past } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPart } from '../../dev/testing/renderPart';
import { renderPortal } from '../../dev/testing/renderPortal';
import { ToAct } from './ToAct';

const draw = (mine: Partial<Mine>, having: Partial<Overview> = {}) => {
  const api = new RecordedApi().change('getMine', before => ({
    ...before,
    ...mine,
  }));
  renderPart(<ToAct overview={{ ...overview, ...having }} />, api);
  return api;
};

const row = () => screen.findByRole('list', { name: 'What needs you' });

const told = async () =>
  within(await row())
    .getAllByRole('listitem')
    .map(item => [
      item.textContent,
      item.getAttribute('data-wrong') === 'true',
      within(item).getByRole('link').getAttribute('href'),
    ]);

const privileged = (uncovered: number) => ({
  privileged: {
    ...overview.privileged!,
    coverage: { ...overview.privileged!.coverage, uncovered },
  },
});

const problem = {
  code: 'no-permission' as const,
  message: 'Missing',
  action: 'Grant it',
  dataSet: null,
  since: null,
};

it('has what is wrong in one row, each with its list', async () => {
  draw(
    {
      visibility: 'all',
      requests: 2,
      reviews: [
        {
          ...{ number: 3, title: 'Role', open: 2 },
          ...{ dueOn: '2026-11-26', daysLeft: 5 },
        },
        {
          ...{ number: 4, title: 'Team', open: 1 },
          ...{ dueOn: '2026-11-20', daysLeft: -1 },
        },
        { number: 5, title: 'Any', open: 1, dueOn: null, daysLeft: null },
      ],
      breakGlass: {
        configured: 4,
        findings: [{ code: 'failing', count: 4 }],
      },
    },
    {
      ...privileged(3),
      freshness: { ...overview.freshness, problems: [problem] },
    },
  );
  expect(await told()).toEqual([
    [
      '3 privileged people not registered',
      true,
      '/entra-mfa/people?privileged=true&state=uncovered',
    ],
    [
      '4 of 4 break-glass accounts fail',
      true,
      '/entra-mfa/compliance/break-glass',
    ],
    [
      '2 requests wait for a decision',
      true,
      '/entra-mfa/compliance/exceptions',
    ],
    ...[
      '2 people to decide on in “Role”, until 26 Nov 2026',
      '1 person to decide on in “Team”, was due on 20 Nov 2026',
      '1 person to decide on in “Any”',
    ].map((text, i) => [
      text,
      true,
      `/entra-mfa/compliance/reviews/${i + 3}?reviewer=me&decision=open`,
    ]),
    ['1 problem of the connection', true, '/entra-mfa/connections'],
  ]);
});

it('is quiet where nothing is wrong', async () => {
  draw(
    {
      visibility: 'all',
      requests: 0,
      breakGlass: { configured: 2, findings: [] },
    },
    {
      ...privileged(0),
      freshness: { ...overview.freshness, problems: [] },
    },
  );
  expect((await told()).map(([text, isWrong]) => [text, isWrong])).toEqual([
    ['no gap among privileged people', false],
    ['break-glass accounts pass', false],
    ['no request waits', false],
    ['connection works', false],
  ]);
});

it('says that it is not known who is privileged', async () => {
  draw({ visibility: 'all' }, { privileged: null });
  const [[text, isWrong, href]] = await told();
  expect(text).toBe('who is privileged is not known');
  expect(isWrong).toBe(true);
  expect(href).toBe('/entra-mfa/people/roles');
});

it('stands above the figures of the overview, and the register is no footnote', async () => {
  const api = new RecordedApi();
  renderPortal('/entra-mfa', { api });
  const acts = await row();
  const { card } = await panel('Registered');
  expect(
    acts.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING,
  ).toBeTruthy();
  expect(screen.getAllByText(/break-glass account/)).toHaveLength(1);
  expect(api.last('getBreakGlass')).toBeUndefined();
});

it('is not there of a past day', async () => {
  renderPortal(`/entra-mfa?at=${past}`);
  await panel('Registered');
  expect(screen.queryByRole('list', { name: 'What needs you' })).toBeNull();
});
