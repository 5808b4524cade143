export interface Config {
  portal?: {
    /**
     * Who can be signed in as without a password, in this order; without it, a guest.
     * @deepVisibility frontend
     */
    signIn?: {
      /** The id of the auth provider that signs in as this person. */
      provider: string;
      title: string;
      description: string;
    }[];
  };
}
