/** What a story still lacks, and wording that hides what the person did. All of it is advice; a draft may stay as it is. */
import type { Setting, StoryForm } from './story.ts'

export type StoryPart = 'title' | 'situation' | 'action' | 'result' | 'change'

export interface Hint {
  part: StoryPart
  /** `missing`: the part is empty; `wording`: it could be said more clearly. */
  kind: 'missing' | 'wording'
  says: string
  /** The words that gave rise to it. */
  found: string[]
}

type Told = Pick<StoryForm, StoryPart>

const MISSING: Record<StoryPart, string> = {
  action:
    'What you did is not written yet. It is the heart of the story: competency and level are read from it alone.',
  result: 'What came of it is missing. How did it end, and how could you tell?',
  situation: 'The situation is missing. Who was there, and what was at stake?',
  change:
    'What changed for others is missing. Who else was better off, and what stayed different afterwards?',
  title: 'It has no title yet. A few words are enough to find it again.',
}

/** What is missing, the most telling part first, then what could be said more clearly. */
export function hintsFor(story: Told): Hint[] {
  const missing = (Object.keys(MISSING) as StoryPart[])
    .filter((part) => story[part] === null)
    .map((part): Hint => ({ part, kind: 'missing', says: MISSING[part], found: [] }))
  return [...missing, ...wordingOf(story)]
}

function wordingOf({ action, result }: Told): Hint[] {
  const ofAction = action === null ? [] : WORDINGS.flatMap((look) => look(action) ?? [])
  const ofResult = result === null ? null : vagueResult(result)
  return ofResult ? [...ofAction, ofResult] : ofAction
}

const wording = (part: StoryPart, says: string, found: string[] = []): Hint => ({
  part,
  kind: 'wording',
  says,
  found: [...new Map(found.map((one) => [one.trim().toLowerCase(), one.trim()])).values()],
})

const WE = /\b(?:we|us|our|ourselves)\b/giu
const I = /\b(?:I|me|my|myself)\b/gu

/** A panel cannot see who of "we" it was. One "we" beside many an "I" is only fair to the others. */
function ours(action: string): Hint | null {
  const [we, me] = [action.match(WE) ?? [], action.match(I) ?? []]
  if (we.length === 0 || we.length < me.length) return null
  return wording(
    'action',
    'What was your part? Say “I” for what you did yourself, and name the others once.',
    we,
  )
}

const TRAITS =
  /\bI(?:\s+am|\s+was|[’']m)\s+(?:(?:a|an|very|really|always|quite|naturally|extremely)\s+)*(?:good|great|excellent|strong|natural|calm|patient|kind|empathetic|empathic|friendly|caring|reliable|flexible|organised|organized|proactive|motivated|dedicated|passionate|resilient|confident|professional|people person|team player|perfectionist|hard[- ]?working|hard worker)(?:\s+(?:at|with|in)\s+\w+|\s+(?:communicator|listener|leader|organiser|organizer|team player))?/giu
const PRAISE =
  /\b(?:excellent|outstanding|exceptional|superb|strong|great)\s+(?:communication|interpersonal|people|listening|leadership|customer service|organisational)\s+skills?\b|\b(?:used|showed|demonstrated)\s+(?:my\s+)?(?:empathy|initiative|leadership|teamwork|communication skills|people skills|patience|resilience)\b/giu

/** A quality has no level; what it made the person do has one. */
function traits(action: string): Hint | null {
  const found = [...(action.match(TRAITS) ?? []), ...(action.match(PRAISE) ?? [])]
  if (found.length === 0) return null
  return wording('action', 'This says what you are like. What did you say or do that shows it?', found)
}

/** Only where a sentence begins with it: “I said what I would think in his place” was said. */
const WOULD =
  /(?<=^|[.!?]\s+)I(?:\s+would|[’']d|\s+could|\s+might|\s+will|[’']ll)\s+(?!have\b|like\b|say\b)\p{L}+/giu

function imagined(action: string): Hint | null {
  const found = action.match(WOULD) ?? []
  if (found.length === 0) return null
  return wording('action', 'Tell what you did, not what you would do. Which one time comes to mind?', found)
}

const ALWAYS = /\b(?:I|we)\s+(?:always|usually|often|normally|generally|tend to)\b/giu

function habit(action: string): Hint | null {
  const found = action.match(ALWAYS) ?? []
  if (found.length === 0) return null
  return wording(
    'action',
    'This tells of every day. A story is stronger about one day: take one of them.',
    found,
  )
}

const FEWEST = 8

function short(action: string): Hint | null {
  if ((action.match(/[\p{L}\p{N}]+/gu) ?? []).length >= FEWEST) return null
  return wording('action', 'This is short. What did you say or do first, and what next?')
}

const WORDINGS = [short, ours, traits, imagined, habit]

const VAGUE =
  /^(?:it\s+(?:went|all went|turned out|worked out)\s+(?:very\s+|really\s+)?(?:well|fine|ok|okay|good)|everyone was happy|they were (?:very\s+)?(?:happy|pleased|satisfied)|all good|good|success(?:ful)?)[.!]?$/iu

function vagueResult(result: string): Hint | null {
  if (!VAGUE.test(result.trim())) return null
  return wording(
    'result',
    'How could you tell? Something that was said, a number or a date makes it believable.',
    [result.trim()],
  )
}

/** Questions that help to begin each part. */
export const PROMPTS: Record<StoryPart, string[]> = {
  title: ['How would you name it to a friend, in five words?'],
  situation: ['Who was there?', 'What was at stake, and for whom?', 'What made it hard?'],
  action: [
    'What did you say or do first?',
    'What did you notice that others did not?',
    'What did you try next, and why?',
    'What would have happened without you?',
  ],
  result: ['How did it end?', 'How could you tell: by what somebody said, a number, a date?'],
  change: [
    'Who else was better off?',
    'What is done differently since then?',
    'Whom did you tell or show how?',
  ],
}

/** Where to look for a story, for people who think that they have none. */
export const SETTING_PROMPTS: Record<Setting, string> = {
  work: 'The customer you still think of; the day the system was down; what colleagues come to you for.',
  'student-job':
    'A bar, a shop, a call centre, a delivery round: a customer who was angry or lost, a rush that you got through, something that you got changed for all customers.',
  volunteering: 'Whom you helped; what ran because you had planned it; what you did when nobody turned up.',
  sport: 'A team at odds, a new member, a trip or a match that you organised, a defeat that you put to use.',
  study:
    'A group project that was stuck, a younger student you taught, something you explained to people who did not know it.',
  home: 'Looking after somebody, sorting out an office or a landlord, keeping a family or a neighbourhood going.',
  other: 'Any time when somebody was better off for what you did.',
}
