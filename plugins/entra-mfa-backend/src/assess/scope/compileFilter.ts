import type {
  FilterFunction,
  FilterOperator,
  FilterProperty,
  ScopeFilter,
} from '@entra-mfa/backstage-plugin-entra-mfa-common';
import type { UserBody } from '../../collectors/types';

/** Whether something is so; null where it is not known. */
export type Truth = boolean | null;

/** Asks a filter of one user. */
export type Predicate = (user: UserBody) => Truth;

/** What a property holds; null where the directory has none, undefined where it is not known. */
type Value = string | boolean | null | undefined;

const isDate = (property: FilterProperty) =>
  property === 'createdDateTime' || property === 'employeeHireDate';

const folded = (value: string | boolean | null) => String(value).toLowerCase();

const functions: Record<
  FilterFunction,
  (text: string, part: string) => boolean
> = {
  startsWith: (text, part) => text.startsWith(part),
  endsWith: (text, part) => text.endsWith(part),
  contains: (text, part) => text.includes(part),
};

const orders: Record<
  Exclude<FilterOperator, 'eq' | 'ne'>,
  (one: number, other: number) => boolean
> = {
  gt: (one, other) => one > other,
  ge: (one, other) => one >= other,
  lt: (one, other) => one < other,
  le: (one, other) => one <= other,
};

/**
 * Makes a question of a parsed filter. Truth has three values, as in OData: a text function of what is null is not
 * known; nor is anything of a property that was not read, or whose null is no value. Texts are compared without regard
 * to case, as Graph does it.
 */
export function compileFilter(filter: ScopeFilter): Predicate {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const left = compileFilter(filter.left);
      const right = compileFilter(filter.right);
      return filter.kind === 'and'
        ? user => and(left(user), right(user))
        : user => or(left(user), right(user));
    }
    case 'not': {
      const of = compileFilter(filter.of);
      return user => not(of(user));
    }
    case 'in': {
      const values = new Set(filter.values.map(value => value.toLowerCase()));
      return known(filter.property, value => values.has(folded(value)));
    }
    case 'part': {
      const { property } = filter;
      const holds = functions[filter.function];
      const part = filter.value.toLowerCase();
      return known(property, value =>
        value === null ? null : holds(folded(value), part),
      );
    }
    default:
      return comparison(filter.property, filter.operator, filter.value);
  }
}

function comparison(
  property: FilterProperty,
  operator: FilterOperator,
  against: string | boolean | null,
): Predicate {
  if (operator === 'eq' || operator === 'ne') {
    const isSame = sameAs(property, against);
    return known(property, value => isSame(value) === (operator === 'eq'));
  }
  const limit = Date.parse(String(against));
  const holds = orders[operator];
  return known(property, value =>
    value === null ? false : holds(Date.parse(String(value)), limit),
  );
}

function sameAs(property: FilterProperty, against: string | boolean | null) {
  if (against === null) {
    return (value: Exclude<Value, undefined>) => value === null;
  }
  if (isDate(property)) {
    const instant = Date.parse(String(against));
    return (value: Exclude<Value, undefined>) =>
      value !== null && Date.parse(String(value)) === instant;
  }
  const expected = folded(against);
  return (value: Exclude<Value, undefined>) =>
    value !== null && folded(value) === expected;
}

function known(
  property: FilterProperty,
  ask: (value: Exclude<Value, undefined>) => Truth,
): Predicate {
  return user => {
    const value = valueOf(user, property);
    return value === undefined ? null : ask(value);
  };
}

/** What is known of a property; of one that decides who counts as what, null is no value. */
export function valueOf(user: UserBody, property: FilterProperty): Value {
  switch (property) {
    case 'displayName':
    case 'userPrincipalName':
    case 'userType':
      return user[property] || undefined;
    case 'accountEnabled':
      return user.accountEnabled ?? undefined;
    case 'mail':
      return user.mail;
    case 'onPremisesSyncEnabled':
      return user.onPremisesSyncEnabled === true;
    case 'createdDateTime':
    case 'employeeHireDate': {
      const date = user[property];
      return date !== null && Number.isNaN(Date.parse(date)) ? undefined : date;
    }
    default:
      return user.properties?.[property];
  }
}

/** Both, where one that is not may be known though the other is not. */
export function and(one: Truth, other: Truth): Truth {
  if (one === false || other === false) return false;
  return one === null || other === null ? null : true;
}

function or(one: Truth, other: Truth): Truth {
  if (one === true || other === true) return true;
  return one === null || other === null ? null : false;
}

function not(one: Truth): Truth {
  return one === null ? null : !one;
}
