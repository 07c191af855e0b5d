/**
 * The keys of one cell, from one secret: a keyed hash for addresses, and signatures for the links in messages.
 * The secret holds `{"seed": "…", "links": {"current": "k2", "seeds": {"k1": "…", "k2": "…"}}}`; `links` appears with the first rotation,
 * until then `seed` signs as `k0`. A retired key stays in `seeds`, so that a link never expires.
 */
import { createHash, createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { Topic } from '../domain/vocabulary.ts';

const Secret = z.object({
  seed: z.string().min(32),
  links: z.object({ current: z.string(), seeds: z.record(z.string(), z.string().min(32)) }).optional(),
});

export type AddressKind = 'email' | 'token' | 'phone' | 'external' | 'endpoint' | 'account';

interface Addressee {
  personId: string;
  contactId: string;
}

/**
 * What a link stands for. `preferences`: the choices of a contact; it comes with a message, about a topic if it is a campaign. `confirm`, `reconfirm`:
 * one event of the ledger that is to be confirmed or renewed. `notice`: a notice as one person got it.
 */
export type LinkClaim =
  | (Addressee & { purpose: 'preferences'; messageId: string; topic?: Topic | undefined })
  | (Addressee & { purpose: 'notice'; messageId: string })
  | (Addressee & { purpose: 'confirm' | 'reconfirm'; eventId: string });
export type LinkPurpose = LinkClaim['purpose'];

export interface Keyring {
  /** Keyed hash (HMAC-SHA-256, hex) of an address; equal spellings of an address give equal hashes. */
  hashAddress(kind: AddressKind, address: string): string;
  /** A token for a link: opaque, without personal data, valid for ever. */
  signLink(claim: LinkClaim): string;
  /** The claim of a token, or undefined when it is damaged or not ours. Compares in constant time. */
  verifyLink(token: string): LinkClaim | undefined;
}

/** SHA-256 in hex, for the ledger and for credentials. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Reads the secret. Throws when it is missing or has another shape. */
export async function loadKeyring(secretArn: string): Promise<Keyring> {
  const answer = await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: secretArn }));
  return createKeyring(Secret.parse(JSON.parse(answer.SecretString ?? '{}')));
}

const signatureBytes = 16;

/** A keyring from the content of the secret. */
export function createKeyring(secret: z.infer<typeof Secret>): Keyring {
  const derive = (seed: string, use: string) => createHmac('sha256', seed).update(use).digest();
  const lookupKey = createSecretKey(derive(secret.seed, 'lookup'));
  const seeds = secret.links?.seeds ?? {};
  const current = secret.links?.current ?? 'k0';
  const linkKeys = new Map(
    Object.entries({ k0: secret.seed, ...seeds }).map(([id, seed]) => [id, derive(seed, 'links')] as const),
  );

  function signature(keyId: string, payload: string): Buffer | undefined {
    const key = linkKeys.get(keyId);
    return (
      key && createHmac('sha256', key).update(`${keyId}.${payload}`).digest().subarray(0, signatureBytes)
    );
  }

  return {
    hashAddress: (kind, address) =>
      createHmac('sha256', lookupKey)
        .update(`${kind}:${normaliseAddress(kind, address)}`)
        .digest('hex'),

    signLink(claim) {
      const payload = Buffer.from(writeClaim(claim)).toString('base64url');
      const signed = signature(current, payload);
      if (!signed) throw new Error(`The secret has no link key ${current}`);
      return `${current}.${payload}.${signed.toString('base64url')}`;
    },

    verifyLink(token) {
      const [keyId = '', payload = '', given = '', ...rest] = token.split('.');
      const expected = signature(keyId, payload);
      const received = Buffer.from(given, 'base64url');
      if (!expected || rest.length > 0 || received.length !== expected.length) return undefined;
      if (received.toString('base64url') !== given || !timingSafeEqual(received, expected)) return undefined;
      return readClaim(Buffer.from(payload, 'base64url').toString('utf8'));
    },
  };
}

/** First letter of a claim in a token. Never change one: it is in links that were sent. */
const letters = { preferences: 'u', confirm: 'c', reconfirm: 'r', notice: 'n' } as const;

function writeClaim(claim: LinkClaim): string {
  const { purpose, personId, contactId } = claim;
  return [letters[purpose], personId, contactId, ...aboutOf(claim)].join('|');
}

function aboutOf(claim: LinkClaim): string[] {
  switch (claim.purpose) {
    case 'preferences':
      return [claim.messageId, ...(claim.topic === undefined ? [] : [claim.topic])];
    case 'notice':
      return [claim.messageId];
    case 'confirm':
    case 'reconfirm':
      return [claim.eventId];
  }
}

function readClaim(text: string): LinkClaim | undefined {
  const [letter, personId, contactId, id, topic] = text.split('|');
  if (!personId || !contactId || !id) return undefined;
  switch (letter) {
    case letters.preferences:
      return {
        purpose: 'preferences',
        personId,
        contactId,
        messageId: id,
        topic: Topic.safeParse(topic).data,
      };
    case letters.notice:
      return { purpose: 'notice', personId, contactId, messageId: id };
    case letters.confirm:
      return { purpose: 'confirm', personId, contactId, eventId: id };
    case letters.reconfirm:
      return { purpose: 'reconfirm', personId, contactId, eventId: id };
    default:
      return undefined;
  }
}

/** Domains are case-insensitive and so, in practice, are mailboxes (RFC 5321, 2.4); phone numbers differ by spaces only. */
function normaliseAddress(kind: AddressKind, address: string): string {
  if (kind === 'email') return address.normalize('NFC').trim().toLowerCase();
  return kind === 'phone' ? address.replace(/[^+\d]/g, '') : address.trim();
}
