import { fork, type ChildProcess } from 'child_process';
import { resolve } from 'path';

/** A process of its own: so that what it holds and does is its own, and can be measured. */
export interface Child<Answer> {
  /** What it says first; rejects when it ends before. */
  answer: Promise<Answer>;
  stop(): void;
}

/** Starts one of the scripts of this folder, which finds `input` in its arguments. */
export function startChild<Answer>(
  script: string,
  input: unknown,
  nodeOptions: string[] = [],
): Child<Answer> {
  const child: ChildProcess = fork(
    resolve(__dirname, `${script}.ts`),
    [JSON.stringify(input)],
    {
      execArgv: [
        ...nodeOptions,
        '--expose-gc',
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      ],
    },
  );
  return {
    answer: new Promise<Answer>((done, fail) => {
      // The loader that makes TypeScript run here tells its parent what it loads, too.
      child.on('message', (message: { answer?: Answer }) => {
        if (message.answer !== undefined) {
          done(message.answer);
        }
      });
      child.once('exit', code =>
        fail(new Error(`${script} ended with ${code}`)),
      );
    }),
    stop: () => child.kill(),
  };
}

/** What the parent gave to this process. */
export function inputOf<Input>(): Input {
  return JSON.parse(process.argv[2]);
}

/** Tells the parent. */
export function answer(value: unknown): void {
  process.send!({ answer: value });
}
