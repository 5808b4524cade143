import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './collection';
import type { Answer, Question, Tenant } from './Tenant';

/**
 * Serves a folder of whole response bodies as they are, one file for each endpoint:
 * `v1.0.<path with dots>.json`, with `id` for an id in the path, and `~lastPage` for the page that
 * follows a `@odata.nextLink`, `~changes` for what follows a `@odata.deltaLink`. Only the origin of these links is made this
 * server's.
 */
export function folderTenant(folder: string): Tenant {
  if (!existsSync(folder)) {
    throw new Error(
      `There is no folder ${folder}. Name a folder of Graph response bodies with --tenant-dir.`,
    );
  }

  const read = async (name: string): Promise<Row | undefined> => {
    const file = join(folder, `${name}.json`);
    if (!existsSync(file)) {
      return undefined;
    }
    try {
      return JSON.parse(await readFile(file, 'utf8'));
    } catch (error) {
      throw new Error(`${file} does not hold JSON: ${error}`);
    }
  };

  return {
    propertiesOf: () => undefined,
    async answer(question: Question): Promise<Answer | undefined> {
      const { matched, query, origin } = question;
      const path = question.path
        .replace(/\/+$/, '')
        .replace(/\/microsoft\.graph\.user$/i, '')
        // The parameters of a function are not in the name of its file.
        .replace(/\([^/]*\)$/, '');
      if (matched.form === 'count') {
        const counted = await read(
          `${fileName(path.replace(/\/\$count$/, ''))}~count`,
        );
        const count = counted?.['@odata.count'];
        return count === undefined
          ? undefined
          : { kind: 'text', text: String(count) };
      }
      const laterPage = query.skipToken ? '~lastPage' : '';
      const variant = query.deltaToken ? '~changes' : laterPage;
      const body =
        (await read(fileName(path) + variant)) ??
        (await read(fileName(path, matched.id) + variant)) ??
        (await oneOf(path, matched.id));
      return body && { kind: 'body', body: withOrigin(castOf(body), origin) };

      function castOf(whole: Row): Row {
        return matched.form === 'cast' && Array.isArray(whole.value)
          ? {
              ...whole,
              value: whole.value.filter(
                ({ '@odata.type': type = '#microsoft.graph.user' }) =>
                  type === '#microsoft.graph.user',
              ),
            }
          : whole;
      }
    },
  };

  /** One thing, where only the list of its kind is there. */
  async function oneOf(path: string, id?: string): Promise<Row | undefined> {
    if (!id || !path.endsWith(`/${id}`)) {
      return undefined;
    }
    const listed = fileName(path.slice(0, -id.length - 1));
    for (const name of [listed, `${listed}~lastPage`]) {
      const value = (await read(name))?.value;
      const found =
        Array.isArray(value) && value.find(candidate => candidate.id === id);
      if (found) {
        return found;
      }
    }
    return undefined;
  }
}

/** The name of the file for a path; a name never leads out of its folder. */
function fileName(path: string, id?: string): string {
  return path
    .split('/')
    .filter(Boolean)
    .map(segment => (segment === id ? 'id' : segment))
    .join('.')
    .replace(/[^\w.$-]/g, '_')
    .replace(/\.{2,}/g, '.');
}

function withOrigin(body: Row, origin: string): Row {
  const links = ['@odata.nextLink', '@odata.deltaLink'].flatMap(name => {
    const link = body[name];
    return typeof link === 'string'
      ? [[name, link.replace(/^https?:\/\/[^/]+/, origin)]]
      : [];
  });
  return { ...body, ...Object.fromEntries(links) };
}
