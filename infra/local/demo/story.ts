/** The story of the demo, told to a running service over HTTP. */
import type { MailEntry } from '../outbox/entries.ts';
import { createDirectory, readArrivals } from './arrivals.ts';
import { checkStory, decidedDeliveries, type OptOut, type Sent } from './checks.ts';
import { chooseLeavers, chooseRegistrants, type Leavers } from './choose-people.ts';
import type { Delivery } from './delivery.ts';
import type { Story } from './figures.ts';
import type { Follow } from './follow.ts';
import { importLines, toCsv } from './import-file.ts';
import { importCsv, optOut, registerDevice } from './opt-outs.ts';
import { type DemoPerson, generatePeople } from './people.ts';
import { checkRecall, followRecall } from './recall.ts';
import { sendCampaign, sendNotice } from './send-message.ts';
import { germanCampaign, japaneseCampaign, safetyNotice } from './texts.ts';

/** Headlines of the story. */
export const storySteps = 8;

const seed = 20261123;
const linesPerImport = 400;
const { reference } = safetyNotice;

async function importPeople({ client, screen }: Follow, people: readonly DemoPerson[]): Promise<void> {
  const lines = importLines(people);
  for (let start = 0; start < lines.length; start += linesPerImport) {
    screen.progress('Importing', start / lines.length);
    await importCsv(client, toCsv(lines.slice(start, start + linesPerImport)));
  }
  screen.progress('Importing', 1);
  const countries = new Set(people.map(({ place }) => place.country));
  screen.say(
    `${people.length} people in ${countries.size} countries; ${lines.length - people.length} further phones`,
  );
}

async function registerPhones({ client, screen }: Follow, people: readonly DemoPerson[]) {
  const phones = [];
  for (const registrant of chooseRegistrants(people)) {
    phones.push({ registrant, registered: await registerDevice(client, registrant) });
  }
  screen.say(`${phones.length} phones are set up anew, and their owners agree to push`);
  return phones;
}

interface Before {
  phones: Awaited<ReturnType<typeof registerPhones>>;
  campaign: Sent;
  mails: readonly MailEntry[];
}

async function letPeopleLeave(
  { client, screen }: Follow,
  people: readonly DemoPerson[],
  { phones, campaign, mails }: Before,
): Promise<Leavers> {
  const registrants = phones.map(({ registrant }) => registrant);
  const leavers = chooseLeavers(people, registrants, decidedDeliveries(campaign));
  const phone = phones.find(({ registrant }) => registrant === leavers.device);
  if (!phone) throw new Error('The phone that opts out is not one that registered.');
  const own = mails.filter(({ tags }) => tags['message'] === campaign.id);
  await optOut(client, { leavers, mails: own, registered: phone.registered });
  screen.say(
    `${leavers.oneClick.externalId} presses “unsubscribe” in the mail program (one click, RFC 8058)`,
  );
  screen.say(`${leavers.device.person.externalId} switches marketing off on the phone`);
  screen.say(`${leavers.letter.externalId} wrote a letter: the refusal comes with an import`);
  return leavers;
}

function outcomesOf(leavers: Leavers, arrived: readonly Delivery[], again: Sent, notice: Sent): OptOut[] {
  const people = [
    ['one-click', leavers.oneClick],
    ['device', leavers.device.person],
    ['import', leavers.letter],
  ] as const;
  const countOf = (message: string, person: string) =>
    arrived.filter((delivery) => delivery.message === message && delivery.person === person).length;
  return people.map(([how, { externalId }]) => ({
    how,
    personExternalId: externalId,
    afterwards: { marketing: countOf(again.id, externalId), notice: countOf(notice.id, externalId) },
  }));
}

/** Tells the story from the import to the notice; `now` is what ages and the times of answers are counted from. */
export async function tellStory(follow: Follow, count: number, now: Date): Promise<Story> {
  const { client, screen } = follow;
  const people = generatePeople(count, seed, now);
  const directory = createDirectory(people);
  screen.step('People come in by import, with all kinds of consent');
  await importPeople(follow, people);
  const phones = await registerPhones(follow, people);
  screen.step(
    'The German office sends offers: in German, in English, and personalised for who agreed to that',
  );
  const campaign = await sendCampaign(follow, 'de', germanCampaign, germanCampaign.name);
  screen.step('The Japanese office sends news');
  const other = await sendCampaign(follow, 'jp', japaneseCampaign, japaneseCampaign.name);
  screen.step('Three people opt out');
  const { mails } = await readArrivals(client, directory, undefined);
  const leavers = await letPeopleLeave(follow, people, { phones, campaign, mails });
  screen.step('The German office sends the same offers again');
  const again = await sendCampaign(follow, 'de', germanCampaign, `${germanCampaign.name}, again`);
  screen.step('A safety notice for one phone model goes to all countries');
  const notice = await sendNotice(follow, safetyNotice, 'Safety notice');
  screen.step('The recall is followed to the last person');
  const recall = await followRecall(follow, notice);
  const { deliveries: arrived } = await readArrivals(client, directory, { id: notice.id, reference });
  const campaigns = [campaign, other, again];
  const optOuts = outcomesOf(leavers, arrived, again, notice);
  const checks = {
    ...checkStory([...campaigns, notice], arrived, optOuts),
    recallFollowed: checkRecall(people, notice, recall),
  };
  return { people, campaigns, notice, recall, arrived, optOuts, checks };
}
