import { readSecretText, secretText } from '#account/secret-text.ts'
import type { Context } from '#context.ts'
import { fingerprint } from '#lib/fingerprint.ts'
import { applicationPath } from '../paths.ts'

/**
 * The secret of a candidate's own page. It follows from the installation's key, so that every mail can name the page although
 * only its hash is stored.
 */
export async function ownPageOf(
  ctx: Context,
  candidateId: string,
): Promise<{ text: string; hash: string; address: string }> {
  const identity = await ctx.identity()
  const chance = fingerprint(`${identity.keyFor('page of a candidate')} ${candidateId}`).slice(0, 32)
  const text = secretText(ctx.organizationId, candidateId, chance)
  return { text, hash: hashOfPage(text), address: identity.address + applicationPath(text) }
}

/** What is stored of the secret. */
export function hashOfPage(text: string): string {
  return fingerprint(readSecretText(text)?.chance ?? '')
}
