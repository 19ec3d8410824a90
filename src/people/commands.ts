/** `sightline people …`: the people of an organisation, in the terminal of the machine that holds them. */

import { writeFile } from 'node:fs/promises'
import { readInput } from '#cli/input.ts'
import type { Screen } from '#cli/screen.ts'
import { table } from '#cli/table.ts'
import { type Call, NOT_UNDERSTOOD, runVerb, type Verb } from '#cli/verbs.ts'
import type { Context } from '#context.ts'
import { Conflict, Invalid, NotFound } from '#errors.ts'
import { ORGANIZATION, within } from '#terminal.ts'
import { exportPeople } from './actions/export.ts'
import { checkFile, confirmImport, openImport, runImport, startImport } from './actions/import.ts'
import { openPerson } from './actions/look.ts'
import { personLines } from './commands/person-lines.ts'
import { reportLines } from './commands/report-lines.ts'
import { decodeTable, LIMIT_BYTES, tooLarge } from './csv/decode.ts'
import { DATE_ORDERS } from './csv/import.ts'
import { dayOf } from './day.ts'
import { gapsIn } from './gaps.ts'
import { personJson, personLineJson } from './json.ts'
import { theOneMeant } from './meant.ts'
import { PAGE, queryFrom } from './query.ts'
import { readStanding } from './store/imports.ts'
import { listPeople } from './store/list.ts'
import { listMeant } from './store/taken.ts'

const JSON_ONLY = { json: 'one JSON object on standard output, and nothing else' }

const VERBS: Record<string, Verb> = {
  list: {
    takes: '[WORDS]',
    says: 'the people who are here, or of them those with these words in name, role, address or number',
    flags: JSON_ONLY,
    options: { organization: ORGANIZATION, page: { takes: 'NUMBER', says: 'fifty people a page, from 1' } },
    run: within(list),
  },
  show: {
    takes: 'WHO',
    says: 'one person, by name, e-mail address or employee number',
    flags: JSON_ONLY,
    options: { organization: ORGANIZATION },
    run: within(show),
  },
  import: {
    takes: 'FILE',
    says: 'read in a CSV file of people (- for standard input), all of it or nothing; exit code 1 when it has faults',
    flags: {
      ...JSON_ONLY,
      'dry-run': 'only say what would come of it',
      'month-first': '03/04/2026 is 4 March',
    },
    options: { organization: ORGANIZATION },
    run: within(importFile),
  },
  export: {
    takes: '[FILE]',
    says: 'everybody with all their posts as a CSV file, or on standard output',
    flags: {},
    options: { organization: ORGANIZATION },
    run: within(exportFile),
  },
  check: {
    takes: '',
    says: 'who has no post or manager, whose manager has left, and other gaps',
    flags: JSON_ONLY,
    options: { organization: ORGANIZATION },
    run: within(check),
  },
}

/** Resolves to the exit code. */
export function run(args: string[], screen?: Screen): Promise<number> {
  return runVerb('people', VERBS, args, screen)
}

async function list({ words, flags, values, screen }: Call, ctx: Context): Promise<number> {
  const page = Number(values.get('page') ?? 1)
  if (!Number.isInteger(page) || page < 1) throw new Invalid('Pages are counted from 1: --page 2.')
  const today = dayOf(ctx.now())
  const query = queryFrom({ q: words.join(' '), page }, { on: today, isPrivate: true })
  const { total, people } = await ctx.read((db) => listPeople(db, query))
  if (flags.has('json')) {
    const shown = people.map((one) => personLineJson(one, today))
    screen.say(JSON.stringify({ total, people: shown }, null, 2))
    return 0
  }
  const heads = ['name', 'role', 'team', 'place', 'reports to'].map(screen.style.faint)
  const rows = people.map(({ name, title, team, place, manager }) => [
    ...[screen.style.strong(name), title ?? '–', team?.name ?? '–', place?.name ?? '–', manager?.name ?? '–'],
  ])
  if (rows.length > 0) for (const line of table([heads, ...rows], screen.width)) screen.say(line)
  const pages = Math.ceil(total / PAGE)
  screen.say(pages > 1 ? `${total} in all, page ${page} of ${pages}` : `${total} in all`)
  return 0
}

async function show({ words, flags, screen }: Call, ctx: Context): Promise<number> {
  const wanted = words.join(' ')
  if (wanted === '') {
    screen.complain('Say whom: “sightline people show NAME”, or an e-mail address or employee number.')
    return NOT_UNDERSTOOD
  }
  const found = await ctx.read((db) => listMeant(db, wanted))
  if (found.length === 0)
    throw new NotFound(
      `Nobody is called “${wanted}”, or has it as address or number. “sightline people list” finds parts of names.`,
    )
  const view = await openPerson(ctx, theOneMeant(wanted, found))
  const today = dayOf(ctx.now())
  if (flags.has('json')) screen.say(JSON.stringify(personJson(view.person, today, true), null, 2))
  else for (const line of personLines(view, today, screen)) screen.say(line)
  return 0
}

async function importFile({ words, flags, screen }: Call, ctx: Context): Promise<number> {
  const [name, ...others] = words
  if (name === undefined || others.length > 0) {
    screen.complain('Say which file: “sightline people import FILE”, or “-” for standard input.')
    return NOT_UNDERSTOOD
  }
  const { bytes, name: fileName } = await readInput(name, { limit: LIMIT_BYTES, tooLarge })
  const text = decodeTable(bytes)
  const dateOrder = DATE_ORDERS[flags.has('month-first') ? 1 : 0]
  const report = await checkFile(ctx, { text, dateOrder })
  const isDone = report.faultCount === 0 && !flags.has('dry-run')
  if (isDone) await readIn(ctx, { text, fileName, dateOrder })
  if (flags.has('json')) screen.say(JSON.stringify({ ...report, done: isDone }, null, 2))
  else for (const line of reportLines(report, { isDone, screen })) screen.say(line)
  return report.faultCount === 0 ? 0 : 1
}

/** At once, without the server that would do it as a job. Throws Conflict when it could not be done after all. */
async function readIn(ctx: Context, sent: Parameters<typeof startImport>[1]): Promise<void> {
  const id = await startImport(ctx, sent)
  await confirmImport(ctx, id)
  await runImport(ctx, id)
  const { state, message } = await openImport(ctx, id)
  if (state === 'failed') throw new Conflict(message ?? 'It could not be read in.')
}

async function exportFile({ words: [file], screen }: Call, ctx: Context): Promise<number> {
  const text = await exportPeople(ctx)
  if (file === undefined || file === '-') screen.say(text.trimEnd())
  else {
    await writeFile(file, text)
    screen.say(`Written to ${file}.`)
  }
  return 0
}

async function check({ flags, screen }: Call, ctx: Context): Promise<number> {
  const gaps = gapsIn(await ctx.read(readStanding), dayOf(ctx.now()))
  if (flags.has('json')) screen.say(JSON.stringify({ gaps }, null, 2))
  else if (gaps.length === 0) screen.say('Everybody has a post, and every manager is here.')
  for (const { says, names } of flags.has('json') ? [] : gaps) {
    screen.say(screen.style.strong(`${names.length} ${says}`))
    for (const name of names.slice(0, 20)) screen.say(`  ${name}`)
    if (names.length > 20)
      screen.say(screen.style.faint(`  and ${names.length - 20} more (--json lists all)`))
  }
  return 0
}
