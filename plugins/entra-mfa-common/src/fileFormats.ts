/** What a list can be saved as. @public */
export const fileFormats = ['csv', 'xlsx'] as const;

/** One of {@link fileFormats}. @public */
export type FileFormat = (typeof fileFormats)[number];

/** The media type of each of {@link fileFormats}. @public */
export const fileMediaTypes: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** How a document for people to read can be had. @public */
export const documentFormats = ['pdf', 'html'] as const;

/** One of {@link documentFormats}. @public */
export type DocumentFormat = (typeof documentFormats)[number];

/** The media type of each of {@link documentFormats}. @public */
export const documentMediaTypes: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
};
