import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureCertificate } from './certificate';

describe('the certificate', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'certificate-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is one for all who start at the same time', async () => {
    const made = await Promise.all(
      Array.from({ length: 5 }, () => ensureCertificate(folder)),
    );
    const [first] = made;
    expect(new Set(made.map(({ certificate }) => certificate)).size).toBe(1);
    expect(await readFile(first.path, 'utf8')).toBe(first.certificate);
    expect(await readFile(join(folder, 'localhost.key'), 'utf8')).toBe(
      first.key,
    );
    const parsed = new X509Certificate(first.certificate);
    expect(parsed.checkHost('localhost')).toBe('localhost');
    expect(parsed.checkIP('127.0.0.1')).toBe('127.0.0.1');
  });

  it('is made anew when its files do not belong together', async () => {
    const first = await ensureCertificate(folder);
    await writeFile(first.path, 'spoiled');
    const second = await ensureCertificate(folder);
    expect(second.certificate).not.toBe(first.certificate);
    expect(await ensureCertificate(folder)).toEqual(second);
  });
});
