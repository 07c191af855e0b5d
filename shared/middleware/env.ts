/** The only place that reads the environment. */
import * as z from 'zod';

/** Percentage of the offices' send rates at which a stage sends: 100 in the cloud. */
export const SendRatePercent = z
  .string()
  .regex(/^[1-9]\d*$/)
  .transform(Number);

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
