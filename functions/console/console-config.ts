/** What the page of the console needs to know of the place that it runs at. The client imports the type only. */

export interface ConsoleConfig {
  /** Address of the console, which sign-in comes back to. */
  url: string;
  issuer: string;
  authorizeUrl: string;
  tokenUrl: string;
  signOutUrl: string;
  clientId: string;
}

/** The addresses under the base of the sign-in pages, as Amazon Cognito names them. */
export function describeConsole(env: {
  PUBLIC_URL: string;
  SIGN_IN_ISSUER: string;
  SIGN_IN_URL: string;
  SIGN_IN_CLIENT: string;
}): ConsoleConfig {
  return {
    url: `${env.PUBLIC_URL}/console`,
    issuer: env.SIGN_IN_ISSUER,
    authorizeUrl: `${env.SIGN_IN_URL}/oauth2/authorize`,
    tokenUrl: `${env.SIGN_IN_URL}/oauth2/token`,
    signOutUrl: `${env.SIGN_IN_URL}/logout`,
    clientId: env.SIGN_IN_CLIENT,
  };
}
