/** A campaign is not accepted as a notice, nor the reverse, whatever is written into its body (N-20; the types: test/types/message-types.ts). */
import { describe, expect, it } from '@jest/globals';
import { mandatoryReasons, marketingReasons } from '../../shared/domain/decide.ts';
import { Campaign, Notice } from '../../shared/domain/lifecycle.ts';
import { CampaignDraft, NoticeDraft } from '../../shared/domain/message.ts';

const content = { defaultLocale: 'en', locales: { en: { push: { title: 'Title', body: 'Body' } } } };
const sms = { defaultLocale: 'en', locales: { en: { sms: { text: 'Text' } } } };
const campaign = { office: 'de', name: 'Spring', topic: 'news', channels: ['push'], content };
const notice = {
  kind: 'safety',
  legalReason: 'product-safety',
  reference: 'R-1',
  channels: ['push'],
  content,
};

/** The names of the members that were not accepted. */
function refusedIn(result: {
  success: boolean;
  error?: { issues: { code?: string; keys?: string[]; path: PropertyKey[] }[] } | undefined;
}): string[] {
  return result.error?.issues.flatMap(({ keys, path }) => keys ?? [path.join('.')]) ?? [];
}

describe('the body of a campaign', () => {
  it('is accepted as it is', () => {
    expect(CampaignDraft.safeParse(campaign).success).toBe(true);
  });

  it.each(
    Object.entries({
      kind: 'safety',
      legalReason: 'product-safety',
      reference: 'R-1',
      escalateAfter: 'PT1H',
      acknowledge: true,
      mandatory: true,
      type: 'mandatory',
    }),
  )('has no %s', (name, value) => {
    expect(refusedIn(CampaignDraft.safeParse({ ...campaign, [name]: value }))).toEqual([name]);
  });

  it('has no text message: SMS carries notices only (P-05)', () => {
    expect(refusedIn(CampaignDraft.safeParse({ ...campaign, channels: ['sms'] }))).toEqual(['channels.0']);
    expect(refusedIn(CampaignDraft.safeParse({ ...campaign, content: sms }))).toEqual(['sms']);
  });

  it('is no notice', () => {
    expect(refusedIn(NoticeDraft.safeParse(campaign))).toEqual(
      expect.arrayContaining(['kind', 'legalReason', 'reference', 'office', 'topic']),
    );
  });
});

describe('the body of a notice', () => {
  it('is accepted as it is, and with a text message', () => {
    expect(NoticeDraft.safeParse(notice).success).toBe(true);
    expect(NoticeDraft.safeParse({ ...notice, content: sms }).success).toBe(true);
  });

  it.each(
    Object.entries({
      office: 'de',
      name: 'Spring',
      topic: 'offers',
      deliver: 'first',
      personalised: content,
      schedule: { at: 'now' },
      expiresAt: '2027-01-01T00:00:00Z',
      frequencyCap: { max: 1, days: 7 },
      holdoutPercent: 10,
      type: 'marketing',
    }),
  )('has no %s', (name, value) => {
    expect(refusedIn(NoticeDraft.safeParse({ ...notice, [name]: value }))).toEqual([name]);
  });

  it.each(['interests', 'languages'])('selects nobody by %s (P-17)', (filter) => {
    expect(refusedIn(NoticeDraft.safeParse({ ...notice, audience: { [filter]: ['camera'] } }))).toEqual([
      filter,
    ]);
  });

  it.each(['kind', 'legalReason', 'reference'])('needs its %s (N-20)', (name) => {
    const { [name]: _left, ...rest }: Record<string, unknown> = notice;
    expect(refusedIn(NoticeDraft.safeParse(rest))).toEqual([name]);
  });

  it.each([
    ['kind', 'critical'],
    ['kind', 'marketing'],
    ['legalReason', 'other'],
    ['legalReason', ''],
  ])('has no %s %j: the list is closed (N-20)', (name, value) => {
    expect(refusedIn(NoticeDraft.safeParse({ ...notice, [name]: value }))).toEqual([name]);
  });

  it('is no campaign', () => {
    expect(refusedIn(CampaignDraft.safeParse(notice))).toEqual(
      expect.arrayContaining(['office', 'name', 'topic', 'kind']),
    );
  });
});

describe('what is on record', () => {
  const record = {
    id: 'x',
    version: 1,
    createdBy: 'a',
    createdAt: '2027-01-01T00:00:00.000Z',
    updatedAt: '2027-01-01T00:00:00.000Z',
    history: [],
  };
  const kept = { ...record, type: 'campaign', office: 'de', state: 'running', draft: campaign };

  it('does not become the other kind by another mark', () => {
    expect(Campaign.safeParse(kept).success).toBe(true);
    expect(Notice.safeParse({ ...kept, type: 'notice' }).success).toBe(false);
  });
});

describe('the lists of reasons', () => {
  it('are those of the contract, in their order', () => {
    expect(marketingReasons.join(' ')).toBe(
      'not-in-audience erased restricted minor office-mismatch unknown-country region-forbidden undeliverable complained consent-withdrawn ' +
        'awaiting-confirmation consent-expired no-consent topic-off profiling-refused not-interested frequency-cap holdout message-expired',
    );
    expect(mandatoryReasons).toEqual(['not-affected', 'erased', 'undeliverable', 'already-reached']);
  });
});
