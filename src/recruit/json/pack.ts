import { z } from '@hono/zod-openapi'
import { PackFile } from '../pack/pack.ts'

/** The pack, as `sightline recruit verify` reads it. */
export const PackJson = PackFile.openapi('Pack')

export const PackInput = z
  .object({
    candidates: z.enum(['name', 'number']).describe('Whether candidates stand by name or by number'),
  })
  .openapi('NewPack')
