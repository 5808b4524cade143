export interface Config {
  techInsights?: {
    /** What is told of how teams stand with MFA registration. */
    entraMfa?: {
      /**
       * Controls whose status by team is a fact, each by its framework and its id. Default: `mfa/MFA-01` and
       * `mfa/MFA-02`.
       */
      controls?: string[];
      /** Kinds that have the facts of who owns them. Default: `Component`, `API`, `Resource` and `System`. */
      kinds?: string[];
    };
  };
}
