/** What the use cases of a device need from outside. */
import type { DeviceReceipt } from '../../events/device-receipt.ts';
import type { ReadAccount } from '../../shared/adapters/account-tokens.ts';
import type { Keyring } from '../../shared/adapters/keyring.ts';
import type { PeopleStore } from '../../shared/adapters/people-store.ts';
import type { ReceiptStore } from '../../shared/adapters/receipt-store.ts';
import type { MessageRecord, Notice } from '../../shared/domain/lifecycle.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import type { ChangeStore } from '../../shared/use-cases/change-person.ts';

export interface DeviceDeps {
  people: ChangeStore & Pick<PeopleStore, 'findByHashes'>;
  keyring: Pick<Keyring, 'hashAddress'>;
  receipts: Pick<ReceiptStore, 'record'>;
  /** The endpoint of a token, as SNS has it; undefined when SNS does not answer: the sender then makes it later. */
  findEndpoint: (token: string, knownArn: string | undefined) => Promise<string | undefined>;
  /** Deletes an endpoint as well as it can. */
  dropEndpoint: (arn: string) => Promise<void>;
  readAccount: ReadAccount;
  loadMessage: (messageId: string) => Promise<MessageRecord | undefined>;
  /** Keeps the answer of the device's person to a notice. False: it was not sent to them. */
  acknowledge: (notice: Notice, device: KnownDevice, at: Instant) => Promise<boolean>;
  /** Says that a phone has registered: an open notice may be about it. */
  reportRegistration: (device: KnownDevice) => Promise<void>;
  /** Has a receipt counted in the report of its message. */
  reportReceipt: (receipt: Omit<DeviceReceipt, 'name' | 'version'>) => Promise<void>;
}

/** A device whose credential has been checked. */
export interface KnownDevice {
  personId: string;
  contactId: string;
}
