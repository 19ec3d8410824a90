import type { Identity } from '#identity/identity.ts'
import { fingerprint } from '#lib/fingerprint.ts'

/** Stands in the link of the mail alone, so that whoever brings it has shown that the address is theirs. */
export function proofFor(identity: Identity, text: string): string {
  return fingerprint(identity.keyFor('invitation by mail') + text).slice(0, 32)
}
