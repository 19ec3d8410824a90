/** `sightline role …`: what jobs need, in the terminal of the machine that holds it. */
import { writeFile } from 'node:fs/promises'
import type { Screen } from '#cli/screen.ts'
import { table } from '#cli/table.ts'
import { type Call, NOT_UNDERSTOOD, runVerb, type Verb } from '#cli/verbs.ts'
import type { Context } from '#context.ts'
import { docxOf } from '#documents/docx.ts'
import { Invalid, NotFound } from '#errors.ts'
import { dayOf } from '#people/day.ts'
import { longDay } from '#people/words.ts'
import { ORGANIZATION, within } from '#terminal.ts'
import { openProfile } from './actions/profile.ts'
import { noSuchRole, type RoleCard, rolesThatMatch } from './card.ts'
import { wordingVerb } from './commands/wording.ts'
import { roleJson, rolesJson } from './json/role.ts'
import { IMPORTANCE_WORDS, type RoleProfile } from './model.ts'
import { profileSheet } from './profile-sheet.ts'
import { learningWords } from './requirement.ts'
import { listRoleCards } from './store/list.ts'
import { listProfiles } from './store.ts'

const JSON_ONLY = { json: 'one JSON object on standard output, and nothing else' }

const VERBS: Record<string, Verb> = {
  list: {
    takes: '[WORDS]',
    says: 'the roles that are open, or of them those with these words in title, purpose or needs',
    flags: JSON_ONLY,
    options: { organization: ORGANIZATION },
    run: within(list),
  },
  show: {
    takes: 'ROLE',
    says: 'what a role needs, by its title or id',
    flags: JSON_ONLY,
    options: {
      organization: ORGANIZATION,
      docx: { takes: 'FILE', says: 'write the profile that holds as a word-processor file' },
    },
    run: within(show),
  },
  wording: wordingVerb,
}

/** Resolves to the exit code. */
export function run(args: string[], screen?: Screen): Promise<number> {
  return runVerb('role', VERBS, args, screen)
}

const cardsOf = (ctx: Context) => ctx.read((db) => listRoleCards(db, dayOf(ctx.now())))

async function list({ words, flags, screen }: Call, ctx: Context): Promise<number> {
  const cards = rolesThatMatch(await cardsOf(ctx), { q: words.join(' ') })
  if (flags.has('json')) {
    screen.say(JSON.stringify(rolesJson(cards), null, 2))
    return 0
  }
  const heads = ['role', 'team', 'held by', 'profile'].map(screen.style.faint)
  const rows = cards.map(({ title, team, holders, agreed }) => [
    ...[screen.style.strong(title), team ?? '–', String(holders)],
    agreed ? `version ${agreed.number}, ${agreed.needs.length} competencies` : 'nothing agreed yet',
  ])
  if (rows.length > 0) for (const line of table([heads, ...rows], screen.width)) screen.say(line)
  screen.say(`${cards.length} in all`)
  return 0
}

async function show({ words, flags, values, screen }: Call, ctx: Context): Promise<number> {
  const wanted = words.join(' ')
  if (wanted === '') {
    screen.complain('Say which: “sightline role show TITLE”, or the id of a role.')
    return NOT_UNDERSTOOD
  }
  const role = theOne(wanted, await cardsOf(ctx))
  const profiles = await ctx.read((db) => listProfiles(db, role.id))
  const file = values.get('docx')
  if (file !== undefined) await writeProfile(ctx, { role, profiles, file })
  if (flags.has('json')) screen.say(JSON.stringify(roleJson(role, profiles), null, 2))
  else for (const line of roleLines(role, profiles, screen)) screen.say(line)
  if (file !== undefined && !flags.has('json')) screen.say(`Written to ${file}.`)
  return 0
}

/** By id, by the whole title, or by words that only one has. Throws NotFound and Invalid. */
function theOne(wanted: string, cards: readonly RoleCard[]): RoleCard {
  const exact = cards.filter(({ id, title }) => id === wanted || title.toLowerCase() === wanted.toLowerCase())
  const fitting = exact.length > 0 ? exact : rolesThatMatch(cards, { q: wanted })
  const [first, second] = fitting
  if (!first) throw new NotFound(noSuchRole(wanted, cards))
  if (second)
    throw new Invalid(
      `Several roles fit: ${fitting.map(({ id, title, team }) => `${title}${team ? ` in ${team}` : ''} (${id})`).join(', ')}. Give the id of one.`,
    )
  return first
}

interface Writing {
  role: RoleCard
  profiles: readonly RoleProfile[]
  file: string
}

const standing = ({ number, agreedAt }: RoleProfile) =>
  agreedAt === null
    ? `Version ${number}, a draft`
    : `Version ${number}, agreed on ${longDay(dayOf(agreedAt))}`

async function writeProfile(ctx: Context, { role, profiles, file }: Writing): Promise<void> {
  const agreed = profiles.find(({ agreedAt }) => agreedAt !== null)
  if (!agreed)
    throw new NotFound(`Nothing is agreed yet of what “${role.title}” needs, so there is nothing to write.`)
  const { profile, frameworks } = await ctx.read((db) => openProfile(db, role, agreed.id))
  const sources = [...frameworks.values()].map(
    ({ title, licence }) => `${title}: ${[licence.attribution, licence.name].filter(Boolean).join(', ')}.`,
  )
  await writeFile(file, await docxOf(profileSheet({ role, profile, standing: standing(profile), sources })))
}

function roleLines(role: RoleCard, profiles: readonly RoleProfile[], { style, width }: Screen): string[] {
  const agreed = profiles.find(({ agreedAt }) => agreedAt !== null)
  const head = [style.strong(role.title), ...(role.purpose ? [role.purpose] : [])]
  if (!agreed) return [...head, 'Nothing is agreed yet.']
  const rows = agreed.requirements.map((one) => [
    one.words.competency,
    style.accent(one.words.level),
    one.must ? 'must-have' : IMPORTANCE_WORDS[one.importance].toLowerCase(),
    learningWords(one),
  ])
  return [...head, style.faint(standing(agreed)), ...table(rows, width)]
}
