import type { Screen } from '#cli/screen.ts'
import { type Call, NOT_UNDERSTOOD, runVerb, type Verb } from '#cli/verbs.ts'
import { wrap } from '#cli/wrap.ts'
import type { Context } from '#context.ts'
import { Invalid, NotFound } from '#errors.ts'
import { ORGANIZATION, openTerminals, within } from '#terminal.ts'
import { verifyHistory } from './actions/verify.ts'
import { PAGE } from './happening.ts'
import { eventJson } from './json.ts'
import { readQuery } from './query.ts'
import { plainSentence } from './sentence.ts'
import { listEvents } from './store/events.ts'
import { momentWords } from './time.ts'
import type { Verdict } from './verify.ts'

const VERBS: Record<string, Verb> = {
  list: {
    takes: '',
    says: 'what has happened, newest first, fifty events at a time',
    flags: { json: 'one JSON object on standard output, and nothing else' },
    options: {
      organization: ORGANIZATION,
      who: { takes: 'NAME', says: 'what somebody did, by part of their name' },
      act: { takes: 'WORDS', says: 'acts with these words, such as "published"' },
      kind: { takes: 'KIND', says: 'what was done to things of one kind, such as "framework"' },
      from: { takes: 'DAY', says: 'from this day on, such as 2026-05-03' },
      to: { takes: 'DAY', says: 'until the end of this day' },
      before: { takes: 'NUMBER', says: 'only what comes after the event of this number' },
    },
    run: list,
  },
  verify: {
    takes: '',
    says: 'whether any event has been removed, changed, put in or exchanged; every organisation, or one. Exit code 1 when it has',
    flags: { json: 'one JSON object on standard output, and nothing else' },
    options: {
      organization: ORGANIZATION,
      head: {
        takes: 'SEAL',
        says: 'a seal that was noted earlier: proves that nothing was cut off at the end since',
      },
    },
    run: verify,
  },
}

/** `sightline history …`. Resolves to the exit code. */
export function run(args: string[], screen?: Screen): Promise<number> {
  return runVerb('history', VERBS, args, screen)
}

/** What is asked for is read before anything is opened. */
async function list(call: Call): Promise<number> {
  const { words, flags, values, screen } = call
  if (words.length > 0) return notUnderstood(screen, words)
  const { filter, before, errors } = readQuery(Object.fromEntries(values))
  if (Object.keys(errors).length > 0) throw new Invalid(errors)
  const print = within(async (_, ctx) => {
    const events = await ctx.read((db) => listEvents(db, filter, { before, limit: PAGE }))
    if (flags.has('json')) screen.say(JSON.stringify({ events: events.map(eventJson) }))
    else
      for (const event of events)
        screen.say(`${event.number}  ${momentWords(event.at)}  ${plainSentence(event)}`)
    return 0
  })
  return print(call)
}

async function verify({ words, flags, values, screen }: Call): Promise<number> {
  if (words.length > 0) return notUnderstood(screen, words)
  const noted = values.get('head') ?? null
  const { each, close } = await openTerminals()
  try {
    const chosen = each.filter(({ viewer }) => fits(viewer.organization, values.get('organization')))
    if (chosen.length === 0) throw new NotFound('There is no such organisation.')
    if (noted !== null && chosen.length > 1)
      throw new Invalid('A seal belongs to one organisation. Say which: --organization NAME.')
    const verdicts = []
    for (const ctx of chosen) verdicts.push({ ctx, verdict: await verifyHistory(ctx, noted) })
    if (flags.has('json')) screen.say(JSON.stringify({ organizations: verdicts.map(verdictJson) }))
    else for (const { ctx, verdict } of verdicts) printVerdict(ctx, verdict, screen)
    return verdicts.some(({ verdict }) => verdict.faults.length > 0) ? 1 : 0
  } finally {
    await close()
  }
}

const fits = ({ id, name }: { id: string; name: string }, wanted = '') =>
  id === wanted || name.toLowerCase().includes(wanted.toLowerCase())

const verdictJson = ({ ctx, verdict }: { ctx: Context; verdict: Verdict }) => ({
  organization: { id: ctx.organizationId, name: ctx.viewer.organization.name },
  isWhole: verdict.faults.length === 0,
  ...verdict,
})

function printVerdict(
  ctx: Context,
  { events, head, faults, erased }: Verdict,
  { say, width, style }: Screen,
): void {
  const name = style.strong(ctx.viewer.organization.name)
  const gone = erased > 0 ? ` The words of ${erased} were erased, as acts of erasure say.` : ''
  const [first] = faults
  if (first === undefined) {
    say(`${name}: ${events} events, and the history is whole.${gone}`)
    if (head) say(`  After event ${head.number} the seal is ${head.seal}`)
    return
  }
  say(`${name}: the history is not whole. The first fault is at event ${first.number}.${gone}`)
  for (const { number, says } of faults)
    for (const line of wrap(says, width, `  ${style.warm(String(number))}  `)) say(line)
}

function notUnderstood(screen: Screen, words: string[]): number {
  screen.complain(`“${words[0]}” is not understood here. Say “sightline history --help” for what there is.`)
  return NOT_UNDERSTOOD
}
