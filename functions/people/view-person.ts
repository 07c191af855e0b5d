/** A person as staff see them. Addresses in full are for the privacy officer; nobody sees tokens or credentials. */
import type { Restriction } from '../../shared/adapters/restriction-store.ts';
import type { StaffActor } from '../../shared/domain/actor.ts';
import { type Consent, pendingGrant } from '../../shared/domain/consent.ts';
import { maskEmail } from '../../shared/domain/email-address.ts';
import type { Letter } from '../../shared/domain/letter.ts';
import type { Contact, PersonRecord } from '../../shared/domain/person.ts';

type ConsentState = Consent['state'];

/** The states of the person's choices, as they were recorded; whether they still count is for the decision. A refusal that waits to be lifted is `pending`. */
export function viewPreferences({ person, contacts }: PersonRecord) {
  const marketing = (channel: 'email' | 'push') =>
    strongest(
      contacts.filter((contact) => contact.channel === channel).map((contact) => stateOf(contact.marketing)),
    );
  const diagnostics = contacts.flatMap((contact) =>
    contact.channel === 'push' ? [contact.diagnostics.state] : [],
  );
  return {
    marketing: { push: marketing('push'), email: marketing('email') },
    topics: person.topics,
    profiling: person.profiling.state,
    diagnostics: strongest(diagnostics),
  };
}

function stateOf(consent: Consent): ConsentState {
  return pendingGrant(consent) ? 'pending' : consent.state;
}

const strengths: readonly ConsentState[] = ['granted', 'pending', 'denied', 'unset'];

/** One word for several contacts: what any of them allows. Undefined when there are none. */
function strongest(states: readonly ConsentState[]): ConsentState | undefined {
  return strengths.find((state) => states.includes(state));
}

/** @param restrictions those that hold now */
export function viewPerson(record: PersonRecord, restrictions: readonly Restriction[], actor: StaffActor) {
  const { person, contacts } = record;
  const { refusals, ledgerHead: _head, profiling, topics: _topics, ...facts } = person;
  const inFull = actor.roles.includes('privacy-officer');
  return {
    ...facts,
    preferences: viewPreferences(record),
    profiling,
    refusals,
    contacts: contacts.map((contact) => viewContact(contact, inFull)),
    restrictions: restrictions.map(({ personId: _person, active: _active, ...restriction }) => restriction),
  };
}

/** A letter about the person's choices, as proof that it was written and sent. */
export function viewLetter({ id, channel, eventId, content, progress, createdAt }: Letter) {
  return { id, channel, kind: content.kind, eventId, createdAt, ...progress };
}

function viewContact(contact: Contact, inFull: boolean) {
  const { id, channel, marketing, undeliverable, complainedAt, devices } = contact;
  return { id, channel, marketing, undeliverable, complainedAt, devices, ...viewAddress(contact, inFull) };
}

function viewAddress(contact: Contact, inFull: boolean) {
  switch (contact.channel) {
    case 'email':
      return {
        address: inFull ? contact.address : maskEmail(contact.address),
        emailSource: contact.emailSource,
      };
    case 'sms':
      return { phone: inFull ? contact.phone : maskPhone(contact.phone) };
    case 'push':
      return { diagnostics: contact.diagnostics, registered: contact.credentialHash !== undefined };
  }
}

const dots = '•••';

function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}${dots}${phone.slice(-2)}`;
}
