import { spawn } from 'node:child_process';
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

/** Runs the repository's own Yarn. */
export const runYarn = (args, options) =>
  run(process.execPath, [yarn, ...args], options);
