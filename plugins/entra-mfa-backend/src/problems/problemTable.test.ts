import { problemCodes } from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { printedTable } from '../__testUtils__/printedTable';
import { registrations } from '../collectors/registrations';
import { explain } from '../graph/explain';
import { readAnswer } from '../graph/readAnswer';
import { problemTable } from './problemTable';
import { troubleshootingTable } from './troubleshootingTable';
import type { ProblemKind } from './types';

it('stands in docs/troubleshooting.md', () => {
  const { inPage, inCode } = printedTable(
    'troubleshooting.md',
    'plugins/entra-mfa-backend/src/problems',
    troubleshootingTable(problemTable),
  );
  expect(inPage).toEqual(inCode);
});

describe('the table of problems', () => {
  it('has every code of the contract, and no other', () => {
    const codes = new Set(problemTable.map(({ code }) => code));
    expect([...codes].sort()).toEqual([...problemCodes].sort());
  });

  it('gives each number of Microsoft Entra one meaning', () => {
    const numbers = problemTable.flatMap(({ signIn = [] }) => signIn);
    expect(numbers.length).toBeGreaterThan(60);
    expect(numbers).toEqual([...new Set(numbers)]);
  });

  it('has one answer for a code to whether it passes', () => {
    const passing = new Map<string, boolean>();
    for (const { code, passes = false } of problemTable) {
      expect([code, passing.get(code) ?? passes]).toEqual([code, passes]);
      passing.set(code, passes);
    }
  });

  it('keeps nothing of what somebody has to mend', () => {
    const passing = problemTable.filter(({ passes }) => passes);
    expect(new Set(passing.map(({ code }) => code))).toEqual(
      new Set([
        'sign-in-throttled',
        'sign-in-unavailable',
        'licence-check-failed',
        'refused-midway',
        'throttled',
        'graph-unavailable',
        'unreachable',
        'timeout',
        'cut-off',
        'not-json',
        'catalog-unavailable',
        'stopped',
        'key-service',
      ]),
    );
  });

  const answers = problemTable.flatMap(kind =>
    (kind.graph ?? [])
      .map(text => /^(\d{3})(?: (\w+))?$/.exec(text))
      .flatMap((found): [string, number, string, ProblemKind][] =>
        found ? [[kind.code, Number(found[1]), found[2] ?? '', kind]] : [],
      ),
  );

  it.each(answers)(
    '%s, when Graph answers %i %s',
    async (code, status, name, { message }) => {
      const body = JSON.stringify({ error: { code: name, message: '' } });
      const error = await readAnswer(
        new Response(body, { status }),
        new Date(),
      ).catch(thrown => thrown);
      const premium = message.includes('{premium}') ? 'P2' : null;
      const { problem } = explain(error, {
        tenantId: 'tenant-1',
        clientId: 'client-1',
        collector: registrations,
        premium,
      });
      expect(problem.code).toBe(code);
      expect(problem.message + problem.action).not.toMatch(/[{}]/);
    },
  );
});
