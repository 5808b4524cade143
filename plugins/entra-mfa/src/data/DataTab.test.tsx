import { RecordedApi } from '../../dev/answers/RecordedApi';
import { healthy, past, tenant } from '../../dev/testing/contoso';
import { panel } from '../../dev/testing/panel';
import { renderPortal } from '../../dev/testing/renderPortal';

it('shows the reads of the day that is shown, and what did not match then', async () => {
  const api = new RecordedApi();
  renderPortal(`/entra-mfa/connections?at=${past}`, { api });
  const then = healthy.answer('getRuns', {}, { at: past, limit: 25 });
  const reads = await panel('Reads');
  expect(
    (await reads.findAllByRole('button', { name: /what read \d+ did$/ })).map(
      ({ textContent }) => textContent,
    ),
  ).toEqual(then.items.map(({ number }) => String(number)));
  expect(api.last('getUnmatched')?.query.at).toBe(past);
});

it('says what each data set needs, and why', async () => {
  renderPortal('/entra-mfa/connections');
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
  renderPortal('/entra-mfa/connections', { api });
  await panel('Figures that were held');
  expect(api.last('getHolds')?.path).toBe(`/tenants/${tenant}/holds`);
});
