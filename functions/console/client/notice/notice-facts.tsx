/** What a notice is: its kind and reason, who is affected, how it goes out, and who had a hand in it. */
import { parseDurationSeconds } from '../../../../shared/domain/local-time.ts';
import { useApp } from '../ui/app-context.ts';
import { Fact } from '../ui/fact.tsx';
import { lengthOfTime } from '../ui/times.ts';
import { useLocale } from '../ui/use-locale.ts';
import { useOfficeTime } from '../ui/use-office-time.ts';
import type { NoticeView } from './views.ts';

export function NoticeFacts({ notice }: { notice: NoticeView }) {
  const { text, format } = useApp();
  const { facts, fact, ...words } = text.notices;
  const officeTime = useOfficeTime(notice.office ?? '');
  const { kind, legalReason, urgency, openDays, history } = notice;
  const lastBy = (action: string) => {
    const step = history.findLast((one) => one.action === action);
    return step && words.byAt(step.by, officeTime.clock(step.at));
  };
  const submitted = notice.submittedBy === undefined ? undefined : lastBy('submit');
  const released = lastBy('release');
  return (
    <section class="card">
      <h2>{facts}</h2>
      <dl class="fact-list">
        <Fact name={fact.kind}>{text.terms.noticeKind[kind]}</Fact>
        <Fact name={fact.legalReason}>{text.terms.legalReason[legalReason]}</Fact>
        <Fact name={fact.audience}>
          <AffectedWords notice={notice} />
        </Fact>
        <Fact name={fact.urgency}>
          {urgency === 'immediate' ? text.noticeWriting.immediate : text.noticeWriting.routine}
        </Fact>
        <Fact name={fact.channels}>
          <ChannelWords notice={notice} />
        </Fact>
        <Fact name={fact.answer}>
          <AnswerWords notice={notice} />
        </Fact>
        <Fact name={fact.open}>
          {openDays === undefined ? words.openDefault : words.openDays(format.number(openDays))}
        </Fact>
        <Fact name={fact.author}>{lastBy('create') ?? notice.createdBy}</Fact>
        {submitted && <Fact name={fact.submitted}>{submitted}</Fact>}
        {released && <Fact name={fact.released}>{released}</Fact>}
      </dl>
    </section>
  );
}

function AffectedWords({ notice: { audience } }: { notice: NoticeView }) {
  const { text, format } = useApp();
  const words = text.notices;
  const { countries, deviceModels, osVersions, firmwares } = audience;
  const lines = [
    countries && format.list(countries.map(format.country)),
    deviceModels && text.campaign.models(format.list(deviceModels)),
    osVersions && text.campaign.systems(format.list(osVersions)),
    firmwares && words.firmwares(format.list(firmwares)),
  ].filter((line) => line !== undefined);
  if (lines.length === 0) return <>{words.everybody}</>;
  return (
    <>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}

function ChannelWords({ notice: { channels, escalateAfter } }: { notice: NoticeView }) {
  const { text, format } = useApp();
  const locale = useLocale();
  const words = text.notices;
  const list = format.list(channels.map((channel) => text.terms.channel[channel]));
  if (channels.length === 1) return <>{list}</>;
  if (escalateAfter === undefined)
    return (
      <>
        {list}
        <p class="quiet small">{words.atOnce}</p>
      </>
    );
  return (
    <>
      {words.inTurn(list)}
      <p class="quiet small">{words.nextAfter(lengthOfTime(locale, parseDurationSeconds(escalateAfter)))}</p>
    </>
  );
}

function AnswerWords({ notice: { acknowledge, acceptance } }: { notice: NoticeView }) {
  const { answer } = useApp().text.notices;
  if (acceptance)
    return (
      <>{acceptance.renewConsents ? answer.renew(acceptance.version) : answer.accept(acceptance.version)}</>
    );
  return <>{acknowledge ? answer.acknowledge : answer.none}</>;
}
