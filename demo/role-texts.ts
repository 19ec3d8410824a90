/** What is written about the jobs at Marlbrook Water: descriptions of four, adverts for two, a level card, and a draft. */
import { type Context, nothingHappened } from '../src/context.ts'
import { record } from '../src/history/actions.ts'
import { dayOf } from '../src/people/day.ts'
import { textSubject } from '../src/role/actions/text.ts'
import { materialOf, templateOf } from '../src/role/actions/text-material.ts'
import type { Role } from '../src/role/model.ts'
import { insertText, setPublished } from '../src/role/store/texts.ts'
import { findRole, listProfiles } from '../src/role/store.ts'
import { reviewDay, type TextContent, type TextKind } from '../src/role/text.ts'
import { newContent } from '../src/role/text-edit.ts'
import type { Tx } from '../src/schema.ts'
import type { DemoAct } from './roles.ts'
import { demoId } from './rows.ts'

interface DemoText {
  role: string
  kind: TextKind
  /** The version of the profile that it is made from. */
  profile: number
  by: string
  daysAgo: number
  /** Absent: it is a draft still. */
  published?: { daysAgo: number; by: string }
  /** What somebody wrote: facts by their labels, prose by the section, further lines by the section. */
  facts: Record<string, string>
  prose?: Record<string, string>
  lines?: Record<string, string[]>
}

const ADVISER_HOURS = '37 a week; one late shift until 8 pm, one Saturday in four'

const TEXTS: DemoText[] = [
  {
    role: 'case-handler',
    kind: 'description',
    profile: 1,
    by: 'beatriz',
    daysAgo: 236,
    published: { daysAgo: 231, by: 'ngaio' },
    facts: {
      Place: 'Marlbrook House',
      'Reports to': 'Complaints Manager',
      Hours: '37 a week, between 8 am and 6 pm',
    },
    lines: {
      doing: [
        'Answer every complaint within ten working days, and say on the second day who looks after it.',
      ],
    },
  },
  {
    role: 'billing-adviser',
    kind: 'description',
    profile: 1,
    by: 'karin',
    daysAgo: 121,
    published: { daysAgo: 118, by: 'ngaio' },
    facts: {
      Place: 'Marlbrook House',
      'Reports to': 'Billing Manager',
      Hours: '37 a week; busy weeks in April and October',
    },
    lines: {
      doing: [
        'Work out with customers what they can pay each month, and write it down so that both have it.',
      ],
    },
  },
  {
    role: 'customer-adviser',
    kind: 'description',
    profile: 1,
    by: 'aroha',
    daysAgo: 98,
    published: { daysAgo: 96, by: 'ngaio' },
    facts: { Place: 'Eastwick Contact Centre', 'Reports to': 'Team Leader, Calls', Hours: ADVISER_HOURS },
    lines: { doing: ['Take about forty calls a day about bills, moving house, leaks and repairs.'] },
  },
  {
    role: 'technician',
    kind: 'description',
    profile: 1,
    by: 'stella',
    daysAgo: 44,
    published: { daysAgo: 41, by: 'ngaio' },
    facts: {
      Place: 'Harbour Depot, Port Selby, and on the road',
      'Reports to': 'Field Manager',
      Hours: '37 a week; on call one week in six',
    },
    lines: {
      doing: [
        'Visit six to eight customers a day, and leave each with a note of what was done and what comes next.',
      ],
      entry: ['Drive a van of up to 3.5 tonnes on public roads.'],
    },
  },
  {
    role: 'technician',
    kind: 'card',
    profile: 1,
    by: 'stella',
    daysAgo: 40,
    published: { daysAgo: 40, by: 'stella' },
    facts: {},
  },
  {
    role: 'technician',
    kind: 'advert',
    profile: 1,
    by: 'stella',
    daysAgo: 30,
    published: { daysAgo: 28, by: 'owen' },
    facts: {
      Pay: '£29,800 to £33,400 a year, by what you can do when you begin; on-call weeks are paid on top',
      Place: 'Harbour Depot, Port Selby, and customers’ homes along the coast',
      Hours: '37 a week; on call one week in six, agreed three months ahead',
      Holiday: '27 days and public holidays',
      Start: 'From January',
      Send: 'Two pages: what you have repaired or explained, and for whom',
      To: 'jobs@marlbrook.example',
      By: 'The last Friday of the month',
      'Questions to': 'Stella, who leads the team: the number is on our web page',
    },
  },
  {
    role: 'customer-adviser',
    kind: 'advert',
    profile: 2,
    by: 'aroha',
    daysAgo: 14,
    published: { daysAgo: 12, by: 'owen' },
    facts: {
      Pay: '£25,900 to £28,700 a year; everybody begins at the same step and moves up each year',
      Place: 'Eastwick; two days a week from home once you know the system',
      Hours: ADVISER_HOURS,
      Holiday: '27 days and public holidays',
      Start: 'The first Monday of next month, eight of you together',
      Send: 'A letter of one page, or a recording of three minutes',
      To: 'jobs@marlbrook.example',
      By: 'The end of the month',
      'Questions to': 'Aroha, who leads the team: come to the open evening and listen in on calls',
    },
    lines: {
      doing: ['Take about forty calls a day, with a colleague beside you for the first three weeks.'],
    },
  },
  {
    role: 'team-leader',
    kind: 'description',
    profile: 1,
    by: 'marcus',
    daysAgo: 5,
    facts: { Place: 'Eastwick Contact Centre', 'Reports to': 'Contact Centre Manager' },
    prose: {
      purpose:
        'A dynamic team leader with excellent communication skills keeps a team of seven advisers able to help: the queue, the hard calls, what each of them learns next, and what the rest of the house should change.',
    },
    lines: {
      entry: ['At least three years’ experience in a fast-paced call centre.', 'Strong leadership skills.'],
    },
  },
]

type At = (daysAgo: number, key: string) => Context

/** Once: a second load changes nothing. */
export async function loadRoleTexts(ctx: Context, at: At): Promise<void> {
  await ctx.write(async (tx) => {
    const there = await tx
      .selectFrom('role_text')
      .select('id')
      .where('organization_id', '=', tx.organizationId)
      .limit(1)
      .execute()
    if (there.length > 0) return nothingHappened(tx)
    const acts = TEXTS.flatMap(actsOf).toSorted((a, b) => b.daysAgo - a.daysAgo)
    for (const act of acts) await act.done(tx, at)
  })
}

function actsOf(text: DemoText): DemoAct[] {
  const { daysAgo, by, published } = text
  const begin: DemoAct = { daysAgo, done: (tx, at) => begins(tx, text, at(daysAgo, by)) }
  if (!published) return [begin]
  const publish: DemoAct = {
    daysAgo: published.daysAgo,
    done: (tx, at) => publishes(tx, text, at(published.daysAgo, published.by)),
  }
  return [begin, publish]
}

const idOf = ({ role, kind }: DemoText) => demoId('role-text', `${role}/${kind}`)

async function roleOf(tx: Tx, { role: key }: DemoText): Promise<Role> {
  const role = await findRole(tx, demoId('role', key))
  if (!role) throw new Error(`The example has no role ${key}.`)
  return role
}

async function begins(tx: Tx, text: DemoText, ctx: Context): Promise<void> {
  const { kind, by } = text
  const role = await roleOf(tx, text)
  const profile = (await listProfiles(tx, role.id)).find(({ number }) => number === text.profile)
  if (!profile) throw new Error(`The example has no version ${text.profile} of the profile of ${role.title}.`)
  const { from, known } = await materialOf(tx, role, profile)
  const { template } = await templateOf(tx, kind)
  const begun = newContent({
    ...{ kind, title: role.title, purpose: role.purpose, template, from },
    known: { ...known, ...text.facts },
  })
  await insertText(tx, {
    ...{ id: idOf(text), roleId: role.id, kind, number: 1, profileId: profile.id },
    ...{ content: withOwn(begun, text), madeAt: ctx.now(), changedBy: demoId('person', by) },
  })
  const on = textSubject({ kind, roleId: role.id }, role.title)
  await record(ctx, tx, { act: 'role text: begun', on, note: { version: 1 } })
}

async function publishes(tx: Tx, text: DemoText, ctx: Context): Promise<void> {
  const role = await roleOf(tx, text)
  const reviewOn = reviewDay(dayOf(ctx.now()), dayOf(role.madeAt))
  await setPublished(tx, idOf(text), { at: ctx.now(), by: ctx.viewer.person?.id ?? null, reviewOn })
  const on = textSubject({ kind: text.kind, roleId: role.id }, role.title)
  const note = { version: 1, 'look at it again by': reviewOn }
  await record(ctx, tx, { act: 'role text: published', on, note })
}

function withOwn(content: TextContent, { prose = {}, lines = {} }: DemoText): TextContent {
  const sections = content.sections.map((section) => {
    const own = (lines[section.key] ?? []).map((text, i) => ({
      ...{ id: `own-${i + 1}`, text, under: null, origin: { from: 'own' } as const },
    }))
    return { ...section, text: prose[section.key] ?? section.text, lines: [...own, ...section.lines] }
  })
  return { ...content, sections }
}
