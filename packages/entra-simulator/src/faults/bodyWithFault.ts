import type { Request } from 'express';
import type { Row } from '../tenant/collection';
import type { FaultRule } from './faultProfile';

/** The body of a page, spoiled as the rule says. */
export function bodyWithFault(
  body: Row,
  rule: FaultRule,
  url: URL,
  request: Request,
): Row {
  const value = Array.isArray(body.value) ? (body.value as Row[]) : [];
  const { '@odata.nextLink': _next, ...rest } = body;
  const origin = `${request.protocol}://${request.header('host')}`;
  switch (rule.kind) {
    case 'selfLink':
      return {
        ...rest,
        '@odata.nextLink': `${origin}${url.pathname}${url.search}`,
      };
    case 'foreignLink':
      return {
        ...rest,
        '@odata.nextLink': `${rule.origin}${url.pathname}${url.search}`,
      };
    case 'duplicateRows':
      return { ...body, value: [...value, ...value.slice(0, rule.rows)] };
    case 'wrongTypeRows':
      return {
        ...body,
        value: value.map((row, index) =>
          index < rule.rows ? wrongTypes(row) : row,
        ),
      };
    case 'emptyPage':
      return { ...body, value: [] };
    case 'nobodyRegistered':
      return { ...body, value: value.map(withoutMethods) };
    default:
      return body;
  }
}

/** A row of the report as if its person had no method any more. */
function withoutMethods(row: Row): Row {
  return {
    ...row,
    isMfaRegistered: false,
    isMfaCapable: false,
    isPasswordlessCapable: false,
    methodsRegistered: [],
  };
}

/** A row with the type of every property wrong but the id's. */
function wrongTypes(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (name === 'id' || name.startsWith('@')) {
        return [name, value];
      }
      return [name, typeof value === 'boolean' ? String(value) : 42];
    }),
  );
}
