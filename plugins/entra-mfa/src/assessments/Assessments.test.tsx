import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  entraMfaAssessmentAuditPermission,
  entraMfaAssessmentPreparePermission,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { tenant } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPortal } from '../../dev/testing/renderPortal';

jest.setTimeout(30_000);

const page = '/entra-mfa/compliance/assessments';
const recorded = new RecordedApi('assessments');

it('says what an assessment is for where there is none, and starts one with the last full quarter', async () => {
  const api = new RecordedApi('assessments').change('getAssessments', body => ({
    ...body,
    items: [],
  }));
  renderPortal(page, { api });
  const list = await panel('Assessments');
  expect(list.getByText('No assessment yet')).toBeVisible();
  expect(list.getByText(/answers an auditor who asks/)).toBeVisible();
  await userEvent.click(
    list.getByRole('button', { name: 'Start with Q3 2026' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByRole('textbox', { name: /^Title/ })).toHaveValue(
    'Q3 2026',
  );
  // All of the framework at first: what is left out is not sent.
  const boxes = await dialog.findAllByRole('checkbox');
  expect(boxes.filter(box => !(box as HTMLInputElement).checked)).toEqual([]);
  await userEvent.click(dialog.getByRole('checkbox', { name: /^MFA-10/ }));
  await userEvent.click(dialog.getByRole('button', { name: 'Start' }));
  expect(await screen.findByText('Started.')).toBeInTheDocument();
  expect(api.last('startAssessment')?.body).toEqual({
    title: 'Q3 2026',
    from: '2026-07-01',
    to: '2026-09-30',
    controls: boxes.slice(0, 9).map((_, index) => `mfa/MFA-0${index + 1}`),
  });
  expect(await screen.findByRole('heading', { name: 'Q3 2026' })).toBeVisible();
  expect(
    screen.getByText('Whoever prepares it submits it for review.'),
  ).toBeVisible();
});

it('lists them by what they are, what waits for somebody first', async () => {
  renderPortal(page, { scenario: 'assessments' });
  await panel('Assessments');
  expect(
    screen.getAllByRole('heading', { level: 3 }).map(one => one.textContent),
  ).toEqual(['In review', 'Approved']);
  const { items } = recorded.answer('getAssessments', {});
  const approved = within(screen.getByRole('row', { name: /Q3 2026/ }));
  expect(approved.getByRole('link')).toHaveAttribute(
    'href',
    `/entra-mfa/compliance/assessments/1?tenant=${tenant}`,
  );
  expect(
    approved.getByText(
      `${
        items.find(({ number }) => number === 1)!.metThroughout
      } of 10 controls`,
    ),
  ).toBeVisible();
});

it('tells each control over the period, what it rests on, and whose the next step is', async () => {
  const api = new RecordedApi('assessments');
  renderPortal(`${page}/2`, { api });
  const head = await panel('October and November');
  expect(head.getByText('In review')).toBeVisible();
  expect(head.getByText(/Somebody else than/)).toHaveTextContent(
    'Somebody else than security approves or returns it.',
  );
  expect(
    head.getByRole('link', { name: 'It is to take the place of number 1' }),
  ).toHaveAttribute('href', expect.stringContaining('/assessments/1?'));

  const { result, pins } = recorded.answer('getAssessment', { number: 2 });
  const [first] = result.controls;
  const controls = await panel('Controls over the period');
  const line = within(controls.getByRole('row', { name: /^MFA-01 / }));
  expect(line.getByText(`${first.days.met} of ${result.days}`)).toBeVisible();
  expect(
    line.getByRole('img', {
      name: new RegExp(`^${result.days} days of the period: `),
    }),
  ).toBeInTheDocument();
  expect(line.getByText(/^not met, /)).toBeVisible();

  const period = await panel('In the period');
  const [{ open, closed }] = result.gaps!;
  expect(closed.fixed).toBeGreaterThan(0);
  const [still, , fixed] = within(
    period.getByRole('row', { name: /^Not registered/ }),
  ).getAllByRole('cell');
  expect(still).toHaveTextContent(new RegExp(`^${open}$`));
  expect(fixed).toHaveTextContent(new RegExp(`^${closed.fixed}$`));

  const bundle = await panel('Hand it on');
  expect(bundle.getByText(/nobody has approved it/)).toBeVisible();
  expect(bundle.getByText(/has no key and signs nothing/)).toBeVisible();

  const rests = await panel('What it rests on');
  expect(
    within(rests.getByRole('row', { name: /^Statements of syncs/ })).getByText(
      String(pins.snapshots),
    ),
  ).toBeVisible();
  expect(rests.getByRole('link')).toHaveAttribute(
    'href',
    `/entra-mfa/compliance/evidence?tenant=${tenant}&at=2026-11-21`,
  );

  await userEvent.click(head.getByRole('button', { name: 'Approve' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/From then on it is frozen/)).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: 'Approve' }));
  expect(await screen.findByText('Approved.')).toBeInTheDocument();
  expect(api.last('decideAssessment')).toMatchObject({
    query: { tenant },
    body: { decision: 'approved', step: 2 },
  });
  expect(
    await screen.findByRole('link', {
      name: 'It took the place of number 1',
    }),
  ).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
});

it('returns one with what is to be mended, and answers an auditor about a control', async () => {
  const api = new RecordedApi('assessments');
  renderPortal(`${page}/2`, { api });
  const head = await panel('October and November');
  await userEvent.click(head.getByRole('button', { name: 'Return' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByRole('button', { name: 'Return' })).toBeDisabled();
  await userEvent.type(dialog.getByRole('textbox'), 'Leave out this month');
  await userEvent.click(dialog.getByRole('button', { name: 'Return' }));
  expect(await screen.findByText('Returned.')).toBeInTheDocument();
  await waitFor(() =>
    expect(screen.getAllByText('Leave out this month')).toHaveLength(2),
  );

  await userEvent.click(screen.getByRole('link', { name: /^It is to take/ }));
  const asked = await panel('Requests and answers');
  expect(asked.getByText(/about MFA-01/)).toBeVisible();
});

describe('who may only audit', () => {
  const may = [entraMfaAssessmentAuditPermission.name];

  it('sees their assessments alone, and comments on them', async () => {
    const api = new RecordedApi('auditor')
      .change('getAssessment', body => ({
        ...body,
        key: 'portal.example.com+1a2b3c4d+AQ',
      }))
      .switch('getAssessmentBundle', () =>
        Promise.resolve(
          new Response('zip', {
            headers: {
              'Content-Disposition':
                'attachment; filename="mfa-assessment-1.zip"',
            },
          }),
        ),
      );
    renderPortal('/entra-mfa', { api, may });
    const link = await screen.findByRole('link', { name: 'Q3 2026' });
    expect(
      screen.getAllByRole('tab').map(({ textContent }) => textContent),
    ).toEqual(['Compliance', 'Assessments']);
    expect(
      screen.getByText(/that are assigned to you\. You can read them/),
    ).toBeVisible();
    await userEvent.click(link);
    const controls = await panel('Controls over the period');
    expect(controls.queryByRole('link')).toBeNull();
    const rests = await panel('What it rests on');
    expect(rests.queryByRole('link')).toBeNull();
    expect(
      screen
        .getAllByRole('button')
        .map(({ textContent }) => textContent)
        .filter(Boolean),
    ).toEqual(['Download bundle', 'Comment']);

    // What they hand on, with the key that they know it by.
    const names: string[] = [];
    URL.createObjectURL = () => 'blob:bundle';
    URL.revokeObjectURL = () => {};
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        names.push(this.download);
      });
    const bundle = await panel('Hand it on');
    expect(bundle.getByText(/^unzip mfa-assessment-1_/)).toHaveTextContent(
      "sh bundle/verify.sh 'portal.example.com+1a2b3c4d+AQ' echo $?",
    );
    expect(bundle.getByText(/Take it from here/)).toBeVisible();
    await userEvent.click(
      bundle.getByRole('button', { name: 'Download bundle' }),
    );
    await waitFor(() => expect(names).toEqual(['mfa-assessment-1.zip']));
    expect(api.last('getAssessmentBundle')).toMatchObject({
      path: '/assessments/1/bundle.zip',
      query: { tenant },
    });
  });

  it('is somebody else than who may see nothing at all', async () => {
    renderPortal('/entra-mfa', {
      scenario: 'no-permission',
      may: [entraMfaAssessmentPreparePermission.name],
    });
    expect(await screen.findByText('entra-mfa.counts.read')).toBeVisible();
    expect(screen.queryByRole('tab')).toBeNull();
  });
});
