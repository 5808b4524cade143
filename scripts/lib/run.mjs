import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { root, stepEnvironment, yarn } from './environment.mjs';

/** Runs a program with its output on screen and resolves with its exit code. */
export function run(program, args, { env = {}, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: stepEnvironment(env),
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal ? 1 : code));
  });
}

/**
 * Runs a program without its output, and resolves with its exit code and what it printed. With
 * `inBackground`, it takes what computing others leave.
 */
export function runQuietly(
  program,
  args,
  { env = {}, cwd = root, inBackground = false } = {},
) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: stepEnvironment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (inBackground && child.pid !== undefined) {
      setPriority(child.pid, constants.priority.PRIORITY_LOW);
    }
    let output = '';
    child.stdout.on('data', chunk => (output += chunk));
    child.stderr.on('data', chunk => (output += chunk));
    child.on('error', reject);
    child.on('close', code => resolve({ code, output }));
  });
}

/** Runs the repository's own Yarn. */
export const runYarn = (args, options) =>
  run(process.execPath, [yarn, ...args], options);
