import type { ScopeClass } from '@entra-mfa/backstage-plugin-entra-mfa-common';

/** How a person stands in the figure that is published. */
export interface Standing {
  state: string;
  scopeClass: string | null;
  /** The exception by which the person is exempt; null unless they are. */
  exceptionId?: string | null;
}

/** In place of a class of scope, of who is exempt by an Entra group. */
const BY_GROUP = 'exempt-group';

/** Some people by what they count as. */
export interface Figure {
  covered: number;
  uncovered: number;
}

/**
 * What puts people out of scope, or back into it, without anybody having said so: a property that
 * Microsoft gives. A fault that changes it for many is a fault of the figure too.
 */
export const scopeProperties: Partial<
  Record<ScopeClass | typeof BY_GROUP, string>
> = {
  mailbox: 'what mailboxes are for',
  disabled: 'accountEnabled',
  guest: 'userType',
  sync: 'the role or name of a synchronisation account',
  'bulk-enrolment': 'the name of a bulk enrolment account',
  agent: 'the type of an agent identity',
  'scope-rule': 'what scope rules ask of them: a property or a group',
  [BY_GROUP]: 'who is in the group of an exception',
};

/**
 * What became of the people of the published figure, person by person. Only who was in the directory
 * then and is now is compared, so that people who join or leave explain no fall, and hide none.
 *
 * People of whom nothing is known any more count as not registered: rows that vanish make nobody
 * uncovered until they are missed twice, and by then nobody new is covered no more. So does who comes
 * into scope by a property and is not known yet. Who has an exception, or had one, is left aside, and so
 * is whom somebody lists; but who comes into the Entra group of an exception that was in force before, or leaves it,
 * is like who does so in that of a scope rule.
 */
export class FigureChange {
  readonly before: Figure = { covered: 0, uncovered: 0 };
  readonly now: Figure = { covered: 0, uncovered: 0 };
  /** People who were covered and are not, wherever they are now. */
  lost = 0;
  /** People who count as not registered here because they are not known now. */
  notKnown = 0;
  /** People who came into scope uncovered, and who left it covered, by the class that changed. */
  readonly entered = new Map<string, number>();
  readonly left = new Map<string, number>();

  /** @param isByGroup - whether an exception is for an Entra group, and was in force before as it is now */
  constructor(
    private readonly isByGroup: (exceptionId: string) => boolean = () => false,
  ) {}

  /** @param person - how the data alone would have them stand, by the rules of the published figure */
  add(before: Standing | null, now: Standing): void {
    const last = before && this.#told(before);
    const person = this.#told(now);
    if (!last || last.state === 'exempt' || person.state === 'exempt') {
      return;
    }
    if (last.state === 'covered' || last.state === 'uncovered') {
      this.#follow(last.state, person);
    } else if (
      last.state === 'out-of-scope' &&
      person.state !== 'out-of-scope' &&
      isByProperty(last.scopeClass)
    ) {
      this.#enter(last.scopeClass, person);
    }
  }

  #told(standing: Standing): Standing {
    const { state, exceptionId } = standing;
    return state === 'exempt' && exceptionId && this.isByGroup(exceptionId)
      ? { state: 'out-of-scope', scopeClass: BY_GROUP }
      : standing;
  }

  #follow(before: 'covered' | 'uncovered', person: Standing): void {
    const isOut = person.state === 'out-of-scope';
    if (isOut && !isByProperty(person.scopeClass)) {
      return;
    }
    this.before[before] += 1;
    if (person.state === 'covered') {
      this.now.covered += 1;
      return;
    }
    if (!isOut) {
      this.now.uncovered += 1;
    }
    if (before === 'covered') {
      this.lost += 1;
      this.notKnown += person.state === 'unknown' ? 1 : 0;
      if (person.scopeClass !== null) {
        increase(this.left, person.scopeClass);
      }
    }
  }

  #enter(scopeClass: string, { state }: Standing): void {
    if (state === 'covered') {
      this.now.covered += 1;
      return;
    }
    this.now.uncovered += 1;
    this.notKnown += state === 'unknown' ? 1 : 0;
    increase(this.entered, scopeClass);
  }
}

function isByProperty(
  scopeClass: string | null,
): scopeClass is keyof typeof scopeProperties {
  return scopeClass !== null && scopeClass in scopeProperties;
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
