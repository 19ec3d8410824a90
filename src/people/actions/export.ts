import type { Context } from '#context.ts'
import { record } from '#history/actions.ts'
import { printPeople } from '../csv/print.ts'
import { readStanding } from '../store/imports.ts'

/** Everybody as a CSV file. It leaves a row in the history, since much leaves the house with it. */
export function exportPeople(ctx: Context): Promise<string> {
  return ctx.write(async (tx) => {
    const standing = await readStanding(tx)
    const note = { people: standing.people.length }
    await record(ctx, tx, { act: 'people: exported', on: { kind: 'people', id: ctx.organizationId }, note })
    return printPeople(standing)
  })
}
