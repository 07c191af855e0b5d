/** A JSON schema as text that people read: the shape of TypeScript, with limits as a note. */
import type { oas31 } from 'zod-openapi';

export type Schema = oas31.SchemaObject | oas31.ReferenceObject;

const componentPath = '#/components/schemas/';

/** Name of the component that a schema refers to. */
export function componentOf(schema: Schema): string | undefined {
  return isReference(schema) ? schema.$ref.replace(componentPath, '') : undefined;
}

function isReference(schema: Schema): schema is oas31.ReferenceObject {
  return typeof schema.$ref === 'string';
}

/** The type on one or several lines; components are named, not spelled out. */
export function schemaText(schema: Schema, indent = ''): string {
  if (isReference(schema)) return schema.$ref.replace(componentPath, '');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return branches.map((branch) => schemaText(branch, indent)).join(' | ');
  if (schema.properties) return objectText(schema, indent);
  if (schema.items) return `Array<${schemaText(schema.items, indent)}>`;
  const { additionalProperties } = schema;
  if (typeof additionalProperties === 'object')
    return `{ [name]: ${schemaText(additionalProperties, indent)} }`;
  return [schema.type ?? 'any'].flat().join(' | ') + limitsOf(schema);
}

function objectText({ properties = {}, required = [] }: oas31.SchemaObject, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(([name, member]) => {
    const mark = required.includes(name) ? '' : '?';
    return `${inner}${name}${mark}: ${schemaText(member, inner)}`;
  });
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`;
}

/** Limits that a reader needs; the largest safe integer is none. */
function limitsOf({ format, minLength, maxLength, minimum, maximum }: oas31.SchemaObject): string {
  const limits = [
    format,
    maxLength === undefined ? undefined : `${minLength ?? 0} to ${maxLength} characters`,
    maximum === undefined || maximum === Number.MAX_SAFE_INTEGER
      ? undefined
      : `${minimum ?? 0} to ${maximum}`,
  ].filter((limit) => limit !== undefined);
  return limits.length > 0 ? ` (${limits.join(', ')})` : '';
}
