/** What whoever was led here by a browser gets: another address, or a page. */
export type PageAnswer =
  | { redirect: string }
  | {
      html: string;
      status: 200 | 410;
      /** What came of it, for the record. */
      outcome: 'granted' | 'refused' | 'failed' | 'over';
      tenantId?: string;
    };
