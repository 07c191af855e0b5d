/** The only place that reads the environment. */
import type * as z from 'zod';

/** The variables a function names in its schema. @throws Error that names each variable that is missing or wrong */
export function loadEnv<E extends z.ZodType>(
  schema: E,
  variables: NodeJS.ProcessEnv = process.env,
): z.output<E> {
  const parsed = schema.safeParse(variables);
  if (parsed.success) return parsed.data;
  const findings = parsed.error.issues.map(({ path, message }) => {
    const name = String(path[0] ?? '');
    return variables[name] === undefined ? `${name} is missing` : `${name} is not valid (${message})`;
  });
  throw new Error(`The environment of this function is not complete: ${findings.join(', ')}.`);
}
