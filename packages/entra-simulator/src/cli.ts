import { readFileSync } from 'node:fs';
import { DateTime } from 'luxon';
import yargs from 'yargs';
import { ensureCertificate } from './certificate';
import { resolveOptions } from './options';
import { startSimulator } from './startSimulator';

const parser = yargs(process.argv.slice(2))
  .scriptName('entra-simulator')
  .usage('$0 [options]\n\nA Microsoft Entra tenant on this machine.')
  .command('$0', 'Start the simulator')
  .command('certificate', 'Make the certificate, print its path and exit')
  .options({
    seed: { type: 'number', describe: 'Which tenant is generated [1]' },
    size: { type: 'number', describe: 'People in scope, 10 to 500000 [1200]' },
    port: { type: 'number', describe: 'Port of https [8443]', default: 8443 },
    'http-port': {
      type: 'number',
      describe: 'Port of plain http, for managed identities [8440]',
      default: 8440,
    },
    host: { type: 'string', describe: 'Address to listen on [localhost]' },
    'tenant-dir': {
      type: 'string',
      describe: 'Serve a folder of Graph response bodies',
    },
    'tenant-id': { type: 'string' },
    'client-id': { type: 'string' },
    'client-secret': { type: 'string' },
    'identity-header': { type: 'string' },
    'certificate-dir': {
      type: 'string',
      describe: 'Where the certificate is kept',
    },
    'start-date': { type: 'string', describe: "The tenant's date [now]" },
    'timeline-start': {
      type: 'string',
      describe: 'First day of the timeline [the start date]',
    },
    'frozen-clock': {
      type: 'boolean',
      describe: 'The date stands still until it is advanced',
    },
    licence: { type: 'string', describe: 'free, p1 or p2 [p2]' },
    'plan-status': {
      type: 'string',
      describe: "State of the licence's plans, such as Warning [Enabled]",
    },
    permissions: {
      type: 'string',
      describe: 'Application permissions, comma-separated',
    },
    'client-secret-ends': {
      type: 'string',
      describe: 'When the client secret expires [never]',
    },
    certificates: {
      type: 'string',
      describe: 'Files of certificates to sign in with, comma-separated',
    },
    'federated-credentials': {
      type: 'string',
      describe: 'A JSON file of federated credentials',
    },
    'other-tenants': {
      type: 'string',
      describe: 'A JSON file of tenants beside the first one',
    },
    'multi-tenant-application': {
      type: 'string',
      describe: 'A JSON file of an application that tenants consent to',
    },
    'consents-file': {
      type: 'string',
      describe: 'A file that keeps who has consented',
    },
    faults: { type: 'string', describe: 'A file with a fault profile' },
    'page-token-lifetime': { type: 'number', describe: 'In seconds [600]' },
    'report-limit': {
      type: 'boolean',
      describe: 'Allow the report 5 requests in 10 seconds [true]',
    },
    'cached-pages': {
      type: 'number',
      describe: 'Written pages to keep, with a frozen clock [0]',
    },
  })
  .strict()
  .version(false);

type Arguments = Awaited<ReturnType<typeof parser.parse>>;

const readDate = (name: string, value: string | undefined) => {
  if (value === undefined) {
    return undefined;
  }
  const date = DateTime.fromISO(value, { zone: 'utc' });
  if (!date.isValid) {
    throw new Error(
      `--${name} ${value} is no date. Write it as 2026-11-21 or 2026-11-21T08:00:00Z.`,
    );
  }
  return date.toJSDate();
};

function readJson(name: string, file: string | undefined): unknown {
  if (file === undefined) {
    return undefined;
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`--${name} ${file} cannot be read as JSON: ${error}`);
  }
}

/** The options of the simulator, from those of the command line. */
function optionsOf(args: Arguments) {
  const entries = {
    seed: args.seed,
    size: args.size,
    port: args.port,
    httpPort: args.httpPort,
    host: args.host,
    tenantDir: args.tenantDir,
    tenantId: args.tenantId,
    clientId: args.clientId,
    clientSecret: args.clientSecret,
    identityHeader: args.identityHeader,
    certificateDir: args.certificateDir,
    startDate: readDate('start-date', args.startDate),
    timelineStart: readDate('timeline-start', args.timelineStart),
    frozenClock: args.frozenClock,
    licence: args.licence,
    planStatus: args.planStatus,
    permissions: args.permissions?.split(',').map(name => name.trim()),
    clientSecretEnds: readDate(
      'client-secret-ends',
      args.clientSecretEnds,
    )?.toISOString(),
    certificates: args.certificates
      ?.split(',')
      .map(path => readFileSync(path.trim(), 'utf8')),
    federatedCredentials: readJson(
      'federated-credentials',
      args.federatedCredentials,
    ),
    otherTenants: readJson('other-tenants', args.otherTenants),
    multiTenantApplication: readJson(
      'multi-tenant-application',
      args.multiTenantApplication,
    ),
    consentsFile: args.consentsFile,
    faults: readJson('faults', args.faults),
    pageTokenLifetime: args.pageTokenLifetime,
    cachedPages: args.cachedPages,
    reportLimit: args.reportLimit === false ? false : undefined,
  };
  return resolveOptions(
    Object.fromEntries(
      Object.entries(entries).filter(([, value]) => value !== undefined),
    ),
  );
}

/** Runs the command line. */
export async function runCli(): Promise<void> {
  const args = await parser.parse();
  const options = optionsOf(args);
  if (args._[0] === 'certificate') {
    const { path } = await ensureCertificate(options.certificateDir);
    process.stdout.write(`${path}\n`);
    return;
  }
  const simulator = await startSimulator(options);
  const stop = () => {
    simulator.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.stdout.write(
    `Entra simulator ready: ${simulator.url} (tenant ${simulator.tenantId}), managed identity ${simulator.msiUrl}, certificate ${simulator.certificatePath}\n`,
  );
}
