import { screen } from '@testing-library/react';
import {
  breakGlassCheckCodes,
  methodKinds,
  type BreakGlassCheckResult,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { renderPart } from '../../dev/testing/renderPart';
import { useCheckWords } from './useCheckWords';

function Found({ results }: { results: BreakGlassCheckResult[] }) {
  const found = useCheckWords();
  return (
    <ul>
      {results.map((result, index) => (
        <li key={index}>{found(result)}</li>
      ))}
    </ul>
  );
}

const result = (
  code: BreakGlassCheckResult['code'],
  values: BreakGlassCheckResult['values'] = {},
): BreakGlassCheckResult => ({
  check: 'own-method',
  outcome: 'failed',
  code,
  values,
});

const textsOf = async (results: BreakGlassCheckResult[]) => {
  renderPart(<Found results={results} />);
  return (await screen.findAllByRole('listitem')).map(
    ({ textContent }) => textContent ?? '',
  );
};

it('names what it is about', async () => {
  expect(
    await textsOf([
      result('methods', { kinds: ['phone', 'newMethod'], tier: 'phone' }),
      result('same', { dailyKind: 'windows-hello' }),
      result('differs', { dailyKind: 'newMethod' }),
      result('drill-overdue', { days: 123, on: '2026-07-21' }),
      result('drill-recent', { on: '2026-11-01' }),
    ]),
  ).toEqual([
    'Registered: phone, newMethod (phone).',
    'Rests on Windows Hello alone, as most daily administrators do: register another kind of method.',
    'Does not rest on newMethod, as most daily administrators do.',
    'The last drill was 123 days ago, on 21 Jul 2026: another one is due.',
    'The last drill was on 1 Nov 2026.',
  ]);
});

it('has words of its own for everything that a check can find', async () => {
  const texts = await textsOf(breakGlassCheckCodes.map(code => result(code)));
  expect(new Set(texts).size).toBe(breakGlassCheckCodes.length);
  for (const text of texts) expect(text).toMatch(/^[A-Z].* .*\.$/);
});

it('has words of its own for every kind of method', async () => {
  const texts = await textsOf(
    methodKinds.map(kind => result('methods', { kinds: [kind] })),
  );
  expect(new Set(texts).size).toBe(methodKinds.length);
});
