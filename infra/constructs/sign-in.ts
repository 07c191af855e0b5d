/** Who signs in: staff with roles as groups and their office as a claim, and people with their account. */
import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { Role } from '../../shared/domain/vocabulary.ts';
import type { StageSettings } from '../config.ts';
import type { CellContext } from './cell-context.ts';
import type { AccountTokens } from './cell-parts.ts';

export interface UserPoolWithClient {
  pool: cognito.UserPool;
  client: cognito.UserPoolClient;
}

/** How functions recognise account tokens by themselves: the issuer, its client, and its public keys. */
export function accountTokens({ account: { pool, client } }: SignIn, settings: StageSettings): AccountTokens {
  const issuer = pool.userPoolProviderUrl;
  const base = settings.identityUrl ? `${settings.identityUrl}/${pool.userPoolId}` : issuer;
  return { issuer, clientId: client.userPoolClientId, keysUrl: `${base}/.well-known/jwks.json` };
}

/** How the console signs staff in: the issuer of their tokens, its pages, and the client that the console is. */
export interface ConsoleSignIn {
  readonly issuer: string;
  /** Base of the sign-in pages, without a slash at the end. */
  readonly url: string;
  readonly client: cognito.UserPoolClient;
}

/** Everything that the clients of a pool have in common. */
const clientBasics = {
  preventUserExistenceErrors: true,
  idTokenValidity: Duration.hours(1),
  accessTokenValidity: Duration.hours(1),
  refreshTokenValidity: Duration.hours(12),
  writeAttributes: new cognito.ClientAttributes().withStandardAttributes({ email: true }),
} as const;

export interface SignInProps {
  context: CellContext;
  /** Where the console answers, without its path. */
  publicUrl: string;
}

export class SignIn extends Construct {
  readonly staff: UserPoolWithClient;
  readonly account: UserPoolWithClient;
  readonly console: ConsoleSignIn;
  readonly #context: CellContext;

  constructor(scope: Construct, id: string, { context, publicUrl }: SignInProps) {
    super(scope, id);
    this.#context = context;
    this.staff = this.#createPool('Staff', {
      mfa: cognito.Mfa.REQUIRED,
      customAttributes: { office: new cognito.StringAttribute({ mutable: true, maxLen: 8 }) },
    });
    this.account = this.#createPool('Account', {
      mfa: cognito.Mfa.OPTIONAL,
      // Cognito makes subjects of its own; the company's account number is beside it, and never changes.
      customAttributes: { account: new cognito.StringAttribute({ mutable: false, maxLen: 200 }) },
    });
    for (const role of Role.options) {
      this.staff.pool.addGroup(`Role-${role}`, { groupName: role });
    }
    this.console = this.#createConsoleSignIn(`${publicUrl}/console`);
  }

  /** A public client has no secret; the code in the address is worth nothing without its verifier (RFC 7636). */
  #createConsoleSignIn(consoleUrl: string): ConsoleSignIn {
    const { settings, prefix } = this.#context;
    const { pool } = this.staff;
    const client = pool.addClient('Console', {
      ...clientBasics,
      generateSecret: false,
      authFlows: { userSrp: false },
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [cognito.OAuthScope.OPENID],
        callbackUrls: [consoleUrl],
        logoutUrls: [consoleUrl],
      },
      readAttributes: readable('office'),
    });
    // The name is in a public host name, and no other account of the region may have it.
    const domain = pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `${prefix}-${Aws.ACCOUNT_ID}` },
    });
    const url = settings.identityUrl ? `${settings.identityUrl}/${pool.userPoolId}` : domain.baseUrl();
    return { issuer: pool.userPoolProviderUrl, url, client };
  }

  /** Accounts are made by an administrator; nobody can write an own attribute other than the address, so nobody picks an office. */
  #createPool(id: string, props: cognito.UserPoolProps): UserPoolWithClient {
    const { settings, prefix } = this.#context;
    const pool = new cognito.UserPool(this, id, {
      userPoolName: `${prefix}-${id.toLowerCase()}`,
      selfSignUpEnabled: false,
      signInCaseSensitive: false,
      signInAliases: { username: true, email: true },
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: { minLength: 14 },
      deletionProtection: settings.keepData,
      removalPolicy: settings.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      ...props,
    });
    const client = pool.addClient('Client', {
      ...clientBasics,
      authFlows: { userSrp: true },
      disableOAuth: true,
      readAttributes: readable(...Object.keys(props.customAttributes ?? {})),
    });
    return { pool, client };
  }
}

function readable(...attributes: string[]): cognito.ClientAttributes {
  return new cognito.ClientAttributes()
    .withStandardAttributes({ email: true })
    .withCustomAttributes(...attributes);
}
