/**
 * Templates in the Handlebars syntax, logic-free: text and `{{variable}}`, nothing else. Handlebars parses them; filling one in is a walk over
 * its parts, so no code is generated from what a marketer writes.
 */
import { parse, type Statement } from 'handlebars/dist/cjs/handlebars/compiler/base.js';
import type { FieldError } from '../domain/faults.ts';
import { remember } from './remember.ts';

export type TemplatePart = string | { readonly variable: string };
export type Template = readonly TemplatePart[];

/** What variables stand for. A variable without a value leaves no trace in the text. */
export type Values = Readonly<Partial<Record<string, string>>>;

/**
 * What is wrong with a template when it is saved: bad syntax, anything but plain variables, a variable that is not in `allowed`.
 * @param field where the template stands, for the findings
 */
export function checkTemplate(field: string, source: string, allowed: readonly string[]): FieldError[] {
  return statementsOf(source).flatMap((statement) => {
    const problem = problemOf(statement, allowed);
    return problem ? [{ field, message: `Line ${statement.loc.start.line}: ${problem}` }] : [];
  });
}

interface SyntaxProblem {
  readonly type: 'SyntaxProblem';
  readonly loc: Statement['loc'];
}

function statementsOf(source: string): readonly (Statement | SyntaxProblem)[] {
  try {
    return parse(source).body;
  } catch (error) {
    const line = /on line (\d+)|- (\d+):/.exec(error instanceof Error ? error.message : '');
    return [{ type: 'SyntaxProblem', loc: { start: { line: Number(line?.[1] ?? line?.[2] ?? 1) } } }];
  }
}

function problemOf(statement: Statement | SyntaxProblem, allowed?: readonly string[]): string | undefined {
  switch (statement.type) {
    case 'ContentStatement':
    case 'CommentStatement':
      return undefined;
    case 'SyntaxProblem':
      return 'the braces do not form a template; a variable is written {{name}}';
    case 'MustacheStatement':
      return mustacheProblem(statement, allowed);
    default:
      return 'only variables are allowed here: no blocks, partials or decorators';
  }
}

type Mustache = Extract<Statement, { type: 'MustacheStatement' }>;

function mustacheProblem(statement: Mustache, allowed?: readonly string[]): string | undefined {
  if (!statement.escaped) return 'values are always escaped: write two braces, not three, and no &';
  const name = variableOf(statement);
  if (name === undefined) return 'only a plain {{name}} is allowed: no helpers, paths or values';
  if (!allowed || allowed.includes(name)) return undefined;
  return `unknown variable {{${name}}}; there are ${allowed.map((each) => `{{${each}}}`).join(', ')}`;
}

/** The name in a plain `{{name}}`; undefined for helpers, paths, `this`, `@data` and literals. */
function variableOf({ path, params, hash }: Mustache): string | undefined {
  const isPlain = path.type === 'PathExpression' && params.length === 0 && !hash;
  const name = path.parts?.[0];
  return isPlain && path.parts?.length === 1 && path.original === name ? name : undefined;
}

/** Compiles a template that `checkTemplate` let pass; throws for one that it would refuse for more than an unknown name. */
export const compileTemplate = remember((source: string): Template => {
  return statementsOf(source).flatMap((statement): TemplatePart[] => {
    const problem = problemOf(statement);
    if (problem) throw new Error(`A template that was not checked reached a sender: ${problem}`);
    if (statement.type === 'ContentStatement') return [statement.value];
    const variable = statement.type === 'MustacheStatement' ? variableOf(statement) : undefined;
    return variable === undefined ? [] : [{ variable }];
  });
});

/** Fills in the values. @param escapeValue applied to values only, as the surrounding text needs it */
export function fillTemplate(
  template: Template,
  values: Values,
  escapeValue: (value: string) => string,
): string {
  let text = '';
  for (const part of template)
    text += typeof part === 'string' ? part : escapeValue(ownValue(values, part.variable) ?? '');
  return text;
}

function ownValue(values: Values, variable: string): string | undefined {
  return Object.hasOwn(values, variable) ? values[variable] : undefined;
}

/** Leaves a value as it is: for subjects, plain text and JSON. */
export function asIs(value: string): string {
  return value;
}
