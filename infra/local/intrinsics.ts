/** Resolves the intrinsic functions of a CloudFormation template to the values that hold on this machine. */
import { LocalProblem } from './problem.ts';

/** What the names in a template stand for; undefined where a name or an attribute is not known. */
export interface References {
  ref(logicalId: string): string | undefined;
  attribute(logicalId: string, name: string): string | undefined;
}

/** The value of `AWS::NoValue`: the property that holds it is left out. */
const noValue = Symbol('AWS::NoValue');

function unsupported(what: string): LocalProblem {
  return new LocalProblem(
    `The template uses ${what}, which the local run cannot resolve.`,
    'Write the value another way in the CDK app, or teach infra/local/intrinsics.ts and references.ts.',
  );
}

function asText(value: unknown, where: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw unsupported(`a value in ${where} that is not text`);
}

function asList(value: unknown, where: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw unsupported(`${where} without a list`);
}

/** A function that gives any template value with all intrinsics resolved; throws a `LocalProblem` for one it does not know. */
export function createResolver(references: References): (value: unknown) => unknown {
  const ref = (name: string): unknown => {
    if (name === 'AWS::NoValue') return noValue;
    const value = references.ref(name);
    if (value === undefined) throw unsupported(`Ref ${name}`);
    return value;
  };
  const getAtt = (path: string): string => {
    const [id = '', ...rest] = path.split('.');
    const value = references.attribute(id, rest.join('.'));
    if (value === undefined) throw unsupported(`Fn::GetAtt ${path}`);
    return value;
  };
  const sub = (text: string, variables: Record<string, unknown>): string =>
    text.replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      if (name in variables) return asText(resolve(variables[name]), 'Fn::Sub');
      return name.includes('.') ? getAtt(name) : asText(ref(name), 'Fn::Sub');
    });
  const functions: Record<string, (argument: unknown) => unknown> = {
    Ref: (argument) => ref(asText(argument, 'Ref')),
    'Fn::GetAtt': (argument) =>
      getAtt(Array.isArray(argument) ? argument.join('.') : asText(argument, 'Fn::GetAtt')),
    'Fn::Join': (argument) => {
      const [separator, parts] = asList(argument, 'Fn::Join');
      const texts = asList(resolve(parts), 'Fn::Join').map((part) => asText(part, 'Fn::Join'));
      return texts.join(asText(separator, 'Fn::Join'));
    },
    'Fn::Sub': (argument) => {
      if (!Array.isArray(argument)) return sub(asText(argument, 'Fn::Sub'), {});
      return sub(asText(argument[0], 'Fn::Sub'), { ...argument[1] });
    },
    'Fn::Select': (argument) => {
      const [index, list] = asList(argument, 'Fn::Select');
      return asList(resolve(list), 'Fn::Select')[Number(resolve(index))];
    },
    'Fn::Split': (argument) => {
      const [separator, text] = asList(argument, 'Fn::Split');
      return asText(resolve(text), 'Fn::Split').split(asText(separator, 'Fn::Split'));
    },
  };
  function resolve(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(resolve).filter((item) => item !== noValue);
    if (typeof value !== 'object' || value === null) return value;
    const [first, ...others] = Object.entries(value);
    if (first && others.length === 0) {
      const [name, argument] = first;
      const evaluate = functions[name];
      if (evaluate) return evaluate(argument);
      if (name.startsWith('Fn::')) throw unsupported(name);
    }
    const entries = Object.entries(value).map(([key, item]) => [key, resolve(item)] as const);
    return Object.fromEntries(entries.filter(([, item]) => item !== noValue));
  }
  return resolve;
}
