import type { Access, PeopleRule } from './Access';
import type { Entry } from './Entry';

const rules: Record<PeopleRule, string> = {
  nobody: 'nobody by name',
  seen: 'whom the caller may see',
  some: 'whom the caller may see; refused where that is nobody',
  everybody: 'everybody; refused under conditions',
};

/** Who may call each route, and whose data it tells, as a table in Markdown. */
export function accessTable(entries: readonly Entry[]): string {
  return [
    '| route | one of these permissions | for | people |',
    '| --- | --- | --- | --- |',
    ...entries.map(({ route, access, withheld, open }) =>
      row([
        `\`${route.method.toUpperCase()} ${route.path}\``,
        [
          needed(access),
          access.given?.needs &&
            [
              `with \`${access.given.parameter}\` also \`${access.given.needs.name}\``,
              access.given.unless && `but for ${access.given.unless.who}`,
            ]
              .filter(Boolean)
              .join(', '),
          withheld && `in full with \`${withheld.name}\``,
        ]
          .filter(Boolean)
          .join('; '),
        [
          access.only ? `${access.only.principal}s` : 'users, services',
          open && `without a session ${open.where}`,
        ]
          .filter(Boolean)
          .join('; '),
        rules[access.people] +
          (access.given?.people
            ? `; with \`${access.given.parameter}\`, ${
                rules[access.given.people]
              }`
            : ''),
      ]),
    ),
  ].join('\n');
}

/** What is put on record, as a table in Markdown. */
export function auditTable(entries: readonly Entry[]): string {
  return [
    '| event | severity | of | `meta` | fails |',
    '| --- | --- | --- | --- | --- |',
    ...[...byEvent(entries)].map(([event, ofEvent]) => {
      const audits = ofEvent.flatMap(({ audit }) => audit ?? []);
      const asked = union(audits.map(audit => audit.asked));
      const found = union(audits.map(audit => audit.found));
      return row([
        `\`${event}\``,
        audits[0].severity,
        ofEvent
          .map(({ route }) => `\`${route.method.toUpperCase()} ${route.path}\``)
          .join('<br>'),
        [
          asked.map(code).join(', '),
          found.length > 0 && `when accepted ${found.map(code).join(', ')}`,
        ]
          .filter(Boolean)
          .join('; '),
        union(audits.map(audit => [audit.refused])).join('; '),
      ]);
    }),
  ].join('\n');
}

function needed({ anyOf, orWho }: Access): string {
  return anyOf.length === 0
    ? 'none: whoever is signed in'
    : [
        ...anyOf.map(({ name }) => code(name)),
        ...(orWho ? [orWho.who] : []),
      ].join(' or ');
}

function byEvent(entries: readonly Entry[]): Map<string, Entry[]> {
  const events = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.audit) {
      const { event } = entry.audit;
      events.set(event, [...(events.get(event) ?? []), entry]);
    }
  }
  return events;
}

function union(lists: readonly string[][]): string[] {
  return [...new Set(lists.flat())];
}

function code(name: string): string {
  return `\`${name}\``;
}

function row(cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}
