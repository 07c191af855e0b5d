/** Versions of the privacy policy: each consent names the one that was in force (policy P-24). */

/** Month of the last update of the Xperia privacy policy. A new policy gets a new version here, on the day on which it applies. */
export const policyVersion = '2022-08';
