import type { CatalogGroupBody } from '../collectors/types';

/** The provider of the stock catalog that reads an organisation from Microsoft Graph. */
const DIRECTORY = /^(msgraph|microsoft-graph)[\w-]*:/;

/** All configured sources together. */
const CONFIGURED = 'configured';

/** A Group of the catalog by its ref. */
interface Group {
  ref: string;
  body: CatalogGroupBody;
}

/**
 * Which sources of the catalog define teams. Whoever may register an entity must not give themselves
 * people, so a team has a parent, and members who say it themselves, from its own source alone. With a
 * setting, only the sources that it names define teams, and all of them are as one. Without it, where a
 * provider reads Groups from Microsoft Graph, only its Groups are teams; elsewhere every Group is one.
 */
export class TeamSources {
  readonly #configured: readonly string[] | undefined;
  readonly #directoryOnly: boolean;

  constructor(
    groups: readonly Group[],
    configured: readonly string[] | undefined,
  ) {
    this.#configured = configured;
    this.#directoryOnly = groups.some(({ body }) => isDirectory(body.source));
  }

  /** The Groups that are teams, each with the parent that it may have. */
  teamsAmong(groups: readonly Group[]): Group[] {
    const teams = groups.filter(({ body }) => this.#isTeam(body.source));
    const sources = new Map(
      teams.map(({ ref, body }) => [ref, this.nameOf(body.source)]),
    );
    return teams.map(({ ref, body }) => {
      const parents =
        body.parentRefs ?? (body.parentRef === null ? [] : [body.parentRef]);
      const own = sources.get(ref);
      const parentRef =
        parents.find(parent => sources.get(parent) === own) ?? null;
      return { ref, body: { ...body, parentRef } };
    });
  }

  /** What sources have in common that may give each other parents and members. */
  nameOf(source: string | undefined): string {
    return this.#isConfigured(source) ? CONFIGURED : `:${source ?? ''}`;
  }

  #isTeam(source: string | undefined): boolean {
    return this.#configured
      ? this.#isConfigured(source)
      : !this.#directoryOnly || isDirectory(source);
  }

  /** Names the source, or the folder or organisation that it is in. */
  #isConfigured(source: string | undefined): boolean {
    return (
      this.#configured?.some(
        name =>
          source === name ||
          source?.startsWith(name.endsWith('/') ? name : `${name}/`),
      ) ?? false
    );
  }
}

function isDirectory(source: string | undefined): boolean {
  return source !== undefined && DIRECTORY.test(source);
}
