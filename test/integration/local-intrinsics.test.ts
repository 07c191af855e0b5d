/** Intrinsic functions of CloudFormation, as the local run resolves them. */
import { describe, expect, it } from '@jest/globals';
import { createResolver } from '../../infra/local/intrinsics.ts';
import { LocalProblem } from '../../infra/local/problem.ts';
import { createReferences } from '../../infra/local/references.ts';
import { parseTemplate } from '../../infra/local/template.ts';

const template = parseTemplate({
  Parameters: { Word: { Type: 'String', Default: 'default' } },
  Resources: {
    People: { Type: 'AWS::DynamoDB::Table' },
    Named: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'people' } },
    Jobs: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs' } },
    Staff: { Type: 'AWS::Cognito::UserPool' },
    Push: { Type: 'Custom::PlatformApplication', Properties: { Name: 'phones' } },
    Bucket: { Type: 'AWS::S3::Bucket' },
  },
});
const place = { region: 'eu-west-1', publicUrl: 'http://localhost:3000', awsUrl: 'http://127.0.0.1:4000' };
const resolve = createResolver(createReferences(template, place));

describe('what names stand for', () => {
  it.each([
    [{ Ref: 'People' }, 'People'],
    [{ Ref: 'Named' }, 'people'],
    [{ 'Fn::GetAtt': ['Named', 'Arn'] }, 'arn:aws:dynamodb:eu-west-1:000000000000:table/people'],
    [{ Ref: 'Jobs' }, 'http://127.0.0.1:4000/sqs/000000000000/jobs'],
    [{ 'Fn::GetAtt': ['Jobs', 'Arn'] }, 'arn:aws:sqs:eu-west-1:000000000000:jobs'],
    [
      { 'Fn::GetAtt': ['Staff', 'ProviderURL'] },
      'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Staff',
    ],
    [
      { 'Fn::GetAtt': ['Push', 'PlatformApplicationArn'] },
      'arn:aws:sns:eu-west-1:000000000000:app/GCM/phones',
    ],
    [{ Ref: 'Bucket' }, 'bucket'],
    [{ Ref: 'AWS::Region' }, 'eu-west-1'],
    [{ Ref: 'Word' }, 'default'],
  ])('%j is %s', (value, expected) => {
    expect(resolve(value)).toBe(expected);
  });
});

describe('functions', () => {
  it('joins, substitutes, splits and selects, one inside the other', () => {
    const joined = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::', { Ref: 'Bucket' }]] };
    expect(resolve(joined)).toBe('arn:aws:s3:::bucket');
    expect(resolve({ 'Fn::Select': [5, { 'Fn::Split': [':', joined] }] })).toBe('bucket');
    expect(resolve({ 'Fn::Sub': `\${AWS::Region} \${Jobs.QueueName} \${!Kept}` })).toBe(
      `eu-west-1 jobs \${Kept}`,
    );
    expect(resolve({ 'Fn::Sub': [`\${Own}/\${Named}`, { Own: { Ref: 'AWS::AccountId' } }] })).toBe(
      '000000000000/people',
    );
  });

  it('leaves a property without a value out, in objects and in lists', () => {
    const none = { Ref: 'AWS::NoValue' };
    expect(resolve({ a: none, b: [1, none, { c: none }] })).toEqual({ b: [1, {}] });
  });

  it.each([
    [{ 'Fn::ImportValue': 'x' }, 'Fn::ImportValue'],
    [{ Ref: 'Nobody' }, 'Ref Nobody'],
    [{ 'Fn::GetAtt': ['People', 'Colour'] }, 'Fn::GetAtt People.Colour'],
  ])('refuses %j by its name instead of guessing', (value, words) => {
    expect(() => resolve({ deep: [value] })).toThrow(words);
    expect(() => resolve(value)).toThrow(LocalProblem);
  });
});
