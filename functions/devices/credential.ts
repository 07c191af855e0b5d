/** The secret that a device gets once and shows with each request. Only its hash is kept. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { sha256 } from '../../shared/adapters/keyring.ts';

const credentialBytes = 32;

/** A fresh credential (base64url) and the hash to store. */
export function issueCredential(): { credential: string; credentialHash: string } {
  const credential = randomBytes(credentialBytes).toString('base64url');
  return { credential, credentialHash: sha256(credential) };
}

const nobody = sha256('');

/** Whether the credential is the one of the hash, compared in constant time; without a hash it never is. */
export function isCredentialOf(credentialHash: string | undefined, credential: string): boolean {
  const same = timingSafeEqual(Buffer.from(sha256(credential)), Buffer.from(credentialHash ?? nobody));
  return same && credentialHash !== undefined;
}
