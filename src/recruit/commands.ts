/** `sightline recruit …`: vacancies and kits in the terminal of the machine that holds them. */
import { writeFile } from 'node:fs/promises'
import type { Screen } from '#cli/screen.ts'
import { table } from '#cli/table.ts'
import { type Call, NOT_UNDERSTOOD, runVerb, type Verb } from '#cli/verbs.ts'
import type { Context } from '#context.ts'
import { docxOf } from '#documents/docx.ts'
import { Invalid, NotFound } from '#errors.ts'
import { sheetMarkdown } from '#lib/sheet.ts'
import { noSuchRole } from '#role/card.ts'
import type { Role } from '#role/model.ts'
import { listAgreedProfiles, listRoles } from '#role/store.ts'
import { ORGANIZATION, within } from '#terminal.ts'
import { kitFor } from './actions/kit-for.ts'
import { verifyVerb } from './commands/verify.ts'
import { bankJson } from './json/bank.ts'
import { vacanciesJson } from './json/vacancy.ts'
import { bankThatMatches } from './kit/bank.ts'
import { POINTS, STATE_WORDS } from './model.ts'
import { listBank } from './store/bank.ts'
import { listVacancyCards } from './store/list.ts'
import { vacanciesThatMatch } from './vacancy-card.ts'

const VERBS: Record<string, Verb> = {
  list: {
    takes: '[WORDS]',
    says: 'the vacancies, or of them those with these words in title or role',
    flags: { json: 'one JSON object on standard output, and nothing else' },
    options: { organization: ORGANIZATION },
    run: within(list),
  },
  bank: {
    takes: '[WORDS]',
    says: 'your own questions, or of them those with these words; retired ones with --all',
    flags: { json: 'one JSON object on standard output, and nothing else', all: 'retired ones, too' },
    options: { organization: ORGANIZATION },
    run: within(bank),
  },
  kit: {
    takes: 'ROLE',
    says: 'an interview kit from what a role needs, by its title or id; no vacancy is made',
    flags: {},
    options: {
      organization: ORGANIZATION,
      docx: { takes: 'FILE', says: 'write it as a word-processor file; else it is printed as Markdown' },
      points: { takes: '5|7|9', says: 'how many points the rating has; 7 unless you say otherwise' },
    },
    run: within(kit),
  },
  verify: verifyVerb,
}

/** Resolves to the exit code. */
export function run(args: string[], screen?: Screen): Promise<number> {
  return runVerb('recruit', VERBS, args, screen)
}

async function list({ words, flags, screen }: Call, ctx: Context): Promise<number> {
  const all = await ctx.read(listVacancyCards)
  const cards = vacanciesThatMatch(all, { q: words.join(' '), state: 'all' })
  if (flags.has('json')) {
    screen.say(JSON.stringify(vacanciesJson(cards), null, 2))
    return 0
  }
  const heads = ['vacancy', 'state', 'kit', 'candidates'].map(screen.style.faint)
  const rows = cards.map(({ title, state, questions, fixedAt, candidates }) => [
    ...[screen.style.strong(title), STATE_WORDS[state]],
    ...[`${questions} questions, ${fixedAt ? 'fixed' : 'open'}`, String(candidates)],
  ])
  if (rows.length > 0) for (const line of table([heads, ...rows], screen.width)) screen.say(line)
  screen.say(`${cards.length} in all`)
  return 0
}

async function bank({ words, flags, screen }: Call, ctx: Context): Promise<number> {
  const filter = {
    q: words.join(' '),
    framework: '',
    state: flags.has('all') ? ('all' as const) : ('' as const),
  }
  const questions = bankThatMatches(await ctx.read(listBank), filter)
  if (flags.has('json')) {
    screen.say(JSON.stringify(bankJson(questions), null, 2))
    return 0
  }
  const heads = ['about', 'question', 'asked in'].map(screen.style.faint)
  const rows = questions.map(({ competencyName, competency, text, uses, retiredAt }) => [
    ...[screen.style.strong(competencyName ?? competency), text],
    retiredAt ? 'retired' : String(uses.length),
  ])
  if (rows.length > 0) for (const line of table([heads, ...rows], screen.width)) screen.say(line)
  screen.say(`${questions.length} in all`)
  return 0
}

async function kit({ words, values, screen }: Call, ctx: Context): Promise<number> {
  const wanted = words.join(' ')
  const points = POINTS.find((one) => String(one) === (values.get('points') ?? '7'))
  if (wanted === '' || points === undefined) {
    screen.complain(
      wanted === ''
        ? 'Say for which role: “sightline recruit kit TITLE --docx kit.docx”.'
        : 'Say --points 5, 7 or 9.',
    )
    return NOT_UNDERSTOOD
  }
  const sheet = await ctx.read(async (db) => {
    const role = theOne(wanted, await listRoles(db))
    const profile = (await listAgreedProfiles(db)).find(({ roleId }) => roleId === role.id)
    if (!profile)
      throw new NotFound(
        `Nothing is agreed yet of what “${role.title}” needs, so there is nothing to ask about.`,
      )
    return kitFor(db, { title: role.title, profile, points })
  })
  const file = values.get('docx')
  if (file === undefined) screen.say(sheetMarkdown(sheet))
  else {
    await writeFile(file, await docxOf(sheet))
    screen.say(`Written to ${file}.`)
  }
  return 0
}

/** By id, by the whole title, or by the beginning of one. Throws NotFound and Invalid. */
function theOne(wanted: string, roles: readonly Role[]): Role {
  const words = wanted.toLowerCase()
  const exact = roles.filter(({ id, title }) => id === words || title.toLowerCase() === words)
  const fitting =
    exact.length > 0 ? exact : roles.filter(({ title }) => title.toLowerCase().startsWith(words))
  const [first, second] = fitting
  if (!first) throw new NotFound(noSuchRole(wanted, roles))
  if (second)
    throw new Invalid(
      `Several roles fit: ${fitting.map(({ id, title }) => `${title} (${id})`).join(', ')}. Give the id of one.`,
    )
  return first
}
