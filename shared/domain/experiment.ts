/** Arms of an A/B test: a stable share of the people gets another content than the rest. Pure. */
import { stableHash } from './hash.ts';
import { type CampaignDraft, type MarketingContent, mainArm } from './message.ts';

type Tested = Pick<CampaignDraft, 'arms'> & { readonly id: string };

/** The texts that one arm gets. */
export interface ArmContent {
  readonly content: MarketingContent;
  readonly personalised?: MarketingContent | undefined;
}

/**
 * The name of the arm a person is in, the same at each evaluation; undefined where the campaign compares nothing.
 * Independent of the hold-out, so that each arm loses the same share to it.
 */
export function armOf({ id, arms }: Tested, personId: string): string | undefined {
  if (!arms) return undefined;
  const place = stableHash(`${id}:arm:${personId}`) % 10_000;
  let upTo = 0;
  for (const { name, percent } of arms) {
    upTo += percent * 100;
    if (place < upTo) return name;
  }
  return mainArm;
}

/** What an arm gets: the campaign's own content for the main arm, and where there are no arms. */
export function contentOf(
  draft: ArmContent & Pick<CampaignDraft, 'arms'>,
  arm: string | undefined,
): ArmContent {
  return draft.arms?.find(({ name }) => name === arm) ?? draft;
}

/** Whether a campaign has this arm; without a test it has the main one only. */
export function hasArm({ arms = [] }: Pick<CampaignDraft, 'arms'>, arm: string): boolean {
  return arm === mainArm || arms.some(({ name }) => name === arm);
}

/** All arms with the share of the people, in percent, that each gets; empty where nothing is compared. */
export function sharesOf({ arms }: Pick<CampaignDraft, 'arms'>): { name: string; percent: number }[] {
  if (!arms) return [];
  const others = arms.map(({ name, percent }) => ({ name, percent }));
  return [{ name: mainArm, percent: 100 - others.reduce((sum, { percent }) => sum + percent, 0) }, ...others];
}
