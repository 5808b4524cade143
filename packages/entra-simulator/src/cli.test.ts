import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

jest.setTimeout(60_000);

const bin = resolve(__dirname, '../bin/entra-simulator.cjs');
const folder = mkdtempSync(join(tmpdir(), 'simulator-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command line; `onOutput` gets the process when it has written a line. */
const run = (
  args: string[],
  onOutput: (kill: () => void) => void = () => {},
): Promise<{ code: number | null; stdout: string; stderr: string }> =>
  new Promise(done => {
    const child = spawn(process.execPath, [bin, ...args], {
      env: { PATH: process.env.PATH },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', data => {
      stdout += data;
      if (stdout.includes('\n')) {
        onOutput(() => child.kill('SIGTERM'));
      }
    });
    child.stderr.on('data', data => {
      stderr += data;
    });
    child.on('close', code => done({ code, stdout, stderr }));
  });

it('says in one line that it is ready, and stops when it is told to', async () => {
  const { code, stdout } = await run(
    ['--port', '0', '--http-port', '0', '--certificate-dir', folder],
    kill => kill(),
  );
  expect(stdout).toMatch(
    /^Entra simulator ready: https:\/\/localhost:\d+ .*localhost\.crt\n$/,
  );
  expect(code).toBe(0);
});

it('takes secrets that begin with a dash, each in one word', async () => {
  const { code, stderr } = await run(
    [
      ...['--port=0', '--http-port=0', `--certificate-dir=${folder}`],
      ...['--client-secret=-d1', '--identity-header=--size'],
    ],
    kill => kill(),
  );
  expect([code, stderr]).toEqual([0, '']);
});

it('makes a certificate and keeps it', async () => {
  const args = ['certificate', '--certificate-dir', join(folder, 'kept')];
  const first = await run(args);
  const path = first.stdout.trim();
  const certificate = readFileSync(path, 'utf8');
  expect(certificate).toContain('BEGIN CERTIFICATE');
  expect(statSync(path.replace('.crt', '.key')).mode & 0o077).toBe(0);
  await run(args);
  expect(readFileSync(path, 'utf8')).toBe(certificate);
});

it.each([
  [['--size', '5'], />=10[\s\S]*size/],
  [['--tenant-id', 'contoso'], /must be a GUID[\s\S]*tenantId/],
  [['--start-date', 'yesterday'], /--start-date yesterday is no date/],
  [['--faults', '/not/there'], /--faults \/not\/there cannot be read/],
  [['--other-tenants', '/not'], /--other-tenants \/not cannot be read/],
  [['--sise', '5'], /sise/],
])('refuses %j with a text that helps', async (args, text) => {
  const { code, stderr } = await run(args);
  expect(code).toBe(1);
  expect(stderr).toMatch(text);
  expect(stderr).not.toContain('    at ');
});
