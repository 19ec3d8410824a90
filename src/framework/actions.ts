import { type Context, nothingHappened } from '#context.ts'
import { record } from '#history/actions.ts'
import type { Subject } from '#history/model.ts'
import { fingerprint } from '#lib/fingerprint.ts'
import type { Tx } from '#schema.ts'
import type { Origin } from './card.ts'
import { type Fault, parseFrameworkFile } from './file.ts'
import type { Framework } from './model.ts'
import { insertFramework, replaceFramework } from './store/write.ts'
import { holdLibrary, listFiles } from './store.ts'

export interface NamedFile {
  name: string
  text: string
}

/** Raise it when the same file has to be stored in another way than before: all files are then loaded once more. */
const FORM = '1'

/**
 * Brings the frameworks that ship with Sightline up to date with their files. Unchanged files cost one query in all.
 * A file with faults, or whose name a person's own framework has, is left out and the log says so.
 */
export async function loadLibrary(
  ctx: Context,
  files: NamedFile[],
): Promise<{ loaded: number; unchanged: number }> {
  const stored = await ctx.read(listFiles)
  const known = new Set(stored.map((file) => file.fingerprint))
  const changed = files.filter((file) => !known.has(fingerprintOf(file)))
  let loaded = 0
  for (const file of changed) if (await loadFile(ctx, file)) loaded += 1
  return { loaded, unchanged: files.length - changed.length }
}

const fingerprintOf = ({ text }: NamedFile) => fingerprint(`${FORM}\n${text}`)

async function loadFile(ctx: Context, file: NamedFile): Promise<boolean> {
  const { framework, faults } = parseFrameworkFile(file.text)
  const serious = faults.find((fault) => fault.severity === 'fault')
  if (!framework) {
    ctx.log(`${file.name} was not loaded. ${serious ? sentence(serious) : 'It is not a framework file.'}`)
    return false
  }
  const as = { origin: 'library' as const, fingerprint: fingerprintOf(file), at: ctx.now() }
  return ctx.write(async (tx) => {
    // Another process may be starting on the same database: one after the other, each seeing what the first has done.
    await holdLibrary(tx)
    const before = (await listFiles(tx)).find(({ slug }) => slug === framework.slug)
    if (before && before.origin !== 'library') {
      ctx.log(`${file.name} was not loaded: another framework here is already called "${framework.slug}".`)
      nothingHappened(tx)
      return false
    }
    if (before?.fingerprint === as.fingerprint) {
      nothingHappened(tx)
      return false
    }
    if (before) await replaceFramework(tx, { ...framework, id: before.id }, as)
    else await insertFramework(tx, framework, as)
    const act = before ? 'framework: renewed' : 'framework: loaded'
    await record(ctx, tx, { act, on: subjectOf(before ? { ...framework, id: before.id } : framework) })
    return true
  })
}

function sentence({ line, message, remedy }: Fault): string {
  return `Line ${line}: ${message} ${remedy}`
}

type OwnOrigin = Exclude<Origin, 'library'>

/** Publishes a framework of the organisation's own. Returns it as it was published. */
export function publishFramework(ctx: Context, framework: Framework, origin: OwnOrigin): Promise<Framework> {
  return ctx.write(async (tx) => {
    const published = await addFramework(ctx, tx, framework, origin)
    await record(ctx, tx, { act: 'framework: published', on: subjectOf(published) })
    return published
  })
}

/**
 * `publishFramework` for an action that has more to write, and to record, in the same transaction. When the framework's name in links
 * is taken it gets the next free number, so that nothing a person has checked is refused for its name.
 */
export async function addFramework(
  ctx: Context,
  tx: Tx,
  framework: Framework,
  origin: OwnOrigin,
): Promise<Framework> {
  const taken = new Set((await listFiles(tx)).map((file) => file.slug))
  const published = { ...framework, slug: freeSlug(framework.slug, taken) }
  await insertFramework(tx, published, { origin, fingerprint: null, at: ctx.now() })
  // Translate then knows it by the time somebody asks.
  await ctx.later(tx, 'translate.vectors', {})
  return published
}

/** How the history names a framework. */
export function subjectOf({ id, title }: Framework): Subject {
  return { kind: 'framework', id, name: title }
}

function freeSlug(slug: string, taken: Set<string>): string {
  if (!taken.has(slug)) return slug
  let number = 2
  while (taken.has(`${slug}-${number}`)) number += 1
  return `${slug}-${number}`
}
