/**
 * Devices that nobody manages, read from Microsoft Graph with each sync.
 *
 * @type {import('@entra-mfa/backstage-plugin-entra-mfa-node').EntraMfaDataSet}
 */
exports.devices = {
  id: 'acme/unmanaged-devices',
  title: 'unmanaged devices',
  endpoint: '/devices',
  query: { $select: 'id,isManaged' },
  permission: 'Device.Read.All',
  why: 'To test that every device is managed',
  documentation:
    'https://learn.microsoft.com/en-us/graph/api/device-list?view=graph-rest-1.0',
  // A test counts what is kept: nothing is kept of a device that is managed.
  toRecords: ({ id, isManaged }) =>
    isManaged ? [] : [{ key: String(id).toLowerCase(), body: {} }],
};
