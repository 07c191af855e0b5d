/** Questions that tests ask of a CloudFormation template. */
import type { Template } from 'aws-cdk-lib/assertions';

type Found = ReturnType<Template['findResources']>[string];
/** Properties of a resource, as loose as the JSON they come from. */
export type Properties = Found['Properties'];

export interface Resource {
  id: string;
  properties: Properties;
  dependsOn: string[];
  deletionPolicy: string | undefined;
}

/** All resources of a type. */
export function resourcesOf(template: Template, type: string): Resource[] {
  return Object.entries(template.findResources(type)).map(([id, found]) => ({
    id,
    properties: found.Properties ?? {},
    dependsOn: asList(found.DependsOn ?? []).map(String),
    deletionPolicy: found.DeletionPolicy,
  }));
}

/** The first element. @throws Error when there is none */
export function first<T>(elements: readonly T[]): T {
  const [element] = elements;
  if (element === undefined) throw new Error('The template has none of these.');
  return element;
}

/** IAM and CloudFormation write one as a value, several as a list. */
function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** A value with its references written as text: `<Id>`, `<Id.Attribute>`. */
export function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if ('Ref' in value) return `<${String(value.Ref)}>`;
  if ('Fn::GetAtt' in value) return `<${asList(value['Fn::GetAtt']).join('.')}>`;
  if ('Fn::Join' in value) {
    const [glue, parts] = asList(value['Fn::Join']);
    return asList(parts).map(asText).join(String(glue));
  }
  throw new Error(`Not text: ${JSON.stringify(value)}`);
}

/** Functions by their name in logs and metrics. */
export function functionsByName(template: Template): Map<string, Resource> {
  return new Map(
    resourcesOf(template, 'AWS::Lambda::Function').map((found) => [
      String(found.properties.Environment.Variables.POWERTOOLS_SERVICE_NAME),
      found,
    ]),
  );
}

export interface Statement {
  effect: string;
  actions: string[];
  resources: string[];
  /** Under which it holds; absent: always. */
  conditions?: Record<string, unknown>;
}

/** All that the role of a function may do. */
export function statementsOf(template: Template, { properties }: Resource): Statement[] {
  const role = `<${properties.Role['Fn::GetAtt'][0]}>`;
  return resourcesOf(template, 'AWS::IAM::Policy')
    .filter(({ properties: policy }) => policy.Roles.some((one: unknown) => asText(one) === role))
    .flatMap(({ properties: policy }) => policy.PolicyDocument.Statement)
    .map(({ Effect, Action, Resource, Condition }) => ({
      effect: Effect,
      ...(Condition === undefined ? {} : { conditions: Condition }),
      actions: asList(Action).map(String),
      resources: asList(Resource).map(asText),
    }));
}
