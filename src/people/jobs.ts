import { z } from 'zod'
import type { Context } from '#context.ts'
import { runImport } from './actions/import.ts'

const ImportWanted = z.object({ importId: z.uuid() })

/** What people have done later: reading a confirmed file in. */
export const peopleJobs = {
  'people.import': async (ctx: Context, data: object) => runImport(ctx, ImportWanted.parse(data).importId),
}
