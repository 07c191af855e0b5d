/** A route as infrastructure sees it. */

/** `key` is `METHOD /path/{parameter}`, as API Gateway writes it; `auth` says which authorizer stands in front. */
export interface Route {
  key: string;
  auth: 'staff' | 'account' | 'public';
}
