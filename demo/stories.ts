/** The stories and the evidence of some people at Marlbrook Water, written over a year. */
import { type Context, nothingHappened } from '../src/context.ts'
import type { Framework } from '../src/framework/model.ts'
import { findFramework } from '../src/framework/store.ts'
import { record } from '../src/history/actions.ts'
import { dayOf } from '../src/people/day.ts'
import type { Stance } from '../src/profile/evidence.ts'
import { insertAnswer, insertEvidence, withdraw } from '../src/profile/store/evidence.ts'
import { insertPlacement, insertStory } from '../src/profile/store/stories.ts'
import type { Tx } from '../src/schema.ts'
import { nameOf } from './cast-members.ts'
import { ANSWERS, EVIDENCE, WITHDRAWALS } from './evidence-lines.ts'
import { demoId } from './rows.ts'
import { type DemoStory, STORIES_OF_BILAL } from './story-texts.ts'
import { STORIES_OF_OTHERS } from './story-texts-others.ts'

type At = (daysAgo: number, key: string) => Context

/** One thing that somebody does on a day. */
interface DemoAct {
  daysAgo: number
  by: string
  /** Whose profile it is about. */
  about: string
  act: string
  done(tx: Tx, now: Date): Promise<unknown>
}

/** Once: a second load changes nothing. `at`: the example at another day, as somebody of the cast. */
export async function loadStories(ctx: Context, at: At): Promise<void> {
  await ctx.write(async (tx) => {
    const there = await tx
      .selectFrom('story')
      .select('id')
      .where('organization_id', '=', tx.organizationId)
      .limit(1)
      .execute()
    if (there.length > 0) return nothingHappened(tx)
    const frameworks = new Map<string, Framework>()
    for (const slug of ['spotlight', 'recruiter-bands']) {
      const framework = await findFramework(tx, slug)
      if (framework) frameworks.set(slug, framework)
    }
    const acts = [
      ...[...STORIES_OF_BILAL, ...STORIES_OF_OTHERS].flatMap((story) => storyActs(story, frameworks)),
      ...evidenceActs(frameworks, at),
    ]
    for (const { daysAgo, by, about, act, done } of acts.toSorted((a, b) => b.daysAgo - a.daysAgo)) {
      const as = at(daysAgo, by)
      await done(tx, as.now())
      await record(as, tx, { act, on: { kind: 'person', id: demoId('person', about), name: nameOf(about) } })
    }
  })
}

function storyActs(story: DemoStory, frameworks: ReadonlyMap<string, Framework>): DemoAct[] {
  const { key, by, daysAgo, title, setting, happened } = story
  const [id, shared] = [demoId('story', key), { by, about: by }]
  const { situation = null, action = null, result = null, change = null } = story
  const written: DemoAct = {
    ...{ ...shared, daysAgo, act: 'profile: story written' },
    done: (tx, at) =>
      insertStory(tx, {
        ...{ id, personId: demoId('person', by), at, title, setting, happened },
        ...{ situation, action, result, change },
      }),
  }
  const placed = story.shows.map(({ cell, activity = null, byHand }, i): DemoAct => {
    const [slug = '', competency = '', level = ''] = cell.split('/')
    return {
      ...{ ...shared, daysAgo, act: 'profile: story placed' },
      done: (tx, placedAt) =>
        insertPlacement(tx, {
          ...{ id: demoId('placement', `${key}/${i}`), storyId: id, competency, level, activity, placedAt },
          frameworkId: frameworks.get(slug)?.id ?? '',
          placedBy: byHand ? 'person' : 'translate',
        }),
    }
  })
  return [written, ...placed]
}

interface Line {
  key: string
  seen: number
  daysAgo: number
  about: string
  by: string
  cell: string
  stance: Stance
  who: string
  corrects: string | null
  text: string
}

function linesOf(): Line[] {
  return EVIDENCE.trim()
    .split('\n')
    .map((line) => {
      const [facts = '', told = ''] = line.split(' | ')
      const [key = '', seen = '', written = '', about = '', by = '', cell = '', stance = '', ...who] =
        facts.split(' ')
      const [, corrects = null, text = ''] = /^(?:=(\w+) )?(.*)$/.exec(told) ?? []
      return {
        ...{ key, seen: Number(seen), daysAgo: Number(written), about, by, cell },
        ...{ stance: stance as Stance, who: who.join(' ').replaceAll('"', ''), corrects, text },
      }
    })
}

function evidenceActs(frameworks: ReadonlyMap<string, Framework>, at: At): DemoAct[] {
  const lines = linesOf()
  const acts = lines.map((line): DemoAct => {
    const act = line.corrects ? 'profile: evidence corrected' : 'profile: evidence written'
    return {
      ...{ daysAgo: line.daysAgo, by: line.by, about: line.about, act },
      done: (tx, now) =>
        insertEvidence(tx, entryOf(line, frameworks, { seen: at(line.seen, line.by).now(), now })),
    }
  })
  const answers = ANSWERS.map(({ to, daysAgo, text }): DemoAct => {
    const about = lines.find(({ key }) => key === to)?.about ?? ''
    const answer = { id: demoId('evidence', `${to}/answer`), evidenceId: demoId('evidence', to), text }
    return {
      ...{ daysAgo, by: about, about, act: 'profile: evidence answered' },
      done: (tx, now) => insertAnswer(tx, { ...answer, at: now }),
    }
  })
  const withdrawals = WITHDRAWALS.map(({ entry, daysAgo, reason }): DemoAct => {
    const { by = '', about = '' } = lines.find(({ key }) => key === entry) ?? {}
    return {
      ...{ daysAgo, by, about, act: 'profile: evidence withdrawn' },
      done: (tx, now) => withdraw(tx, demoId('evidence', entry), { at: now, reason }),
    }
  })
  return [...acts, ...answers, ...withdrawals]
}

function entryOf(
  { key, about, by, cell, stance, who, corrects, text }: Line,
  frameworks: ReadonlyMap<string, Framework>,
  { seen, now }: { seen: Date; now: Date },
) {
  const [slug = '', competency = '', level = ''] = cell.split('/')
  const name = nameOf(who)
  return {
    ...{ id: demoId('evidence', key), personId: demoId('person', about), competency, level, stance, text },
    frameworkId: frameworks.get(slug)?.id ?? '',
    seenOn: dayOf(seen),
    seenBy: who === '-' ? null : { id: name === who ? null : demoId('person', who), name },
    ...{ link: null, writtenBy: demoId('person', by), writtenAt: now },
    corrects: corrects && demoId('evidence', corrects),
  }
}
