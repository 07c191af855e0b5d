/** The links of a preview or a test: they lead to pages which say that there is nobody behind them. */

/** No signed token looks like this: those have three parts. */
const sampleToken = 'preview';

export interface SampleLinks {
  readonly unsubscribeUrl: string;
  readonly preferencesUrl: string;
  readonly reconfirmUrl: string;
  readonly noticeUrl: string;
}

/** @param publicUrl without a slash at the end */
export function sampleLinks(publicUrl: string): SampleLinks {
  return {
    unsubscribeUrl: `${publicUrl}/u/${sampleToken}`,
    preferencesUrl: `${publicUrl}/p/${sampleToken}`,
    reconfirmUrl: `${publicUrl}/c/${sampleToken}`,
    noticeUrl: `${publicUrl}/n/${sampleToken}`,
  };
}

export function isSampleToken(token: string): boolean {
  return token === sampleToken;
}
