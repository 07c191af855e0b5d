/** Stands in for Secrets Manager: the secrets of the template, generated once per state folder. */
import { randomInt } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import * as z from 'zod';
import { readJsonFile, writeJsonFile } from '../json-file.ts';
import { type Resolve, readProperties, refOf } from '../read-properties.ts';
import { sendJson } from '../respond.ts';
import { resourcesOf, type Template } from '../template.ts';

const GenerateSecretString = z.looseObject({
  SecretStringTemplate: z.string().optional(),
  GenerateStringKey: z.string().optional(),
  PasswordLength: z.coerce.number().default(32),
  ExcludeCharacters: z.string().default(''),
  ExcludePunctuation: z.boolean().default(false),
  ExcludeNumbers: z.boolean().default(false),
  ExcludeUppercase: z.boolean().default(false),
  ExcludeLowercase: z.boolean().default(false),
});
type GenerateSecretString = z.infer<typeof GenerateSecretString>;

const SecretProperties = z.object({
  SecretString: z.string().optional(),
  GenerateSecretString: GenerateSecretString.optional(),
});

const Stored = z.record(z.string(), z.string());
const Request = z.looseObject({ SecretId: z.string() });

function password(rule: GenerateSecretString): string {
  const sets = [
    rule.ExcludeLowercase ? '' : 'abcdefghijklmnopqrstuvwxyz',
    rule.ExcludeUppercase ? '' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    rule.ExcludeNumbers ? '' : '0123456789',
    rule.ExcludePunctuation ? '' : '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
  ];
  const characters = [...sets.join('')].filter((character) => !rule.ExcludeCharacters.includes(character));
  return Array.from({ length: rule.PasswordLength }, () => characters[randomInt(characters.length)]).join('');
}

/** The value of a secret as its template describes it. */
function generateSecret(rule: GenerateSecretString): string {
  if (rule.GenerateStringKey === undefined) return password(rule);
  const fixed = z.record(z.string(), z.unknown()).parse(JSON.parse(rule.SecretStringTemplate ?? '{}'));
  return JSON.stringify({ ...fixed, [rule.GenerateStringKey]: password(rule) });
}

/** Values by ARN. @param path of the file that keeps them */
export function openSecrets(template: Template, resolve: Resolve, path: string): ReadonlyMap<string, string> {
  const known = readJsonFile(path, Stored) ?? {};
  const values = resourcesOf(template, 'AWS::SecretsManager::Secret').map((resource): [string, string] => {
    const { SecretString, GenerateSecretString: rule } = readProperties(SecretProperties, resource, resolve);
    const arn = refOf(resource[0], resolve);
    const made = known[arn] ?? SecretString ?? generateSecret(rule ?? GenerateSecretString.parse({}));
    return [arn, made];
  });
  writeJsonFile(path, Object.fromEntries(values));
  return new Map(values);
}

/** Answers the Secrets Manager API: `GetSecretValue` by ARN or name. */
export function answerSecrets(
  secrets: ReadonlyMap<string, string>,
  target: string,
  body: string,
  response: ServerResponse,
): void {
  if (!target.endsWith('.GetSecretValue')) {
    sendJson(response, 400, {
      __type: 'InvalidRequestException',
      message: `The local Secrets Manager does not know ${target}.`,
    });
    return;
  }
  const { SecretId } = Request.parse(JSON.parse(body));
  const found = [...secrets].find(([arn]) => arn === SecretId || arn.endsWith(`:secret:${SecretId}`));
  if (!found) {
    const message = "Secrets Manager can't find the specified secret.";
    sendJson(response, 400, { __type: 'ResourceNotFoundException', message });
    return;
  }
  const [ARN, SecretString] = found;
  sendJson(response, 200, {
    ARN,
    Name: ARN.split(':secret:')[1],
    SecretString,
    VersionId: '00000000-0000-4000-8000-000000000000',
    VersionStages: ['AWSCURRENT'],
  });
}
