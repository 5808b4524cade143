export interface Config {
  entraMfa?: {
    sinks?: {
      /** Evidence for Drata: names, addresses and MFA states of people go there. */
      drata?: {
        /** The tenant whose people are pushed. */
        tenantId: string;
        /**
         * Where the API of Drata is. Default: `https://public-api.drata.com`; in Europe `https://public-api.eu.drata.com`,
         * in Asia-Pacific `https://public-api.apac.drata.com`.
         */
        apiUrl?: string;
        /** @visibility secret */
        apiKey: string;
        /** The custom connection to which everybody is pushed with their state, and its resource. */
        connectionId: number;
        resourceId: number;
        /** Where reports of approved assessments become evidence. Without it none is. */
        documents?: {
          workspaceId: number;
          /** The user of Drata who owns the evidence. */
          ownerId: number;
          /** Controls that the evidence is for. Default: none. */
          controlIds?: number[];
        };
      };
    };
  };
}
