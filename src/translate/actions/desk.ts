import type { Context } from '#context.ts'
import type { Framework } from '#framework/model.ts'
import { fingerprint } from '#lib/fingerprint.ts'
import { type Engine, openEngine } from '../backends/engine.ts'
import { shippedTranslator } from '../backends/shipped-file.ts'
import { examplesFrom } from '../judgement.ts'
import { type Embedded, type Example, LEXICAL } from '../model.ts'
import { listAcceptedExamples } from '../store/proposals.ts'
import { insertVectors, listVectors } from '../store/vectors.ts'
import { listOwnExamples } from '../store.ts'
import { type Translator, textsOf } from '../translator.ts'
import { fromShelf } from '../vector-shelf.ts'

/** How many of a person's own examples one cell may have. */
const OWN_IN_CELL = 5
/** Translators are cheap to build but hold vectors; so many are kept. */
const KEPT = 24

interface Open {
  engine: Promise<Engine>
  /** The sentence model has answered once. */
  isWarm: boolean
}

/** One for the process, opened when somebody first comes near Translate. */
let open: Open | null = null
const translators = new Map<string, Promise<Translator>>()

/** Whether an answer can be had at once. */
export function isWarm(): boolean {
  return open?.isWarm ?? false
}

/** Starts the sentence model beside the pages, so that it is there when somebody has typed. Waits for nothing. */
export function warmUp(ctx: Context): void {
  engineNow(ctx).catch((error: Error) => ctx.log(`Translate: ${error.message}`))
}

/** Ends the thread of the sentence model. Translating again would start another. */
export async function closeTranslate(): Promise<void> {
  const closing = open
  open = null
  translators.clear()
  await closing?.engine.then((engine) => engine.close()).catch(() => undefined)
}

/** The engine, answering. Where the sentence model cannot be used, words are counted, and the answers say so. */
export async function engineNow(ctx: Context): Promise<Engine> {
  open ??= { engine: start(ctx), isWarm: false }
  const mine = open
  try {
    const engine = await mine.engine
    mine.isWarm = true
    return engine
  } catch (error) {
    // The next who asks tries again.
    if (open === mine) open = null
    throw error
  }
}

async function start(ctx: Context): Promise<Engine> {
  const engine = await openEngine('local')
  if (engine.instead !== null)
    ctx.log(`Translate counts words instead. ${engine.instead} ${engine.trouble ?? ''}`.trim())
  return engine
}

/** What a translation learns from, beside the framework's own words. */
export async function examplesFor(ctx: Context, framework: Framework): Promise<Example[]> {
  const personId = ctx.viewer.person?.id
  const { accepted, own } = await ctx.read(async (db) => ({
    accepted: await listAcceptedExamples(db, framework.id),
    own: personId === undefined ? [] : await listOwnExamples(db, personId, framework.id),
  }))
  // A person's own come first: where they and the others differ about the same words, theirs hold.
  const mine = examplesFrom(own, OWN_IN_CELL)
  const others = examplesFrom(accepted)
  const known = new Set(mine.map(({ scored }) => scored))
  return [...mine, ...others.filter(({ scored }) => !known.has(scored))]
}

/** A translator for the framework as it stands, with these examples; remembered while both stay the same. */
export async function translatorFor(
  ctx: Context,
  framework: Framework,
  examples: readonly Example[],
): Promise<Translator> {
  const engine = await engineNow(ctx)
  const key = fingerprint(JSON.stringify([ctx.organizationId, engine.backend, framework, examples]))
  const kept = translators.get(key)
  const made = kept ?? make(ctx, engine, { framework, examples })
  translators.delete(key)
  translators.set(key, made)
  made.catch(() => translators.delete(key))
  for (const old of translators.keys()) if (translators.size > KEPT) translators.delete(old)
  return made
}

interface Wanted {
  framework: Framework
  examples: readonly Example[]
}

async function make(ctx: Context, engine: Engine, { framework, examples }: Wanted): Promise<Translator> {
  if (engine.backend === LEXICAL) return engine.translator(framework, { examples })
  const stored = await frameworkVectors(ctx, engine, framework)
  return engine.translator(framework, { examples, stored })
}

/** The framework's own texts whose vectors do not ship with the library. */
export async function unshippedTexts(engine: Engine, framework: Framework): Promise<string[]> {
  return fromShelf(textsOf({ framework, examples: [] }), await shippedTranslator(), engine.backend).missing
}

/** More texts are not sent to the model at once, so that somebody's question can come between. */
const AT_ONCE = 16

/**
 * The vectors of a framework's own texts that do not ship with the library: from the database; those that are missing are
 * made and kept. Only what is published is kept, never what somebody typed.
 */
export async function frameworkVectors(
  ctx: Context,
  engine: Engine,
  framework: Framework,
): Promise<Map<string, Embedded>> {
  const texts = await unshippedTexts(engine, framework)
  const names = new Map(texts.map((text) => [fingerprint(text), text]))
  const kept = await ctx.read((db) => listVectors(db, engine.backend, [...names.keys()]))
  const vectors = new Map(kept.map(({ content, vector }) => [names.get(content) ?? '', vector]))
  const missing = texts.filter((text) => !vectors.has(text))
  for (let from = 0; from < missing.length; from += AT_ONCE) {
    const some = missing.slice(from, from + AT_ONCE)
    const made = await engine.vectors(some)
    const fresh = some.flatMap((text, i) => {
      const vector = made[i]
      return vector ? [{ text, vector }] : []
    })
    for (const { text, vector } of fresh) vectors.set(text, vector)
    const rows = fresh.map(({ text, vector }) => ({ content: fingerprint(text), vector }))
    await ctx.keep((tx) => insertVectors(tx, engine.backend, rows))
  }
  return vectors
}
