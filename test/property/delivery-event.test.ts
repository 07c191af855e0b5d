/** Delivery events may repeat and come in any order. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDevice, addEmail, createPerson } from '../../shared/domain/contacts.ts';
import { applyDelivery, type DeliveryEvent } from '../../shared/domain/delivery-event.ts';
import type { Contact } from '../../shared/domain/person.ts';

const endpointArn = 'arn:aws:sns:eu-west-1:000000000000:endpoint/GCM/app/aaaa';
const attributes = { office: 'de', country: 'DE', interests: [], devices: [] };
const person = createPerson('per_1', attributes, '2026-01-01T00:00:00.000Z');
const withEmail = addEmail(person, { id: 'con_1', address: 'a@example.com', emailSource: 'direct' });
const { contacts } = addDevice(withEmail, { id: 'dev_1', token: 't', endpointArn, device: { model: 'X' } });

const pointer = {
  messageId: 'cmp_1',
  personId: 'per_1',
  contactId: 'con_1',
  office: 'de',
  wave: '20261123T180500Z',
};
const at = fc
  .date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

const mailKinds = [
  'sent',
  'delivered',
  'bounced-soft',
  'complained',
  'rejected',
  'delayed',
  'opened',
  'clicked',
] as const;
const base = { channel: 'email', providerMessageId: 'm', pointer } as const;
const event: fc.Arbitrary<DeliveryEvent> = fc.oneof(
  fc.record({ kind: fc.constantFrom(...mailKinds), at }).map((given) => ({ ...base, ...given })),
  fc
    .record({ cause: fc.constantFrom('hard-bounce' as const, 'suppressed' as const), at })
    .map((given) => ({ ...base, kind: 'bounced-hard' as const, ...given })),
  fc
    .record({
      kind: fc.constantFrom('endpoint-disabled' as const, 'rejected' as const),
      at,
      arn: fc.constantFrom(endpointArn, 'other'),
    })
    .map(({ kind, at: time, arn }) => ({
      kind,
      at: time,
      endpointArn: arn,
      channel: 'push' as const,
      providerMessageId: 'm',
    })),
  fc.constantFrom('delivered' as const, 'opened' as const).map((said) => ({
    kind: 'receipt' as const,
    said,
    messageId: 'cmp_1',
    personId: 'per_1',
    contactId: 'dev_1',
  })),
  fc.constant({ kind: 'ignored' as const, reason: 'x' }),
);
const contact = fc.constantFrom(...contacts);
const applyAll = (start: Contact, events: readonly DeliveryEvent[]) => events.reduce(applyDelivery, start);

describe('applyDelivery', () => {
  it('once is as good as twice', () => {
    fc.assert(
      fc.property(contact, fc.array(event), event, (start, before, repeated) => {
        const once = applyDelivery(applyAll(start, before), repeated);
        expect(applyDelivery(once, repeated)).toBe(once);
      }),
    );
  });

  it('never brings an undeliverable contact back, whatever comes after (N-26)', () => {
    fc.assert(
      fc.property(contact, fc.array(event), fc.array(event), (start, before, after) => {
        const middle = applyAll(start, before);
        const end = applyAll(middle, after);
        expect(end.undeliverable).toBe(middle.undeliverable ?? end.undeliverable);
        if (middle.complainedAt !== undefined) expect(end.complainedAt).toBeDefined();
      }),
    );
  });

  it('ends in the same place in any order: undeliverable or not, and the earliest complaint', () => {
    const shuffled = fc
      .array(event)
      .chain((events) =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
      );
    fc.assert(
      fc.property(contact, shuffled, (start, [one, other]) => {
        const [left, right] = [applyAll(start, one), applyAll(start, other)];
        expect(left.undeliverable === undefined).toBe(right.undeliverable === undefined);
        expect(left.complainedAt).toBe(right.complainedAt);
      }),
    );
  });

  it('changes no consent', () => {
    fc.assert(
      fc.property(contact, fc.array(event), (start, events) => {
        expect(applyAll(start, events).marketing).toEqual(start.marketing);
      }),
    );
  });
});
