export interface Config {
  entraMfa?: {
    /**
     * What the catalog is told: nothing, the coverage of groups, or also the state of users. Anyone
     * who may read the catalog may read it. Default: `groups`.
     */
    exposure?: 'off' | 'groups' | 'all';
  };
}
