import type { Context } from '#context.ts'
import type { Db, Tx } from '#schema.ts'
import { insider } from '#viewer.ts'
import { record } from '../actions.ts'
import { detailSealOf, type Subject } from '../model.ts'
import { type Erasure, namingWords, redact, wordsToSearch } from '../redact.ts'
import {
  deleteWordsBefore,
  listMentions,
  listWords,
  listWordsOn,
  renameActor,
  replaceWords,
  type StandingWords,
} from '../store/words.ts'
import { ERASED, type Erased, FORGOTTEN } from '../verify.ts'

/** How many events one act of erasure lists. */
const AT_ONCE = 1000

/** Whose words are to go: the names, addresses and numbers that are known of them, and those that others have too. */
export type Naming = Pick<Erasure, 'personId' | 'words' | 'shared'>

/** What would change in the history if the person's words were erased. */
export async function previewErasure(db: Db, naming: Naming): Promise<{ events: number; words: string[] }> {
  const erasure = await completed(db, { ...naming, pseudonym: '\u0000' })
  const ids = await listMentions(db, naming.personId, wordsToSearch(erasure))
  let events = 0
  for (const part of parts(ids))
    events += (await listWords(db, part)).filter((words) => changed(words, erasure) !== null).length
  return { events, words: erasure.words }
}

/**
 * Erases the words of the history that name the person, in their own events and in those of others, and records which;
 * the events stay and their seals hold. `on`: what the acts of erasure are about. Gives the number of events.
 */
export async function eraseWords(
  ctx: Context,
  tx: Tx,
  { on, ...naming }: Naming & Pick<Erasure, 'pseudonym'> & { on: Subject },
): Promise<number> {
  const erasure = await completed(tx, naming)
  const ids = await listMentions(tx, naming.personId, wordsToSearch(erasure))
  const erased: Erased[] = []
  for (const part of parts(ids)) erased.push(await eraseIn(ctx, tx, part, erasure))
  await renameActor(tx, naming.personId, erasure.pseudonym)
  // Only now, because from the first record on others wait.
  for (const some of erased.filter((one) => Object.keys(one).length > 0))
    await record(nameless(ctx), tx, { act: ERASED, on, note: { erased: some } })
  return erased.reduce((sum, one) => sum + Object.keys(one).length, 0)
}

/** An act of erasure names nobody, so that its own words never have to be erased: they are what proves the others. */
const nameless = (ctx: Context) => ctx.as(insider(ctx.viewer.organization))

async function completed(db: Db, erasure: Erasure): Promise<Erasure> {
  const words = [...new Set([...erasure.words, ...namingWords(await listWordsOn(db, erasure.personId))])]
  return {
    ...erasure,
    words: words.filter((word) => word.trim() !== '').toSorted((a, b) => b.length - a.length),
  }
}

/** Gives what the act of erasure says of these events. */
async function eraseIn(ctx: Context, tx: Tx, ids: string[], erasure: Erasure): Promise<Erased> {
  const words = (await listWords(tx, ids)).flatMap((standing) => {
    const detail = changed(standing, erasure)
    return detail ? [{ id: standing.event.id, salt: ctx.newId(), detail }] : []
  })
  if (words.length > 0) await replaceWords(tx, words)
  return Object.fromEntries(words.map(({ id, salt, detail }) => [id, detailSealOf(salt, detail)]))
}

/** The words without the person; null when nothing in them named the person. */
function changed({ event, salt, detail }: StandingWords, erasure: Erasure) {
  if (event.act === ERASED || event.act === FORGOTTEN) return null
  const left = redact(event, detail, erasure)
  return detailSealOf(salt, left) === detailSealOf(salt, detail) ? null : left
}

function parts(ids: string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, i) =>
    ids.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  )
}

/** Forgets the words of the oldest events before this moment, a thousand at most, and records which. Gives their number. */
export async function forgetWords(ctx: Context, tx: Tx, before: Date): Promise<number> {
  const ids = await deleteWordsBefore(tx, before, AT_ONCE)
  if (ids.length === 0) return 0
  const erased: Erased = Object.fromEntries(ids.map((id) => [id, null]))
  await record(nameless(ctx), tx, {
    act: FORGOTTEN,
    on: { kind: 'history', id: ctx.organizationId },
    note: { erased },
  })
  return ids.length
}
