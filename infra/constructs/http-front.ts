/** The HTTP API of a cell: routes from each function's own list, two kinds of bearer token, limits, and logs without personal data. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as http from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Route } from '../../shared/api/route.ts';
import type { CellContext } from './cell-context.ts';
import type { ServiceFunction } from './service-function.ts';
import type { SignIn, UserPoolWithClient } from './sign-in.ts';

/** Below the 30 seconds after which API Gateway gives up. */
export const httpTimeout = Duration.seconds(29);

/** No IP address and no path: a path can hold the token of a link (policy P-07, P-12). */
const accessLogFormat = apigateway.AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    routeKey: '$context.routeKey',
    status: '$context.status',
    latency: '$context.responseLatency',
  }),
);

/** Open to everybody and makes records, so it has a limit of its own. */
const registrationRoute = 'POST /devices';

export interface HttpFrontProps {
  context: CellContext;
  /** Makes the sign-in of a cell whose public address is known. */
  signIn: (publicUrl: string) => SignIn;
  domain: { name: string; certificateArn: string } | undefined;
}

export class HttpFront extends Construct {
  /** Where the API answers, without a slash at the end. */
  readonly url: string;
  /** Base of public links, without a slash at the end: another address where the stage names one. */
  readonly publicUrl: string;
  readonly signIn: SignIn;
  readonly #api: http.HttpApi;
  readonly #stage: http.HttpStage;
  readonly #authorizers: Readonly<Record<Route['auth'], http.IHttpRouteAuthorizer>>;

  constructor(scope: Construct, id: string, { context, signIn, domain }: HttpFrontProps) {
    super(scope, id);
    this.#api = new http.HttpApi(this, 'Api', {
      apiName: context.prefix,
      createDefaultStage: false,
      disableExecuteApiEndpoint: domain !== undefined,
    });
    this.#stage = this.#createStage(context, domain);
    this.url = domain ? `https://${domain.name}` : this.#api.apiEndpoint;
    this.publicUrl = context.settings.publicUrl ?? this.url;
    this.signIn = signIn(this.publicUrl);
    const { staff, account, console } = this.signIn;
    this.#authorizers = {
      staff: this.#createAuthorizer('Staff', staff, console.client),
      account: this.#createAuthorizer('Account', account),
      public: new http.HttpNoneAuthorizer(),
    };
  }

  /** Sends the routes to a function. */
  addRoutes(routes: readonly Route[], { function: target, node }: ServiceFunction): void {
    const integration = new HttpLambdaIntegration(`${node.id}Integration`, target, {
      scopePermissionToRoute: false,
      timeout: httpTimeout,
    });
    for (const { key, auth } of routes) {
      const route = new http.HttpRoute(this, key, {
        httpApi: this.#api,
        routeKey: routeKeyOf(key),
        integration,
        authorizer: this.#authorizers[auth],
      });
      // API Gateway refuses limits for a route that is not there yet.
      if (key === registrationRoute) this.#stage.node.addDependency(route);
    }
  }

  #createAuthorizer(
    name: string,
    { pool, client }: UserPoolWithClient,
    ...more: UserPoolWithClient['client'][]
  ): http.IHttpRouteAuthorizer {
    const authorizer = new http.HttpAuthorizer(this, `${name}Authorizer`, {
      httpApi: this.#api,
      type: http.HttpAuthorizerType.JWT,
      identitySource: ['$request.header.Authorization'],
      jwtIssuer: pool.userPoolProviderUrl,
      jwtAudience: [client, ...more].map(({ userPoolClientId }) => userPoolClientId),
    });
    return http.HttpAuthorizer.fromHttpAuthorizerAttributes(this, `${name}RouteAuthorizer`, {
      authorizerId: authorizer.authorizerId,
      authorizerType: 'JWT',
    });
  }

  #createStage({ settings, prefix, key }: CellContext, domain: HttpFrontProps['domain']): http.HttpStage {
    const accessLogs = new logs.LogGroup(this, 'AccessLogs', {
      logGroupName: `/aws/apigateway/${prefix}`,
      retention: settings.logRetentionDays,
      encryptionKey: key,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const { api, registration } = settings.requestsPerSecond;
    const stage = new http.HttpStage(this, 'Stage', {
      httpApi: this.#api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: api, burstLimit: api * 2 },
      accessLogSettings: {
        destination: new http.LogGroupLogDestination(accessLogs),
        format: accessLogFormat,
      },
      ...(domain && { domainMapping: { domainName: this.#createDomain(domain) } }),
    });
    const resource = stage.node.defaultChild;
    if (!(resource instanceof http.CfnStage)) throw new Error('The stage construct has no stage resource.');
    resource.routeSettings = {
      [registrationRoute]: { ThrottlingRateLimit: registration, ThrottlingBurstLimit: registration * 2 },
    };
    return stage;
  }

  #createDomain({ name, certificateArn }: { name: string; certificateArn: string }): http.DomainName {
    return new http.DomainName(this, 'Domain', {
      domainName: name,
      certificate: acm.Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      securityPolicy: http.SecurityPolicy.TLS_1_2,
    });
  }
}

/** `POST /people/import` in the words of the library. @throws Error when the method is none */
function routeKeyOf(key: string): http.HttpRouteKey {
  const [method, path] = key.split(' ');
  const known = Object.values(http.HttpMethod).find((name) => name === method);
  if (known === undefined || path === undefined) throw new Error(`"${key}" is no route key.`);
  return http.HttpRouteKey.with(path, known);
}
