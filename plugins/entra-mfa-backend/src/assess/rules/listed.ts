import type { RuleSettings } from '../types';
import { leftOut } from './leftOut';
import type { Question } from './types';

interface Lists {
  ids: Map<string, { owner: string; reason: string }>;
  patterns: { expression: RegExp; owner: string; reason: string }[];
}

/** Patterns are compiled once for a set of settings, not for each of 500,000 people. */
const compiled = new WeakMap<RuleSettings, Lists>();

function listsOf(settings: RuleSettings): Lists {
  let lists = compiled.get(settings);
  if (!lists) {
    lists = {
      ids: new Map(
        settings.listed.map(entry => [entry.objectId.toLowerCase(), entry]),
      ),
      patterns: settings.listedPatterns.map(entry => ({
        ...entry,
        expression: new RegExp(entry.pattern, 'i'),
      })),
    };
    compiled.set(settings, lists);
  }
  return lists;
}

function entryFor({ facts, settings }: Question) {
  const { ids, patterns } = listsOf(settings);
  return (
    ids.get(facts.objectId.toLowerCase()) ??
    patterns.find(({ expression }) =>
      expression.test(facts.user.userPrincipalName),
    )
  );
}

/** Shared mailboxes and service accounts: Graph alone cannot tell them, so a person lists them. */
export const listed = leftOut({
  scopeClass: 'listed',
  text: question => {
    const entry = entryFor(question);
    return entry
      ? `Left out by the list that ${entry.owner} owns: ${entry.reason}`
      : 'Accounts that somebody has listed, each with an owner and a reason, are left out.';
  },
  facts: question => {
    const entry = entryFor(question);
    return {
      objectId: question.facts.objectId,
      userPrincipalName: question.facts.user.userPrincipalName,
      ...(entry && { owner: entry.owner, reason: entry.reason }),
    };
  },
  fits: question => entryFor(question) !== undefined,
});
