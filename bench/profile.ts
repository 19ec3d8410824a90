/** What a workbook costs: its pages, saving one answer with the levels that follow, and working out all levels of a person. */
import type { Hono } from 'hono'
import { type Context, createContext } from '../src/context.ts'
import type { Framework } from '../src/framework/model.ts'
import { findFramework } from '../src/framework/store.ts'
import { addPerson } from '../src/people/actions/person.ts'
import { PersonInput } from '../src/people/model.ts'
import { renewLevels } from '../src/profile/actions/levels.ts'
import { finishWorkbook, saveAnswers, startWorkbook } from '../src/profile/actions/workbook.ts'
import { countLevels, levelsFrom, type Placed, placesIn, rungsOf } from '../src/profile/levels.ts'
import { ANSWERS } from '../src/profile/model.ts'
import { partsOf, questionsOf } from '../src/profile/order.ts'
import { links } from '../src/routes.ts'
import { NOBODY } from '../src/viewer.ts'
import type { Env } from '../src/web/site.ts'
import { appFor } from '../test/app.ts'
import { OURS, openTestDatabase } from '../test/database.ts'
import { cpuTime } from './cpu.ts'

/** Rows of text: what, and this process's processor time of one. */
export async function benchProfile(): Promise<string[][]> {
  const database = await openTestDatabase({ library: true })
  try {
    const spotlight = await database.ctx.read((db) => findFramework(db, 'spotlight'))
    if (!spotlight) throw new Error('The library has no Spotlight.')
    const id = await addPerson(database.ctx, PersonInput.parse({ name: 'Bench' }))
    const viewer = {
      ...NOBODY,
      organization: OURS,
      roles: new Set(['member' as const]),
      person: { id, name: 'Bench' },
    }
    const ctx = createContext(database.world, viewer)
    return [...(await rounds(ctx, spotlight)), pure(spotlight)]
  } finally {
    await database.close()
  }
}

async function rounds(ctx: Context, framework: Framework): Promise<string[][]> {
  const questions = questionsOf(framework)
  const all = questions.map(({ id }, i) => ({ statement: id, answer: ANSWERS[i % 5] ?? null }))
  const first = await startWorkbook(ctx, { framework: framework.slug })
  await saveAnswers(ctx, first.id, all)
  await finishWorkbook(ctx, first.id)
  const { id } = await startWorkbook(ctx, { framework: framework.slug, earlier: true })
  const app = appFor(ctx)
  const part = { personId: ctx.viewer.person?.id ?? '', frameworkId: framework.id, competencies: null }
  let turn = 0
  const saveOne = () => {
    turn += 1
    const statement = questions[turn % questions.length]?.id ?? ''
    return saveAnswers(ctx, id, [{ statement, answer: ANSWERS[turn % 5] ?? null }])
  }
  return [
    ['the page of a workbook (15 statements)', await cpu(() => get(app, links.workbookPart(id, 2)))],
    ['the overview of a workbook', await cpu(() => get(app, links.workbook(id)))],
    ['all workbooks', await cpu(() => get(app, links.workbooks()))],
    ['one answer saved, with its levels (two rounds of 136 answers)', await cpu(saveOne)],
    ['all levels of a person worked out anew', await cpu(() => ctx.keep((tx) => renewLevels(tx, part)))],
  ]
}

/** The rule and the order alone, without the database. */
function pure(framework: Framework): string[] {
  const keys = framework.scale.levels.map(({ key }) => key)
  const places = placesIn(framework)
  const placed: Placed[] = places.map((place, i) => ({ ...place, answer: ANSWERS[i % 5] ?? 'not' }))
  const time = cpuTime(() => {
    for (const { key } of framework.competencies)
      levelsFrom(countLevels(key, rungsOf(key, keys, places), placed))
    partsOf(framework, { id: 'bench', mixed: true })
  }, 21)
  return ['the rule for nine competencies, and the mixed order', `${time.toFixed(2)} ms CPU`]
}

async function get(app: Hono<Env>, path: string): Promise<void> {
  const answer = await app.request(path)
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
  await answer.text()
}

/** Milliseconds of this process's processor time, queries included, the database server's own not. */
async function cpu(work: () => Promise<unknown>): Promise<string> {
  for (let i = 0; i < 30; i++) await work()
  const runs = 60
  const before = process.cpuUsage()
  for (let i = 0; i < runs; i++) await work()
  const { user, system } = process.cpuUsage(before)
  return `${((user + system) / 1000 / runs).toFixed(2)} ms CPU`
}
