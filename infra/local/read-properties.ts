/** Reads the properties of one resource that the local run uses; the others stay unresolved and unread. */
import * as z from 'zod';
import { LocalProblem } from './problem.ts';

export type Resolve = (value: unknown) => unknown;

/** The properties named by `schema`, with intrinsics resolved; a `LocalProblem` names the resource where they do not fit. */
export function readProperties<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  [id, properties]: readonly [id: string, properties: Record<string, unknown>],
  resolve: Resolve,
): z.output<z.ZodObject<Shape>> {
  const used = Object.keys(schema.shape).filter((key) => key in properties);
  const values = Object.fromEntries(used.map((key) => [key, resolve(properties[key])]));
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  throw new LocalProblem(
    `The local run cannot use resource ${id} of the template: ${z.prettifyError(parsed.error)}`,
    'Change the CDK app, or teach infra/local what this resource means.',
  );
}

/** What `Ref` gives for a resource, as text. */
export function refOf(id: string, resolve: Resolve): string {
  return z.string().parse(resolve({ Ref: id }));
}

/** What `Fn::GetAtt` gives for a resource, as text. */
export function attributeOf(id: string, name: string, resolve: Resolve): string {
  return z.string().parse(resolve({ 'Fn::GetAtt': [id, name] }));
}
