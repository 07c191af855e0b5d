/** What the outside touches: routes and who may call them, sign-in, mail, push (policy P-07, P-12, P-19, P-20). */
import { describe, expect, it } from '@jest/globals';
import type { Template } from 'aws-cdk-lib/assertions';
import * as account from '../../functions/account/env.ts';
import * as apiDocs from '../../functions/api-docs/env.ts';
import * as campaigns from '../../functions/campaigns/env.ts';
import * as consolePage from '../../functions/console/env.ts';
import * as devices from '../../functions/devices/env.ts';
import * as notices from '../../functions/notices/env.ts';
import * as pages from '../../functions/pages/env.ts';
import * as people from '../../functions/people/env.ts';
import type { Route } from '../../shared/api/route.ts';
import { Role } from '../../shared/domain/vocabulary.ts';
import {
  asText,
  first,
  functionsByName,
  type Properties,
  resourcesOf,
  statementsOf,
} from '../support/read-template.ts';
import { deployableOffices, synthesizeTemplate } from '../support/synthesized.ts';

const cloud = synthesizeTemplate({
  stage: 'prod',
  cell: 'eu-west-1',
  offices: deployableOffices,
  settings: {
    domains: {
      'eu-west-1': {
        name: 'notify.xperia.test',
        certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/1',
      },
    },
  },
});
const everywhere: [string, Template][] = [
  ['local', synthesizeTemplate({ stage: 'local' })],
  ['prod', cloud],
];

/** Every route that answers without a bearer token; a new one is a decision, not an accident. */
const openRoutes = [
  'DELETE /devices/{id}',
  'GET /c/{token}',
  'GET /console',
  'GET /console/mail-frame',
  'GET /console/{asset}',
  'GET /devices/{id}/preferences',
  'GET /docs',
  'GET /n/{token}',
  'GET /openapi.json',
  'GET /p/{token}',
  'GET /u/{token}',
  'HEAD /c/{token}',
  'HEAD /n/{token}',
  'HEAD /p/{token}',
  'HEAD /u/{token}',
  'POST /c/{token}',
  'POST /devices',
  'POST /devices/{id}/receipts',
  'POST /n/{token}',
  'POST /p/{token}',
  'POST /u/{token}',
  'PUT /devices/{id}/preferences',
  'PUT /devices/{id}/token',
];

const declared: readonly Route[] = [
  account,
  apiDocs,
  campaigns,
  consolePage,
  devices,
  notices,
  pages,
  people,
].flatMap(({ routes }): readonly Route[] => routes);

describe.each(everywhere)('HTTP API of stage %s', (_stage, template) => {
  const routes = resourcesOf(template, 'AWS::ApiGatewayV2::Route').map(({ properties }) => properties);
  const authorizers = resourcesOf(template, 'AWS::ApiGatewayV2::Authorizer');
  const authOf = ({ AuthorizationType, AuthorizerId }: Properties) => {
    if (AuthorizationType === 'NONE') return 'public';
    const { properties } = first(authorizers.filter(({ id }) => `<${id}>` === asText(AuthorizerId)));
    return `${AuthorizationType} ${properties.Name}`;
  };

  it('has the routes that the functions declare, each behind the authorizer it declares (P-20)', () => {
    const expected = { staff: 'JWT StaffAuthorizer', account: 'JWT AccountAuthorizer', public: 'public' };
    expect(Object.fromEntries(routes.map((route) => [route.RouteKey, authOf(route)]))).toEqual(
      Object.fromEntries(declared.map(({ key, auth }) => [key, expected[auth]])),
    );
  });

  it('is open only where this list says so (P-20)', () => {
    const open = routes.filter(({ AuthorizationType }) => AuthorizationType === 'NONE');
    expect(open.map(({ RouteKey }) => RouteKey).sort()).toEqual(openRoutes);
  });

  it('takes tokens of the right user pool and its clients only: staff also by the console (P-20)', () => {
    const [staff, account] = ['Staff', 'Account'].map((name) => {
      const { properties } = first(authorizers.filter((one) => one.properties.Name === `${name}Authorizer`));
      const { Issuer, Audience } = properties.JwtConfiguration;
      return [asText(Issuer), ...Audience.map(asText)].join(' ');
    });
    expect(staff).toMatch(/^<SignInStaff\w+\.ProviderURL> <SignInStaffClient\w+> <SignInStaffConsole\w+>$/);
    expect(account).toMatch(/^<SignInAccount\w+\.ProviderURL> <SignInAccountClient\w+>$/);
  });

  it('logs no IP address, no path and no token (P-07, P-12)', () => {
    const { AccessLogSettings } = first(resourcesOf(template, 'AWS::ApiGatewayV2::Stage')).properties;
    expect(Object.values(JSON.parse(AccessLogSettings.Format))).toEqual([
      '$context.requestId',
      '$context.routeKey',
      '$context.status',
      '$context.responseLatency',
    ]);
  });

  it('limits requests, and the open registration of devices more', () => {
    const { properties } = first(resourcesOf(template, 'AWS::ApiGatewayV2::Stage'));
    const registration = properties.RouteSettings['POST /devices'].ThrottlingRateLimit;
    expect(registration).toBeGreaterThan(0);
    expect(registration).toBeLessThan(properties.DefaultRouteSettings.ThrottlingRateLimit);
  });
});

describe('a cell with a domain', () => {
  it('answers there only, over TLS 1.2 or newer, and puts it in links (P-20)', () => {
    const domain = first(resourcesOf(cloud, 'AWS::ApiGatewayV2::DomainName')).properties;
    expect(domain.DomainNameConfigurations[0].SecurityPolicy).toBe('TLS_1_2');
    expect(first(resourcesOf(cloud, 'AWS::ApiGatewayV2::Api')).properties.DisableExecuteApiEndpoint).toBe(
      true,
    );
    const links = resourcesOf(cloud, 'AWS::Lambda::Function').flatMap(
      ({ properties }) => properties.Environment.Variables.PUBLIC_URL ?? [],
    );
    expect(new Set(links)).toEqual(new Set(['https://notify.xperia.test']));
  });
});

describe('sign-in', () => {
  const pools = resourcesOf(cloud, 'AWS::Cognito::UserPool').map(({ properties }) => properties);
  const clients = resourcesOf(cloud, 'AWS::Cognito::UserPoolClient').map(({ properties }) => properties);

  it('has one group per role, and a second factor for staff (P-20)', () => {
    const groups = resourcesOf(cloud, 'AWS::Cognito::UserPoolGroup').map(
      ({ properties }) => properties.GroupName,
    );
    expect(groups.sort()).toEqual([...Role.options].sort());
    const staff = first(pools.filter(({ UserPoolName }) => UserPoolName.endsWith('-staff')));
    expect(staff.MfaConfiguration).toBe('ON');
    expect(staff.Schema).toContainEqual(expect.objectContaining({ Name: 'office' }));
  });

  it('lets nobody register as staff, or choose an office (P-20)', () => {
    for (const pool of pools) expect(pool.AdminCreateUserConfig.AllowAdminCreateUserOnly).toBe(true);
    for (const client of clients) expect(client.WriteAttributes).toEqual(['email']);
  });

  it('sends codes to the console only, and to its own address: no implicit flow, no secret, no password (P-20)', () => {
    const withFlows = clients.filter(
      ({ AllowedOAuthFlowsUserPoolClient }) => AllowedOAuthFlowsUserPoolClient,
    );
    expect(withFlows).toHaveLength(1);
    expect(withFlows[0]).toMatchObject({
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      CallbackURLs: ['https://notify.xperia.test/console'],
      LogoutURLs: ['https://notify.xperia.test/console'],
      GenerateSecret: false,
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
    });
    expect(asText(withFlows[0]?.UserPoolId)).toMatch(/^<SignInStaff/);
  });

  it('gives the console the pages of the staff pool, and no other function the way there', () => {
    const domain = first(resourcesOf(cloud, 'AWS::Cognito::UserPoolDomain'));
    expect(asText(domain.properties.UserPoolId)).toMatch(/^<SignInStaff/);
    const told = resourcesOf(cloud, 'AWS::Lambda::Function').flatMap(
      ({ properties }) => properties.Environment?.Variables?.SIGN_IN_URL ?? [],
    );
    expect(told.map(asText)).toEqual([`https://<${domain.id}>.auth.eu-west-1.amazoncognito.com`]);
  });
});

describe('mail', () => {
  const sets = resourcesOf(cloud, 'AWS::SES::ConfigurationSet');

  it('has configuration sets for each lane, one for letters and one for tests; a complaint does not stop notices (P-19)', () => {
    const settings = sets.map(({ id, properties }) => [
      id.replace(/\w{8}$/, ''),
      properties.SuppressionOptions.SuppressedReasons.join(),
      properties.DeliveryOptions.TlsPolicy,
    ]);
    expect(settings).toEqual([
      ['MailMarketing', 'BOUNCE,COMPLAINT', 'REQUIRE'],
      ['MailMarketingMeasured', 'BOUNCE,COMPLAINT', 'REQUIRE'],
      ['MailMandatory', 'BOUNCE', 'REQUIRE'],
      ['MailLetters', 'BOUNCE,COMPLAINT', 'REQUIRE'],
      ['MailTests', 'BOUNCE,COMPLAINT', 'REQUIRE'],
    ]);
  });

  it('reports what became of each mail, and opens and clicks of one set only, which no notice and no letter can use (P-17)', () => {
    const destinations = resourcesOf(cloud, 'AWS::SES::ConfigurationSetEventDestination');
    const heard = destinations.map(({ properties }) => asText(properties.ConfigurationSetName));
    const expected = sets.filter(({ id }) => !id.startsWith('MailTests')).map(({ id }) => `<${id}>`);
    expect(heard.sort()).toEqual(expected.sort());
    const fate = ['delivery', 'bounce', 'complaint', 'reject', 'renderingFailure'];
    for (const { id, properties } of destinations) {
      const more = id.startsWith('MailMarketingMeasured') ? ['open', 'click'] : [];
      expect(properties.EventDestination.MatchingEventTypes).toEqual([...fate, ...more]);
    }
    const users = [...functionsByName(cloud)].filter(([, found]) =>
      statementsOf(cloud, found).some(({ resources }) =>
        resources.some((resource) => resource.includes('<MailMarketingMeasured')),
      ),
    );
    expect(users.map(([name]) => name)).toEqual(['deliver-email-marketing']);
  });

  it('lets the function that devices call put receipts into the feedback queue (P-20)', () => {
    const devices = functionsByName(cloud).get('devices');
    const actionsOn = (part: string) =>
      (devices ? statementsOf(cloud, devices) : [])
        .filter(({ resources }) => resources.some((resource) => resource.includes(part)))
        .flatMap(({ actions }) => actions);
    expect(actionsOn('<FeedbackQueue')).toContain('sqs:SendMessage');
    expect(actionsOn('<FeedbackQueue')).not.toContain('sqs:ReceiveMessage');
    expect(actionsOn('<StorageCampaigns')).toContain('dynamodb:GetItem');
  });

  it.each(['devices', 'pages', 'account'])(
    'lets %s write answers to notices, and nothing else beside campaigns and notices (P-20)',
    (name) => {
      const found = functionsByName(cloud).get(name);
      const writing = (found ? statementsOf(cloud, found) : []).filter(
        ({ actions, resources }) =>
          resources.some((resource) => resource.includes('<StorageCampaigns')) &&
          actions.some((action) => /Put|Update|Delete/.test(action)),
      );
      expect(writing.map(({ actions, conditions }) => ({ actions, conditions }))).toEqual([
        {
          actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
          conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['ANSWER#*'] } },
        },
      ]);
    },
  );

  it('sends its events and those of the push application to the feedback queue, with a place for what fails', () => {
    const subscriptions = resourcesOf(cloud, 'AWS::SNS::Subscription').map(({ properties }) => properties);
    expect(subscriptions.map(({ TopicArn }) => asText(TopicArn).replace(/\w{8}>$/, '')).sort()).toEqual([
      '<MailEvents',
      '<PushEvents',
    ]);
    for (const subscription of subscriptions) {
      expect(asText(subscription.Endpoint)).toMatch(/^<FeedbackQueue/);
      expect(subscription.RawMessageDelivery ?? false).toBe(false);
      expect(subscription.RedrivePolicy.deadLetterTargetArn).toBeDefined();
    }
  });
});

describe('the push application', () => {
  const { properties, deletionPolicy } = first(resourcesOf(cloud, 'Custom::PlatformApplication'));

  it('outlives its stack, because deleting it deletes the endpoint of every device', () => {
    expect(deletionPolicy).toBe('Retain');
  });

  it('tells the feedback topic about dead tokens (N-26)', () => {
    expect(asText(properties.EventDeliveryFailure)).toMatch(/^<PushEvents/);
  });

  it('keeps its credential out of the template (P-20)', () => {
    expect(Object.keys(properties).sort()).toEqual([
      'CredentialRevision',
      'EventDeliveryFailure',
      'Name',
      'PlatformApplicationArn',
      'ServiceToken',
    ]);
  });
});
