import type { BasicPermission } from '@backstage/plugin-permission-common';

/** A tab with what it shows, wherever it comes from: the list of the plugin, or an operator's portal. */
export interface TabView {
  id: string;
  /** Its part of the address. */
  path: string;
  /** As an operator, or whoever adds the tab, calls it; without it, as the texts call the tab. */
  title?: string;
  /** Without it, or one of several, the tab is not there. */
  permission?: BasicPermission | readonly BasicPermission[];
  element: JSX.Element;
}
