/** A small service in memory: stores, queues and gateways, for tests of whole use cases. */
import type { DeliverBatch } from '../../events/deliver-batch.ts';
import { ExpandSlice } from '../../events/expand-slice.ts';
import { createAnswerStore } from '../../shared/adapters/answer-store.ts';
import { createBatchStore } from '../../shared/adapters/batch-store.ts';
import { createEngagementStore } from '../../shared/adapters/engagement-store.ts';
import { createKeyring } from '../../shared/adapters/keyring.ts';
import { createLetterStore } from '../../shared/adapters/letter-store.ts';
import { createMessageStore } from '../../shared/adapters/message-store.ts';
import { createPeopleStore } from '../../shared/adapters/people-store.ts';
import { createSettingsStore } from '../../shared/adapters/settings-store.ts';
import { createSubmissionStore } from '../../shared/adapters/submission-store.ts';
import { createTotalsStore } from '../../shared/adapters/totals-store.ts';
import { addDevice, addEmail, addPhone, createPerson } from '../../shared/domain/contacts.ts';
import type { Letter } from '../../shared/domain/letter.ts';
import type { Campaign, MessageRecord, Notice } from '../../shared/domain/lifecycle.ts';
import type { CampaignDraft, NoticeDraft } from '../../shared/domain/message.ts';
import { openUntil } from '../../shared/domain/notice-reach.ts';
import { officeOf } from '../../shared/domain/offices.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import { createAskTurns } from '../../shared/use-cases/ask-turns.ts';
import { buildChange } from '../../shared/use-cases/change-person.ts';
import { deliverBatch } from '../../shared/use-cases/deliver-batch.ts';
import { expandSlice } from '../../shared/use-cases/expand-slice.ts';
import type { Gateway, HandOver } from '../../shared/use-cases/hand-over.ts';
import type { Pace, PaceRequest } from '../../shared/use-cases/pace-sends.ts';
import { type RoundDeps, runRound } from '../../shared/use-cases/run-round.ts';
import { slicesOf } from '../../shared/use-cases/slices.ts';
import { createMemoryTable } from './memory-table.ts';

export interface Sent {
  lane: 'marketing' | 'mandatory';
  messageId: string;
  personId: string;
  contactId: string;
  variant?: string;
  measured?: boolean | undefined;
}

export interface GivenPerson extends Partial<Person> {
  id: string;
  country: string;
  email?: string;
  tokens?: readonly string[];
  phone?: string;
  emailSource?: 'direct' | 'facebook' | 'google';
  model?: string;
  answers?: readonly Answer[];
}

/** A world at an instant that the test moves. `handOver` lets a test fail, delay or crash a hand-over. */
export function createWorld(
  start: string,
  handOver: (sent: Sent) => Promise<HandOver> = async () => ({ kind: 'accepted', providerId: 'p' }),
  pace?: (request: PaceRequest) => Promise<Pace>,
) {
  const peopleTable = createMemoryTable();
  const campaignsTable = createMemoryTable();
  const people = createPeopleStore(peopleTable);
  const letters = createLetterStore(peopleTable);
  const letterQueue: Letter[] = [];
  const messages = createMessageStore(campaignsTable);
  const batches = createBatchStore(campaignsTable);
  const settings = createSettingsStore(campaignsTable);
  const submissions = createSubmissionStore(campaignsTable);
  const answers = createAnswerStore(campaignsTable);
  const totals = createTotalsStore(campaignsTable);
  const engagement = createEngagementStore(campaignsTable);
  const keyring = createKeyring({ seed: 'x'.repeat(64) });
  const sent: Sent[] = [];
  const expandQueue: ExpandSlice[] = [];
  const deliverQueue: Omit<DeliverBatch, 'name' | 'version'>[] = [];
  const later: Omit<DeliverBatch, 'name' | 'version'>[] = [];
  let now = start;
  const clock = () => now;

  const note = async (entry: Sent): Promise<HandOver> => {
    const result = await handOver(entry);
    if (result.kind === 'accepted') sent.push(entry);
    return result;
  };
  const gateway: Gateway = {
    sendMarketing: (permit, { contact, variant, measured }) =>
      note({
        lane: 'marketing',
        messageId: permit.messageId,
        personId: contact.personId,
        contactId: contact.id,
        variant,
        measured,
      }),
    sendMandatory: (permit, { contact }) =>
      note({
        lane: 'mandatory',
        messageId: permit.messageId,
        personId: contact.personId,
        contactId: contact.id,
      }),
  };

  /** Wishes for a turn do not wait the two seconds. */
  const askTurns = createAskTurns({
    messages,
    queue: {
      queueUrl: 'expand',
      send: async (_url, wakeups) => {
        for (const { body } of wakeups) expandQueue.push(ExpandSlice.parse(body));
      },
    },
    clock,
  });

  async function deliver(pointer: Omit<DeliverBatch, 'name' | 'version'>) {
    const wakeLater = async (again: Omit<DeliverBatch, 'name' | 'version'>) => {
      later.push(again);
    };
    return deliverBatch(
      { messages, batches, people, gateway, pace, askTurns, answers, wakeLater, clock },
      pointer,
    );
  }

  async function expand() {
    for (let command = expandQueue.shift(); command; command = expandQueue.shift()) {
      const deps: RoundDeps = {
        messages,
        batches,
        people,
        answers,
        wakeSenders: async (pointers) => {
          deliverQueue.push(...pointers);
        },
        repeat: async (again) => {
          expandQueue.push(again);
        },
        clock,
        remainingMs: () => 60_000,
      };
      const isNotice = command.messageId.startsWith('ntc_');
      await (isNotice ? runRound(deps, command) : expandSlice(deps, command));
    }
  }

  async function drain() {
    while (expandQueue.length + deliverQueue.length > 0) {
      await expand();
      for (let pointer = deliverQueue.shift(); pointer; pointer = deliverQueue.shift())
        await deliver(pointer);
    }
  }

  async function start_(record: MessageRecord) {
    await messages.save(record, 0);
    for (const slice of slicesOf(record)) {
      expandQueue.push({ name: 'expand-slice', version: 1, messageId: record.id, ...slice });
    }
  }

  return {
    people,
    messages,
    batches,
    settings,
    submissions,
    answers,
    totals,
    engagement,
    keyring,
    peopleTable,
    campaignsTable,
    letters,
    letterQueue,
    sent,
    expandQueue,
    deliverQueue,
    later,
    clock,
    setNow(next: string) {
      now = next;
    },
    expand,
    drain,
    deliver,
    askTurns,
    start: start_,

    async givenPerson({
      id,
      email,
      tokens = [],
      phone,
      emailSource = 'direct',
      model,
      answers = [],
      ...rest
    }: GivenPerson) {
      const office = officeOf(rest.country)?.id ?? 'none';
      let record = createPerson(id, { office, interests: [], devices: [], ...rest }, now);
      if (email) record = addEmail(record, { id: `${id}-mail`, address: email, emailSource });
      if (phone) record = addPhone(record, { id: `${id}-phone`, phone });
      for (const token of tokens) {
        record = addDevice(record, {
          id: `${id}-${token}`,
          token,
          endpointArn: `arn:${token}`,
          credentialHash: undefined,
          device: model ? { model } : undefined,
        });
      }
      const { change } = buildChange(undefined, record, answers, {
        now,
        source: 'account',
        actor: { kind: 'person' },
      });
      if (!change || !(await people.save([change]))) throw new Error('The person was not saved');
      return change.after;
    },

    campaign(draft: Partial<CampaignDraft> & { office: string }): Campaign {
      return {
        type: 'campaign',
        id: 'cmp_1',
        office: draft.office,
        state: 'running',
        version: 1,
        createdBy: 'm',
        createdAt: now,
        updatedAt: now,
        startedAt: now,
        history: [],
        draft: {
          name: 'Test',
          topic: 'news',
          channels: ['email', 'push'],
          deliver: 'each',
          audience: {},
          content: { defaultLocale: 'en', locales: { en: {} } },
          schedule: { at: 'now', timezone: 'recipient' },
          ...draft,
        },
      };
    },

    notice(draft: Partial<NoticeDraft> = {}): Notice {
      return {
        type: 'notice',
        id: 'ntc_1',
        state: 'running',
        version: 1,
        createdBy: 'a',
        createdAt: now,
        updatedAt: now,
        startedAt: now,
        openUntil: openUntil({ kind: 'safety' }, now),
        history: [],
        draft: {
          kind: 'safety',
          legalReason: 'product-safety',
          reference: 'R-1',
          audience: {},
          channels: ['push', 'email', 'sms'],
          urgency: 'immediate',
          acknowledge: false,
          content: { defaultLocale: 'en', locales: { en: {} } },
          ...draft,
        },
      };
    },
  };
}

export type World = ReturnType<typeof createWorld>;
