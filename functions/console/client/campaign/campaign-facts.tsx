/** What a campaign is: whom it asks for, when, where, and with what limits. */
import { useApp } from '../ui/app-context.ts';
import { Fact } from '../ui/fact.tsx';
import { linkTo } from '../ui/match-route.ts';
import { placeOfZone, wallTime } from '../ui/times.ts';
import { useLocale } from '../ui/use-locale.ts';
import { useOfficeTime } from '../ui/use-office-time.ts';
import { campaignPath } from './use-campaign.ts';
import type { CampaignView } from './views.ts';

export function CampaignFacts({ campaign }: { campaign: CampaignView }) {
  const { text, format } = useApp();
  const { facts, fact, ...words } = text.campaign;
  const officeTime = useOfficeTime(campaign.office);
  const { channels, deliver, expiresAt, holdoutPercent, arms, clonedFrom, topic, createdBy } = campaign;
  return (
    <section class="card">
      <h2>{facts}</h2>
      <dl class="fact-list">
        <Fact name={fact.audience}>
          <AudienceWords campaign={campaign} />
        </Fact>
        <Fact name={fact.channels}>
          {format.list(channels.map((channel) => text.terms.channel[channel]))}
          {channels.length > 1 && <p class="quiet small">{words[deliver]}</p>}
        </Fact>
        <Fact name={fact.topic}>{text.terms.topic[topic]}</Fact>
        <Fact name={fact.schedule}>
          <ScheduleWords campaign={campaign} />
        </Fact>
        {expiresAt && <Fact name={fact.ends}>{officeTime.named(expiresAt)}</Fact>}
        <Limits campaign={campaign} />
        {holdoutPercent ? (
          <Fact name={fact.holdout}>{words.holdout(format.percent(holdoutPercent / 100, 1))}</Fact>
        ) : null}
        {arms && (
          <Fact name={fact.arms}>
            {format.list(
              sharesOf(arms).map(({ name, percent }) => words.armShare(name, format.percent(percent / 100))),
            )}
          </Fact>
        )}
        <Fact name={fact.author}>{createdBy}</Fact>
      </dl>
      {clonedFrom && (
        <p class="small">
          <a href={linkTo(campaignPath(clonedFrom))}>{words.clonedFrom}</a>
        </p>
      )}
    </section>
  );
}

/** The arms with their shares; the campaign's own content has what is left. */
export function sharesOf(arms: NonNullable<CampaignView['arms']>): { name: string; percent: number }[] {
  const others = arms.reduce((sum, { percent }) => sum + percent, 0);
  return [{ name: 'A', percent: 100 - others }, ...arms.map(({ name, percent }) => ({ name, percent }))];
}

function AudienceWords({ campaign: { audience } }: { campaign: CampaignView }) {
  const { text, format } = useApp();
  const words = text.campaign;
  const { countries, languages, deviceModels, osVersions, interests, consentEndsWithinDays } = audience;
  const lines = [
    countries && format.list(countries.map(format.country)),
    languages && words.languages(format.list(languages.map(format.language))),
    deviceModels && words.models(format.list(deviceModels)),
    osVersions && words.systems(format.list(osVersions)),
    interests && words.interests(format.list(interests)),
    consentEndsWithinDays && words.consentEnds(format.number(consentEndsWithinDays)),
  ].filter((line) => typeof line === 'string');
  if (lines.length === 0) return <>{words.everybody}</>;
  return (
    <>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}

function ScheduleWords({ campaign: { schedule } }: { campaign: CampaignView }) {
  const { text } = useApp();
  const locale = useLocale();
  const words = text.campaign;
  const { at, timezone } = schedule;
  if (at === 'now') return <>{words.startsNow}</>;
  const when = wallTime(locale, at);
  return (
    <>{timezone === 'recipient' ? words.recipientTime(when) : words.startsAt(when, placeOfZone(timezone))}</>
  );
}

function Limits({ campaign: { frequencyCap, pacing } }: { campaign: CampaignView }) {
  const { text, format } = useApp();
  const { fact, ...words } = text.campaign;
  const ofOffice = pacing?.frequencyCap;
  const window = pacing?.sendWindow;
  return (
    <>
      {frequencyCap && (
        <Fact name={fact.cap}>
          {words.cap(format.number(frequencyCap.max), format.number(frequencyCap.days))}
        </Fact>
      )}
      {!frequencyCap && ofOffice && (
        <Fact name={fact.cap}>
          {words.capOfOffice(format.number(ofOffice.max), format.number(ofOffice.days))}
        </Fact>
      )}
      {window && (
        <Fact name={fact.window}>
          {words.window(format.list(window.days.map(format.weekday)), window.start, window.end)}
        </Fact>
      )}
    </>
  );
}
