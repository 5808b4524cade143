import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { stepEnvironment } from './environment.mjs';

const running = [];

/**
 * Starts a program that stays, and resolves with the match once it prints that it is ready. Its
 * output goes to a log file; lines that match `echo` are shown too.
 */
export function startService({
  name,
  log,
  cwd,
  args,
  env,
  ready,
  failed,
  echo,
}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: stepEnvironment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.push(child);
    const file = createWriteStream(log);
    const recent = [];
    const read = line => {
      file.write(`${line}\n`);
      recent.push(line);
      recent.splice(0, recent.length - 20);
      if (echo?.test(line)) {
        process.stdout.write(`  ${line.slice(line.search(echo))}\n`);
      }
      if (failed?.test(line)) {
        reject(new Error(`The ${name} failed; ${log} says more:\n${line}`));
      }
      const match = line.match(ready);
      if (match) {
        resolve(match);
      }
    };
    createInterface({ input: child.stdout }).on('line', read);
    createInterface({ input: child.stderr }).on('line', read);
    child.on('error', reject);
    child.on('close', code => {
      if (child.stopping) {
        return;
      }
      const why = `The ${name} stopped (exit code ${code}). Its last lines:\n${recent.join(
        '\n',
      )}`;
      reject(new Error(why));
      if (code) {
        process.stderr.write(`\n${why}\n`);
        stopServices().then(() => process.exit(1));
      }
    });
  });
}

/** Stops everything that was started. */
export async function stopServices() {
  await Promise.all(running.map(stopService));
}

async function stopService(child) {
  child.stopping = true;
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const ended = new Promise(resolve => child.on('close', resolve));
  child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), 8000);
  await ended;
  clearTimeout(kill);
}
