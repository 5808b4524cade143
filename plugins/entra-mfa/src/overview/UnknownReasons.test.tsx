import { screen } from '@testing-library/react';
import { stateReasons } from 'backstage-plugin-entra-mfa-common';
import { FixtureTenant } from '../../dev/fixture/tenant';
import { renderInPortal, renderPortal } from '../../dev/testing/renderPortal';
import { UnknownReasons } from './UnknownReasons';

const { counts } = new FixtureTenant('healthy', 0).overview();
if (!counts) throw new Error('the fixture has no figures');

it('says of how many nothing is known, and why; each reason opens its list', async () => {
  renderPortal('/entra-mfa');
  const whole = await screen.findByRole('link', {
    name: `${counts.states.unknown} not known`,
  });
  expect(whole).toHaveAttribute('href', '/entra-mfa/people?state=unknown');
  expect(
    screen.getByRole('link', { name: 'no report row yet' }),
  ).toHaveAttribute(
    'href',
    '/entra-mfa/people?state=unknown&reason=no-row-yet',
  );
});

it.each(
  stateReasons.filter(reason =>
    [
      'no-row-yet',
      'no-licence',
      'no-permission',
      'not-read',
      'external-method',
      'certificate-scope',
    ].includes(reason),
  ),
)('has words for %s', async reason => {
  renderInPortal(
    <ul>
      <UnknownReasons
        counts={{
          ...counts,
          states: { ...counts.states, unknown: 1 },
          reasons: [{ state: 'unknown', reason, count: 1 }],
        }}
      />
    </ul>,
  );
  const [, link] = await screen.findAllByRole('link');
  expect(link).toHaveTextContent(/^[a-z].* /);
  expect(link).toHaveAttribute(
    'href',
    `/entra-mfa/people?state=unknown&reason=${reason}`,
  );
});

it('says nothing where everybody is known', async () => {
  renderInPortal(
    <ul aria-label="list">
      <UnknownReasons
        counts={{ ...counts, states: { ...counts.states, unknown: 0 } }}
      />
    </ul>,
  );
  expect(await screen.findByRole('list')).toBeEmptyDOMElement();
});
