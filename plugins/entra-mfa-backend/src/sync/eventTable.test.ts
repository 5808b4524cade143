import {
  entraMfaEvents,
  type EntraMfaEvent,
} from '@entra-mfa/backstage-plugin-entra-mfa-node';
import { printedTable } from '../__testUtils__/printedTable';

interface Field {
  type: string;
  description: string;
  items?: { type: string };
}

function printEvent({ topic, when, schema }: EntraMfaEvent): string[] {
  const fields = Object.entries(schema.properties as unknown as object);
  return fields.map(([name, { type, items, description }]: [string, Field]) =>
    [
      '',
      `\`${topic}\``,
      when,
      `\`${name}\``,
      items ? `${type} of ${items.type}` : type,
      description,
      '',
    ]
      .join(' | ')
      .trim(),
  );
}

it('the fields of every event stand in docs/integrations.md', () => {
  const { inPage, inCode } = printedTable(
    'integrations.md',
    'plugins/entra-mfa-node/src/events.ts',
    [
      '| topic | when | field | type | what it is |',
      '| --- | --- | --- | --- | --- |',
      ...entraMfaEvents.flatMap(printEvent),
    ].join('\n'),
  );
  expect(inPage).toEqual(inCode);
});
