/** Builds the placeholders of a DynamoDB expression: every name and value is passed aside, never written into the text. */
import type { Condition } from './table.ts';

export interface Expression {
  name(attribute: string): string;
  value(value: unknown): string;
  condition(condition: Condition): string;
  clause(
    keyword: 'SET' | 'ADD',
    members: Readonly<Record<string, unknown>> | undefined,
    term: (name: string, value: string) => string,
  ): string;
  parts(): {
    ExpressionAttributeNames: Record<string, string>;
    ExpressionAttributeValues?: Record<string, unknown>;
  };
}

/** A fresh set of placeholders. */
export function createExpression(): Expression {
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const aliases = new Map<string, string>();

  function name(attribute: string): string {
    const known = aliases.get(attribute);
    if (known) return known;
    const alias = `#n${aliases.size}`;
    aliases.set(attribute, alias);
    names[alias] = attribute;
    return alias;
  }

  function value(given: unknown): string {
    const alias = `:v${Object.keys(values).length}`;
    values[alias] = given;
    return alias;
  }

  return {
    name,
    value,
    condition({ absent, exists, equals }) {
      const terms = Object.entries(equals ?? {}).map(([attribute, wanted]) =>
        wanted === undefined
          ? `attribute_not_exists(${name(attribute)})`
          : `${name(attribute)} = ${value(wanted)}`,
      );
      if (absent) terms.push(`attribute_not_exists(${name('pk')})`);
      if (exists) terms.push(`attribute_exists(${name('pk')})`);
      return terms.join(' AND ');
    },
    clause(keyword, members, term) {
      const terms = Object.entries(members ?? {})
        .filter(([, member]) => member !== undefined)
        .map(([attribute, member]) => term(name(attribute), value(member)));
      return terms.length === 0 ? '' : `${keyword} ${terms.join(', ')}`;
    },
    parts: () => ({
      ExpressionAttributeNames: names,
      ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
    }),
  };
}
