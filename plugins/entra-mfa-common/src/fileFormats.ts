/** What a list can be saved as. @public */
export const fileFormats = ['csv', 'xlsx'] as const;

/** One of {@link fileFormats}. @public */
export type FileFormat = (typeof fileFormats)[number];

/** The media type of each of {@link fileFormats}. @public */
export const fileMediaTypes: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
