import type { RootSystemMetadataService } from '@backstage/backend-plugin-api';

/** Whether the portal has its notifications plugin, on this backend or another that it knows of. */
export async function hasNotifications(
  plugins: RootSystemMetadataService,
): Promise<boolean> {
  const installed = await plugins.getInstalledPlugins();
  return installed.some(({ pluginId }) => pluginId === 'notifications');
}
