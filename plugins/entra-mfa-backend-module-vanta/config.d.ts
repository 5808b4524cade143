export interface Config {
  entraMfa?: {
    sinks?: {
      /** Evidence for Vanta: names, addresses and MFA states of people go there. */
      vanta?: {
        /** The tenant whose people are pushed. */
        tenantId: string;
        /** Where the API of Vanta is. Default: `https://api.vanta.com`; for Vanta Gov `https://api.vanta-gov.com`. */
        apiUrl?: string;
        /** The OAuth client of a private integration ("Build Integrations"). */
        clientId: string;
        /** @visibility secret */
        clientSecret: string;
        /** The resource of the base type UserAccount. Without it no user accounts are pushed. */
        userAccountResourceId?: string;
        /**
         * What becomes of accounts of which the rules do not decide whether they have MFA: they are user accounts with
         * `mfaEnabled: null`, or no user accounts. Default: `null`.
         */
        undecided?: 'null' | 'omit';
        /** The custom resource to which everybody is pushed with their state and why. Without it none is. */
        customResourceId?: string;
        /** Where reports of approved assessments are uploaded. Without it none is. */
        documents?: {
          /** The document (evidence request) in Vanta. */
          documentId: string;
          /** The OAuth client of an application of its own ("Manage Vanta"). */
          clientId: string;
          /** @visibility secret */
          clientSecret: string;
        };
      };
    };
  };
}
