import { z } from '@hono/zod-openapi'
import { MAP_PAGE, type MapView, needFor } from '../map.ts'

const Level = z.object({
  can: z.int().nullable().describe('0: answered, and no level is reached; null: not known'),
  uses: z.int().nullable(),
  firm: z.boolean(),
})

export const MapJson = z
  .object({
    framework: z.object({ id: z.string(), slug: z.string(), title: z.string() }).nullable(),
    total: z.int().describe(`How many people match; ${MAP_PAGE} a page`),
    columns: z.array(
      z.object({
        competency: z.string(),
        shared: z.int().describe('How many of all who match share it with you'),
        asked: z.int().describe('Of those, with a known level and a role that needs one'),
        reached: z.int().describe('Of those, at or above what their role needs'),
      }),
    ),
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        title: z.string().nullable(),
        levels: z
          .record(z.string(), Level)
          .describe('By competency. What is not there is not shared with you: neither unknown nor zero'),
        needs: z.record(z.string(), z.object({ place: z.int(), mustHave: z.boolean() })),
      }),
    ),
  })
  .openapi('TeamMap')

export function mapJson({ yardstick, total, columns, people, needs }: MapView): z.infer<typeof MapJson> {
  const keys = yardstick?.competencies.map(({ key }) => key) ?? []
  return {
    framework: yardstick ? { id: yardstick.id, slug: yardstick.slug, title: yardstick.title } : null,
    ...{ total, columns },
    people: people.map((person) => ({
      id: person.id,
      name: person.name,
      title: person.title,
      levels: person.levels,
      needs: Object.fromEntries(
        keys.flatMap((key) => {
          const need = needFor(person, key, needs)
          return need ? [[key, { place: need.place, mustHave: need.must }]] : []
        }),
      ),
    })),
  }
}
