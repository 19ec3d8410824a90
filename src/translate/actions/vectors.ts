import type { Context } from '#context.ts'
import { findFramework, listFrameworks } from '#framework/store.ts'
import { fingerprint } from '#lib/fingerprint.ts'
import { LEXICAL } from '../model.ts'
import { deleteOtherVectors } from '../store/vectors.ts'
import { engineNow, frameworkVectors, unshippedTexts } from './desk.ts'

/** Makes the vectors that are missing for the organisation's frameworks, and takes away those of texts that are gone. */
export async function renewVectors(ctx: Context): Promise<void> {
  const engine = await engineNow(ctx)
  if (engine.backend === LEXICAL) return
  const wanted: string[] = []
  for (const { slug } of await ctx.read(listFrameworks)) {
    const framework = await ctx.read((db) => findFramework(db, slug))
    if (!framework) continue
    await frameworkVectors(ctx, engine, framework)
    wanted.push(...(await unshippedTexts(engine, framework)).map(fingerprint))
  }
  await ctx.keep((tx) => deleteOtherVectors(tx, engine.backend, [...new Set(wanted)]))
}
