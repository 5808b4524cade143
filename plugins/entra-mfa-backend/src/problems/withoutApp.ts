import type { Problem } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** As problems name the app that reads: by its client id, which the configuration requires to be a GUID. */
const namedApp = /\b(a)pp [0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;

/** A problem as those are told who may not know which app reads. */
export function withoutApp(problem: Problem): Problem {
  const hide = (text: string) =>
    text.replace(namedApp, (_, letter) =>
      letter === 'A' ? 'The app' : 'the app',
    );
  return {
    ...problem,
    message: hide(problem.message),
    action: hide(problem.action),
  };
}
