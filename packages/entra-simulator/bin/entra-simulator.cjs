#!/usr/bin/env node
// Runs from source: the package is part of this repository alone and is not published.
require('@backstage/cli-node/config/nodeTransform.cjs');

const { runCli } = require('../src/cli.ts');

runCli().catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
