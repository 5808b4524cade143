export interface Config {
  /** What this portal adds to the stock one. */
  portal?: {
    /** Who sees everybody by name and may start a sync. */
    security?: {
      /** Entity refs of groups whose members are security. */
      groups?: string[];
      /** Entity refs of users who are security. */
      users?: string[];
    };
    /** Who sees the assessments that are assigned to them, and no figures. */
    auditors?: {
      /** Entity refs of groups whose members audit. */
      groups?: string[];
      /** Entity refs of users who audit. */
      users?: string[];
    };
  };
  /** What `npm run demo` sets. */
  demo?: {
    /** Where the simulated tenant is controlled. */
    simulatorUrl: string;
    /** How many past days are synced at the first start. */
    historyDays: number;
    /** A file that appears when the portal's pages are built. */
    pagesBuiltFile: string;
  };
}
