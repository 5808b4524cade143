import type {
  Freshness,
  Problem,
  Run,
  Runs,
  Tenants,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** As problems name the app that reads: by its client id, which the configuration requires to be a GUID. */
const namedApp = /\b(a)pp [0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;

/** Problems as those are told who may not know which app reads. */
function hideApps(freshness: Freshness): Freshness {
  return { ...freshness, problems: freshness.problems.map(withoutApp) };
}

/** An answer as those are told who may not know which app reads. */
export function hideAppsOfAnswer<Answer extends { freshness: Freshness }>(
  answer: Answer,
): Answer {
  return answer.freshness.problems.length === 0
    ? answer
    : { ...answer, freshness: hideApps(answer.freshness) };
}

/** Runs as those are told who may not know which app reads. */
export function hideAppsOfRuns(runs: Runs): Runs {
  return { ...runs, items: runs.items.map(hideAppsOfRun) };
}

/** Tenants as those are told who may not know which app reads, with what it signs in, and where to consent to it. */
export function hideAppsOfTenants(tenants: Tenants): Tenants {
  return {
    ...tenants,
    items: tenants.items.map(item => ({
      ...hideAppsOfAnswer(item),
      clientId: null,
      consentUrl: null,
      credential: null,
    })),
  };
}

/** A run as those are told who may not know which app reads. */
function hideAppsOfRun(run: Run): Run {
  return {
    ...run,
    problem: run.problem && withoutApp(run.problem),
    collectors: run.collectors.map(collector => ({
      ...collector,
      problem: collector.problem && withoutApp(collector.problem),
    })),
  };
}

function withoutApp(problem: Problem): Problem {
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
