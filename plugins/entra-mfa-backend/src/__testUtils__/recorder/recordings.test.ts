import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { printed } from './printed';
import { Recorder } from './record';
import { scenarios } from './scenarios';
import type { Recording } from './types';

jest.setTimeout(120_000);

/** The component tests and the development page of the frontend live on these. */
const directory = resolve(__dirname, '../../../../entra-mfa/dev/recorded');
const isRecording = process.env.ENTRA_MFA_RECORD === 'true';

const recorder = new Recorder();
afterAll(() => recorder.stop());

/** What a recording holds, piece by piece, by what it answers. */
function piecesOf({ at, tenant, answers, steps }: Recording) {
  return new Map<string, string>([
    ['time and tenant', JSON.stringify([at, tenant])],
    ...[...answers, ...steps].map((answer): [string, string] => [
      `${answer.request} ${JSON.stringify(
        'sent' in answer ? answer.sent : '',
      )}`,
      JSON.stringify(answer),
    ]),
  ]);
}

/** What two recordings say differently, or only one of them says. */
function differences(one: Recording, other: Recording): string[] {
  const [ones, others] = [piecesOf(one), piecesOf(other)];
  return [...new Set([...ones.keys(), ...others.keys()])].filter(
    key => ones.get(key) !== others.get(key),
  );
}

it.each(Object.keys(scenarios))(
  'the backend answers as recorded: %s (if it is meant to answer otherwise, record again by: yarn record)',
  async name => {
    const file = resolve(directory, `${name}.json`);
    const recording = await recorder.record(scenarios[name]);
    if (isRecording) {
      mkdirSync(directory, { recursive: true });
      writeFileSync(file, `${printed(recording)}\n`);
    }
    expect(existsSync(file)).toBe(true);
    const kept: Recording = JSON.parse(readFileSync(file, 'utf8'));
    expect(differences(kept, recording)).toEqual([]);
  },
);

it('records what can be sent to anybody: no secret, and no key', () => {
  for (const name of Object.keys(scenarios)) {
    const text = readFileSync(resolve(directory, `${name}.json`), 'utf8');
    // What startTestApi is configured with.
    expect(text).not.toContain('not-used');
    expect(text).not.toContain('0123456789abcdef');
    expect(text).not.toMatch(/Bearer|client_?secret/i);
  }
});
