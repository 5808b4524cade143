import { readXlsx } from 'hucre/xlsx';

/** The sheets of a workbook, as another library reads them than writes them. */
export async function readWorkbook(file: Uint8Array) {
  const { sheets } = await readXlsx(file);
  return sheets;
}
