/** What readers do with a campaign, over the local run: counted for who agrees to profiling, and of nobody else anything (P-17, N-29). */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type LocalClient, type Mail, startProcess } from '../support/local-process.ts';
import { type CsvRow, toCsv } from '../support/people-csv.ts';

jest.setTimeout(120_000);

let service: LocalClient;
let campaign: string;

const grant = '2026-01-05T10:00:00Z';
const reader = (name: string, profiling: string): CsvRow => ({
  externalId: name,
  country: 'DE',
  language: 'de',
  email: `${name}@example.com`,
  emailSource: 'direct',
  emailMarketing: 'granted',
  emailMarketingAt: grant,
  emailBasis: 'express',
  profiling,
  profilingAt: profiling && grant,
});
const shop = 'https://www.example.com/shop?from=mail&to=you';
const draft = {
  name: 'Herbst',
  topic: 'news',
  channels: ['email', 'push'],
  content: {
    defaultLocale: 'de',
    locales: {
      de: {
        email: { subject: 'Neues', html: `<p><a href="${shop.replace('&', '&amp;')}">Zum Laden</a></p>` },
        push: { title: 'Neues', body: 'Neues' },
      },
    },
  },
};

interface Phone {
  deviceId: string;
  credential: string;
}

async function register(profiling: 'granted' | 'denied'): Promise<Phone> {
  const registration = {
    platform: 'fcm',
    country: 'DE',
    language: 'de',
    timezone: 'Europe/Berlin',
    model: 'XQ-EC54',
  };
  const { status, body, text } = await service.call(undefined, 'POST', '/devices', {
    ...registration,
    token: `tok-${profiling}`,
    osVersion: '15',
    source: 'setup-wizard',
    marketing: { push: 'granted' },
    profiling,
  });
  if (status !== 201) throw new Error(text);
  return body;
}

const say = ({ deviceId, credential }: Phone, kind: string) =>
  service.call(
    undefined,
    'POST',
    `/devices/${deviceId}/receipts`,
    { messageId: campaign, kind },
    {
      authorization: `Bearer ${credential}`,
    },
  );

const act = async (mail: Mail | undefined, action: 'open' | 'click', link?: string) =>
  fetch(`${service.url}/local/inbox/${mail?.messageId}/${action}`, {
    method: 'POST',
    body: new URLSearchParams(link === undefined ? {} : { link }),
  });

const outcomes = async () =>
  (await service.call('marketer-de', 'GET', `/campaigns/${campaign}/report`)).body.outcomes;

let phones: Phone[];

beforeAll(async () => {
  service = await startProcess(['--port', '0', '--empty', '--memory']);
  const agreeing = ['yes', 'late', 'last'].map((name) => reader(name, 'granted'));
  const rows = [...agreeing, reader('no', 'denied'), reader('never', '')];
  expect((await service.call('admin', 'POST', '/people/import', toCsv(rows))).body).toMatchObject({
    accepted: 5,
  });
  phones = [await register('granted'), await register('denied')];
  campaign = await service.runCampaign('de', draft);
  await service.completed('de', campaign);
}, 180_000);

afterAll(async () => {
  await service?.stop();
});

const mailTo = async (name: string) =>
  (await service.mails()).find(({ to }) => to.includes(`${name}@example.com`));

describe('a campaign', () => {
  it('is measured for who agrees to profiling', async () => {
    expect(await outcomes()).toMatchObject({ accepted: 7, measured: 4, opened: 0, clicked: 0 });
    expect((await mailTo('yes'))?.html).toContain('<a ses:no-track ');
    expect((await mailTo('no'))?.html).not.toContain('no-track');
  });

  it('counts who opened and clicked, once, and nothing of the others', async () => {
    const [yes, no] = [await mailTo('yes'), await mailTo('no')];
    for (const _ of [1, 2]) {
      expect((await act(yes, 'open')).status).toBe(200);
      expect((await act(yes, 'click', shop)).status).toBe(200);
    }
    const page = await act(no, 'open');
    expect([page.status, await page.text()]).toEqual([409, expect.stringContaining('not measured')]);
    expect((await act(no, 'click', shop)).status).toBe(409);
    expect((await act(yes, 'click', 'https://elsewhere.example/')).status).toBe(400);
    await service.until(outcomes, ({ clicked }) => clicked > 0);
    expect(await outcomes()).toMatchObject({ measured: 4, opened: 1, clicked: 1 });
  });

  it('counts what phones say: delivered for all, opened for who agrees to profiling', async () => {
    for (const phone of phones) {
      for (const kind of ['delivered', 'opened', 'opened', 'acknowledged'])
        expect((await say(phone, kind)).status).toBe(204);
    }
    const ask = async () =>
      (await service.call('marketer-de', 'GET', `/campaigns/${campaign}/report`)).body.byChannel.push
        .outcomes;
    const counted = await service.until(ask, ({ delivered, opened }) => delivered === 2 && opened === 1);
    expect(counted).toMatchObject({ accepted: 2, measured: 1, clicked: 0 });
  });

  it('counts nothing of who has taken the consent back since, and measures their next mail no more', async () => {
    const refusal = { ...reader('late', 'denied'), profilingAt: '' };
    await service.call('admin', 'POST', '/people/import', toCsv([refusal]));
    expect((await act(await mailTo('late'), 'click', shop)).status).toBe(200);
    expect((await act(await mailTo('last'), 'open')).status).toBe(200);
    await service.until(outcomes, ({ opened }) => opened === 3);
    expect(await outcomes()).toMatchObject({ opened: 3, clicked: 1 });
    const again = await service.runCampaign('de', { ...draft, name: 'Noch einmal', channels: ['email'] });
    expect((await service.completed('de', again)).outcomes).toMatchObject({ accepted: 5, measured: 2 });
  });
});

it('the page of a mail has a button for each thing that SES counts, and says where it counts none', async () => {
  const all = await service.mails();
  const pageOf = async (name: string) => {
    const position = all.findIndex(({ to }) => to.includes(`${name}@example.com`));
    return (await service.call(undefined, 'GET', `/local/inbox/${position}`)).text;
  };
  const yes = await pageOf('yes');
  expect(yes).toContain('/open"');
  expect(yes.match(/name="link"/g)).toHaveLength(1);
  expect(await pageOf('no')).toContain('This mail is not measured');
});
