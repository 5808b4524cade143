import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, yarn } from '../lib/environment.mjs';
import { readmeBlocks } from '../lib/portal/readmeBlocks.mjs';
import { run } from '../lib/run.mjs';

/*
 * Compiles the code of the README, "Install it in your portal", and checks its configuration against the schemas,
 * without a portal. Stands on the declarations that a whole compilation leaves (yarn tsc --incremental false).
 */
const folder = join(root, '.cache/readme');

/** What a portal has in each file already. */
const around = {
  'packages/backend/src/index.ts': `import { createBackend } from '@backstage/backend-defaults';
const backend = createBackend();`,
  'packages/app/src/App.tsx': `import { Route } from 'react-router-dom';`,
  'packages/app/src/components/Root/Root.tsx': `import { SidebarItem } from '@backstage/core-components';`,
  'packages/app/src/components/catalog/EntityPage.tsx': `import { Grid } from '@material-ui/core';`,
};
const aroundFeatures = `import { createApp } from '@backstage/frontend-defaults';
import type { FrontendFeature } from '@backstage/frontend-plugin-api';
declare const catalogPlugin: FrontendFeature;
declare const navModule: FrontendFeature;
declare const homeModule: FrontendFeature;`;

/** Where the compiler finds the packages of this clone. */
const declarations = {
  '@entra-mfa/backstage-plugin-entra-mfa': 'entra-mfa/src',
  '@entra-mfa/backstage-plugin-entra-mfa/legacy': 'entra-mfa/src/legacy',
  '@entra-mfa/backstage-plugin-entra-mfa-backend': 'entra-mfa-backend/src',
  '@entra-mfa/backstage-plugin-catalog-backend-module-entra-mfa':
    'catalog-backend-module-entra-mfa/src',
  '@entra-mfa/backstage-plugin-entra-mfa-common': 'entra-mfa-common/src',
  '@entra-mfa/backstage-plugin-entra-mfa-common/contract':
    'entra-mfa-common/src/contract',
  '@entra-mfa/backstage-plugin-entra-mfa-node': 'entra-mfa-node/src',
  '@entra-mfa/evidence': 'entra-mfa-evidence/src',
};

const tsconfig = {
  extends: '../../node_modules/@backstage/cli/config/tsconfig.json',
  include: ['*.ts', '*.tsx'],
  compilerOptions: {
    declaration: false,
    emitDeclarationOnly: false,
    incremental: false,
    jsx: 'react-jsx',
    noEmit: true,
    paths: Object.fromEntries(
      Object.entries(declarations).map(([name, path]) => [
        name,
        [join(root, 'dist-types/plugins', path)],
      ]),
    ),
  },
};

const contextOf = ({ file, code }) =>
  file ? around[file] : code.includes('createApp') && aroundFeatures;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const blocks = readmeBlocks();
const code = blocks.filter(({ language }) => /^tsx?$/.test(language));
for (const [index, block] of code.entries()) {
  const context = contextOf(block);
  if (!context) {
    throw new Error(
      `What stands in ${block.file ?? 'a block without a file'}? ${block.code}`,
    );
  }
  writeFileSync(
    join(folder, `block${index}.${block.language}`),
    `${context}\n${block.code}\nexport {};\n`,
  );
}
writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
const config = join(folder, 'app-config.yaml');
writeFileSync(
  config,
  blocks
    .filter(({ language, file }) => language === 'yaml' && file)
    .map(block => block.code)
    .join('\n'),
);
const codes = [
  await run(process.execPath, [
    ...[join(root, 'node_modules/typescript/bin/tsc'), '--project', folder],
  ]),
  await run(process.execPath, [
    ...[yarn, 'backstage-cli', 'config:check', '--lax', '--strict'],
    ...['--config', join(root, 'app-config.yaml'), '--config', config],
  ]),
];
process.exit(Math.max(...codes));
