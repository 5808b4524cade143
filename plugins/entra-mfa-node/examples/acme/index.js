const {
  coreServices,
  createBackendModule,
} = require('@backstage/backend-plugin-api');
const {
  entraMfaComplianceExtensionPoint,
  entraMfaDataSetsExtensionPoint,
  entraMfaEvidenceSignerExtensionPoint,
  entraMfaEvidenceSinksExtensionPoint,
  entraMfaKeyServiceExtensionPoint,
  entraMfaNotifiersExtensionPoint,
} = require('@entra-mfa/backstage-plugin-entra-mfa-node');
const { framework, unmanagedDevices } = require('./compliance');
const { devices } = require('./dataSet');
const { keyService } = require('./keyService');
const { chat } = require('./notifier');
const { signer } = require('./signer');
const { archive } = require('./sink');

/** Adds one of each. A module of your own takes what it needs. */
exports.default = createBackendModule({
  pluginId: 'entra-mfa',
  moduleId: 'acme',
  register(env) {
    env.registerInit({
      deps: {
        compliance: entraMfaComplianceExtensionPoint,
        config: coreServices.rootConfig,
        dataSets: entraMfaDataSetsExtensionPoint,
        evidence: entraMfaEvidenceSignerExtensionPoint,
        keys: entraMfaKeyServiceExtensionPoint,
        notifiers: entraMfaNotifiersExtensionPoint,
        sinks: entraMfaEvidenceSinksExtensionPoint,
      },
      async init(points) {
        const { compliance, config, dataSets, evidence, keys } = points;
        const { notifiers, sinks } = points;
        dataSets.addDataSet(devices);
        compliance.addTest(unmanagedDevices);
        compliance.addFramework(framework);
        notifiers.addNotifier(chat(config.getString('acme.chat.url')));
        evidence.setSigner(await signer(config.getString('acme.signingKey')));
        keys.setKeyService(keyService());
        sinks.addSink(archive(config.getString('acme.archive.url')));
      },
    });
  },
});
