import { screen, waitFor } from '@testing-library/react';
import type { BreakGlass } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { RecordedApi } from '../../dev/answers/RecordedApi';
import { past } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { BreakGlassNote } from './BreakGlassNote';

const finding = (findings: BreakGlass['findings']) =>
  new RecordedApi().change('getBreakGlass', body => ({
    ...body,
    configured: 5,
    findings,
  }));

it('says all that the register of the day finds, and leads there', async () => {
  renderPart(
    <BreakGlassNote />,
    finding([
      { code: 'failing', count: 2 },
      { code: 'not-known', count: 1 },
    ]),
    { search: `at=${past}` },
  );
  const link = await screen.findByRole('link', {
    name: 'Break-glass accounts',
  });
  expect(link).toHaveAttribute(
    'href',
    `/entra-mfa/compliance/break-glass?at=${past}`,
  );
  expect(link.parentElement).toHaveTextContent(
    /^Break-glass accounts: 2 of 5 accounts fail a check\. Of 1 of 5 accounts not everything is known\.$/,
  );
});

it('is not there where the register finds nothing', async () => {
  const api = renderPart(<BreakGlassNote />, finding([]));
  await screen.findByText('drawn');
  await waitFor(() => expect(api.answered).toBe(1));
  await new Promise(resolve => setTimeout(resolve, 20));
  expect(screen.queryByRole('link')).toBeNull();
});
