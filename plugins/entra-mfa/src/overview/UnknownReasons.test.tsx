import { screen } from '@testing-library/react';
import { stateReasons } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { counts } from '../../dev/testing/contoso';
import { renderPart } from '../../dev/testing/renderPart';
import { renderInPortal, renderPortal } from '../../dev/testing/renderPortal';
import { UnknownReasons } from './UnknownReasons';

it('says of how many nothing is known, and why; each reason opens its list', async () => {
  renderPortal('/entra-mfa');
  const whole = await screen.findByRole('link', {
    name: `${counts.states.unknown} not known`,
  });
  expect(whole).toHaveAttribute('href', '/entra-mfa/people?state=unknown');
  const reason = screen.getByRole('link', {
    name: 'an external method, which the report leaves out',
  });
  expect(reason).toHaveAttribute(
    'href',
    '/entra-mfa/people?state=unknown&reason=external-method',
  );
  expect(whole.closest('li')).toHaveTextContent(
    new RegExp(`^${counts.states.unknown} not known, of them`),
  );
  const unknown = counts.reasons.filter(({ state }) => state === 'unknown');
  expect(reason.closest('ul')!.children).toHaveLength(unknown.length);
  const { count } = counts.reasons.find(
    one => one.reason === 'external-method',
  )!;
  expect(reason.closest('li')).toHaveTextContent(new RegExp(`^${count} `));
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
  renderPart(
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
  const link = await screen.findByRole('link', {
    name: name => name !== '1 not known',
  });
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
