const { Script } = require('node:vm');
const { setFlagsFromString } = require('node:v8');
const Runtime = require('@backstage/cli/config/jestCachingModuleLoader');
require('./optimizeLater.cjs');

// What is compiled for one test file is to be there for the next ones too.
setFlagsFromString('--no-flush-bytecode');

/** Of this process, as Jest makes a runtime for each test file: what files are as JavaScript, by how and by name. */
const transforms = new Map();
/** And what that is compiled to, by name. */
const scripts = new Map();

/**
 * What nothing replaces while tests run, unlike the clock: the code of a test finds it in its scope. In
 * the global scope that Jest makes, each look at one takes so long that arithmetic takes ten times as long.
 */
const constants = [
  ...['Array', 'BigInt', 'Boolean', 'Buffer', 'DataView', 'Error', 'JSON'],
  ...['Map', 'Math', 'Number', 'Object', 'Promise', 'Proxy', 'Reflect'],
  ...['RegExp', 'Set', 'String', 'Symbol', 'TypeError', 'Uint8Array'],
  ...['Uint32Array', 'WeakMap', 'WeakSet', 'isNaN', 'parseInt', 'process'],
];

/**
 * For each test file, Jest reads and compiles anew each module that the file loads, which is most of what
 * a module takes. Here a process does so once. A module still runs anew for each test file.
 */
module.exports = class OnceCompiledRuntime extends Runtime {
  constructor(config, environment, resolver, transformer, files, ...rest) {
    super(config, environment, resolver, transformer, files, ...rest);
    const [, , globalConfig] = rest;
    this.watches = globalConfig.watch || globalConfig.watchAll;
    this.constants = constants.map(name => environment.global[name]);
  }

  transformFile(filename, options) {
    if (this.watches || options?.isInternalModule) {
      return super.transformFile(filename, options);
    }
    const key = `${this._config.id} ${options?.supportsStaticESM} ${filename}`;
    const known = transforms.get(key);
    if (!known) {
      const code = super.transformFile(filename, options);
      transforms.set(key, this._fileTransforms.get(filename));
      return code;
    }
    // As the runtime of Jest does: traces of errors speak of the source.
    this._fileTransforms.set(filename, known);
    if (known.sourceMapPath) {
      this._sourceMapRegistry.set(filename, known.sourceMapPath);
    }
    return known.code;
  }

  createScriptFromCode(code, filename) {
    const context = this._environment.getVmContext();
    const run = script => script.runInContext(context)(...this.constants);
    const known = scripts.get(filename);
    if (context && known?.code === code) {
      return run(known.script);
    }
    // What it would import while it runs belongs to the runtime of one test file.
    if (!context || /\bimport\s*\(/.test(code)) {
      return super.createScriptFromCode(code, filename);
    }
    const parameters = this.constructInjectedModuleParameters().join();
    const head = `(function(${constants.join()}){return function(${parameters}){`;
    let script;
    try {
      script = new Script(`${head}${code}\n}})`, {
        filename,
        columnOffset: -head.length,
      });
    } catch {
      // Jest says what is wrong, and where.
      return super.createScriptFromCode(code, filename);
    }
    scripts.set(filename, { code, script });
    return run(script);
  }
};
