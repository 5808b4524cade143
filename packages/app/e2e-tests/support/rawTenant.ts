import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import Database from 'better-sqlite3';
import type { Running } from './Portal';

/**
 * The simulated tenant's raw pages in tables of an SQLite in memory, one row for each JSON object,
 * to be counted by plain SQL: another way to the same figures than the product's.
 */
export async function rawTenant(running: Running): Promise<Database.Database> {
  const token = await signIn(running);
  const database = new Database(':memory:');
  for (const [table, path] of Object.entries({
    users:
      '/v1.0/users?$top=999&$select=id,userPrincipalName,accountEnabled,userType,employeeHireDate',
    registrations:
      '/v1.0/reports/authenticationMethods/userRegistrationDetails?$top=999',
  })) {
    database.exec(`CREATE TABLE ${table} (row TEXT)`);
    const insert = database.prepare(`INSERT INTO ${table} VALUES (?)`);
    let next: string | undefined = `${running.graphRoot}${path}`;
    while (next) {
      const page: { value: object[]; '@odata.nextLink'?: string } =
        await askGraph(running, next, { token });
      page.value.forEach(row => insert.run(JSON.stringify(row)));
      next = page['@odata.nextLink'];
    }
  }
  return database;
}

async function signIn(running: Running): Promise<string> {
  const { access_token: token } = await askGraph<{ access_token: string }>(
    running,
    `${running.graphRoot}/${running.tenantId}/oauth2/v2.0/token`,
    {
      form: new URLSearchParams({
        client_id: running.clientId,
        client_secret: running.clientSecret,
        grant_type: 'client_credentials',
        scope: `${running.graphRoot}/.default`,
      }),
    },
  );
  return token;
}

/** Asks with Node's own client, which takes the simulator's certificate as an option. */
async function askGraph<T>(
  running: Running,
  url: string,
  { token, form }: { token?: string; form?: URLSearchParams },
): Promise<T> {
  for (;;) {
    const { status, retryAfter, text } = await send(running, url, token, form);
    if (status === 200) {
      return JSON.parse(text);
    }
    if (status !== 429) {
      throw new Error(`${url}: ${status} ${text}`);
    }
    await new Promise(done => setTimeout(done, retryAfter * 1000));
  }
}

function send(
  running: Running,
  url: string,
  token?: string,
  form?: URLSearchParams,
): Promise<{ status: number; retryAfter: number; text: string }> {
  return new Promise((done, reject) => {
    const asked = request(
      url,
      {
        method: form ? 'POST' : 'GET',
        ca: readFileSync(running.certificate),
        headers: {
          ...(token && { Authorization: `Bearer ${token}` }),
          ...(form && { 'Content-Type': 'application/x-www-form-urlencoded' }),
        },
      },
      response => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', chunk => {
          text += chunk;
        });
        response.on('end', () =>
          done({
            status: response.statusCode ?? 0,
            retryAfter: Number(response.headers['retry-after'] ?? 1),
            text,
          }),
        );
      },
    );
    asked.on('error', reject);
    asked.end(form?.toString());
  });
}
