/** Who signs in: staff with roles as groups and their office as a claim, and people with their account. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
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

export class SignIn extends Construct {
  readonly staff: UserPoolWithClient;
  readonly account: UserPoolWithClient;
  readonly #context: CellContext;

  constructor(scope: Construct, id: string, context: CellContext) {
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
      authFlows: { userSrp: true },
      disableOAuth: true,
      preventUserExistenceErrors: true,
      idTokenValidity: Duration.hours(1),
      accessTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
      readAttributes: new cognito.ClientAttributes()
        .withStandardAttributes({ email: true })
        .withCustomAttributes(...Object.keys(props.customAttributes ?? {})),
      writeAttributes: new cognito.ClientAttributes().withStandardAttributes({ email: true }),
    });
    return { pool, client };
  }
}
