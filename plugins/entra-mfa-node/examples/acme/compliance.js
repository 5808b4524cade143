/**
 * Whether every device is managed. It is given what the data set of this module has kept.
 *
 * @type {import('@entra-mfa/backstage-plugin-entra-mfa-node').EntraMfaControlTest}
 */
exports.unmanagedDevices = {
  id: 'acme/unmanaged-devices',
  title: {
    en: 'Every device is managed',
    de: 'Jedes Gerät wird verwaltet',
  },
  link: 'https://learn.microsoft.com/en-us/mem/intune/enrollment/',
  judge({ records }) {
    const unmanaged = records['acme/unmanaged-devices'];
    if (unmanaged === null) return { outcome: 'not-evaluated' };
    return { outcome: unmanaged === 0 ? 'met' : 'not-met', count: unmanaged };
  },
};

/** @type {import('@entra-mfa/backstage-plugin-entra-mfa-node').EntraMfaFramework} */
exports.framework = {
  id: 'acme',
  name: 'Acme policy',
  controls: [
    {
      id: 'ACME-1',
      severity: 'high',
      tests: ['coverage', 'acme/unmanaged-devices'],
      en: {
        title: 'People sign in with two factors, on devices that we manage',
        asks: 'Everyone has a second factor, and no device is left to itself.',
        shows:
          'Who has registered a method, and how many devices nobody manages.',
        missing: 'Whether they sign in from those devices.',
        adds: 'What becomes of a device that nobody manages.',
      },
    },
  ],
};
