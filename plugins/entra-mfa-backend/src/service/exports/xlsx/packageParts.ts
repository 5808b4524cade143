import { stylesXml } from './styles';
import { xmlText } from './xmlText';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations =
  'http://schemas.openxmlformats.org/package/2006/relationships';
const spreadsheet =
  'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What Excel takes in the name of a sheet. */
const LONGEST_NAME = 31;

/** The parts of a workbook that are written whole, by their paths: all but its sheets. */
export function packageParts(sheets: readonly string[]): [string, string][] {
  const numbered = (part: (name: string, number: number) => string) =>
    sheets.map((name, i) => part(name, i + 1)).join('');
  return [
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${numbered(
        (_, number) =>
          `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`,
      )}</Types>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${numbered(
        (name, number) =>
          `<sheet name="${xmlText(
            name.slice(0, LONGEST_NAME),
          )}" sheetId="${number}" r:id="rId${number}"/>`,
      )}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${packageRelations}">${numbered(
        (_, number) =>
          `<Relationship Id="rId${number}" Type="${relations}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
      )}<Relationship Id="rId${
        sheets.length + 1
      }" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', stylesXml],
  ];
}
