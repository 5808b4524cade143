import type {
  Connections,
  Freshness,
  Run,
  Runs,
  Tenants,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import { withoutApp } from '../../problems/withoutApp';

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

/** Connections as those are told who may not know which app reads. */
export function hideAppsOfConnections(connections: Connections): Connections {
  return {
    items: connections.items.map(item => ({
      ...item,
      clientId: null,
      problems: item.problems.map(withoutApp),
      dataSets: item.dataSets.map(set => ({
        ...set,
        problem: set.problem && withoutApp(set.problem),
      })),
      episodes: item.episodes.map(episode => ({
        ...episode,
        problems: episode.problems.map(withoutApp),
      })),
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
