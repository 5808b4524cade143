#!/usr/bin/env node
const { existsSync } = require('node:fs');
const { resolve } = require('node:path');

const source = resolve(__dirname, '../src/cli.ts');
if (existsSync(source)) {
  require('@backstage/cli-node/config/nodeTransform.cjs');
}

const { runCli } = require(existsSync(source) ? source : '../dist/cli.cjs.js');
runCli().catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
