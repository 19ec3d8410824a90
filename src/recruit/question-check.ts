/**
 * What is wrong with an opening question, as far as words can tell: it leads, asks two things at once, can be answered by yes or
 * no, asks for what somebody would do where the past is asked for, or touches what may not be asked. Rules of thumb, measured on
 * our own examples in docs/methods/interview-kit.md; a person decides.
 */
import type { QuestionKind } from './model.ts'
import type { Topic } from './rules/topics.ts'

export const QUESTION_FAULTS = ['leading', 'double', 'closed', 'not past', 'unlawful', 'long'] as const
export type QuestionFaultKind = (typeof QUESTION_FAULTS)[number]

export interface QuestionFault {
  kind: QuestionFaultKind
  /** The words that gave it away. */
  words: string
  says: string
}

const SAYS: Record<Exclude<QuestionFaultKind, 'unlawful'>, string> = {
  leading: 'It lets the candidate hear which answer is wanted. Ask what happened, and leave the judging out.',
  double:
    'It asks for two things at once, so nobody knows which one the answer is to. Ask for one; probes ask the rest.',
  closed: 'Yes or no would answer it. Begin with “Think of a time”, “Tell us about”, “What” or “How”.',
  'not past':
    'It asks what somebody would do or usually does, and past behaviour is wanted: what they did once says more. Ask for one time, or put a situation on purpose.',
  long: 'It is long for something that is heard once. Say it in at most 60 words.',
}

const LEADING: RegExp[] = [
  /\b(?:do|does|did|would|is|are|was|were|have|has|can|could|should)n['’]t (?:you|it|they|we|that|there)\b/i,
  /\b(?:surely|obviously|clearly|naturally|undoubtedly|as you know|as we all know|of course)\b/i,
  /,\s*(?:right|correct|yes|no)\?/i,
  /\b(?:do|would|don['’]t) you (?:not )?agree\b/i,
  /\bhow important (?:is|are|do you)\b/i,
  /\b(?:we|our (?:team|company|customers|organisation)) (?:value|expect|want|need|look for|believe|insist)\b/i,
  /(?<!\b(?:did|do|would) )\b(?:you|you must|you will|you['’]d) (?:surely )?(?:enjoy|love|hate|like|know how)\b/i,
  /\b(?:how|why) (?:well|good|great|skilled|patient|successful) (?:are|do|were|did)\b/i,
  /\b(?:best|right|correct|proper) (?:way|thing) (?:is|was) to\b/i,
  /\bwhen you (?:successfully|brilliantly|skilfully|patiently|calmly|proactively|went the extra mile|exceeded|showed great)\b/i,
  /\bthe (?:excellent|outstanding|great) (?:service|work|result)s? (?:you|that you)\b/i,
]

/** What may follow an opening without asking for something else: the situation, the action, the result. */
const FOLLOW_UP =
  /^(?:then |so |finally )?(?:what (?:happened|do(?:es)? (?:they|it|he|she)|was (?:going on|your part|the (?:situation|result|outcome)|it about)|were you (?:doing|trying)|did you (?:do|say|see|notice|try|decide|change|weigh|set in|make of (?:it|that)|learn)\b|would you (?:do|say|look at|try)\b(?!\s+if\b)|came of (?:it|that)|made you|changed|led)|how (?:far did|did (?:it|that|things|they|the \w+|you (?:respond|react|go about|find out|handle it|deal with it|know|notice|do (?:it|that)))|was it|would you (?:go about|know|do (?:it|that)))|who (?:was|else|did)|where (?:was|were)|when was)/i

const ASKS =
  /^(?:and |or |then |also )*(?:what|how|why|who|which|when|where|tell|describe|give|do|did|are|is|have|would|can|could)\b/i

const SECOND: RegExp[] = [
  /\b(?:and|or) (?:also |about )?(?:another|a different|a second|one|a) (?:time|occasion|situation|example) (?:when|where|in which|of)\b/i,
  /\bas well as (?:how|what|why|a time|your|an)\b/i,
  /\b(?:how|what) (?:do |did |would )?you [^?,.]{3,70} and (?:how|why) (?:do |did |would )?you (?!respond|react|go about|deal with it|handle it|do it|do that|know|find)/i,
  /\byour (?:\w+ )?(?:strengths?|successes|achievements?) and (?:your )?(?:weaknesse?s?|failures?|mistakes?)\b/i,
  /\ba time (?:when|that) you (?:had to )?[^?,.]{4,60} and (?:also |had to |then )?(?:train|coach|manag|organis|present|writ|plann|hir|budget|negotiat|motivat|led |lead |report|sold |sell )\w*/i,
  /\b(?:how|what) (?:do|did|would) you (?:plan|manage|handle|organise|deal with|lead|motivate|train)[^?,.]{0,40} and (?:plan|manage|handle|organise|deal with|lead|motivate|train|report|control)\b/i,
]

const CLOSED =
  /^(?:so |and |now |well )?,?\s*(?:do|did|does|are|is|was|were|have|has|had|can|could|will|would|should|may|might)(?:n['’]t)? (?:you|your|there|it|they|we|anyone|anybody|people|the|a|that|this)\b/i
/** A statement with a question hung on its end. */
const TAG = /,\s*(?:right|correct|yes|no|(?:would|do|are|have) you(?: not)?(?: agree)?|is(?:n['’]t)? it)\?$/i
const INVITES =
  /^(?:so |and |now )?,?\s*(?:can|could|would|will|may|might)(?: you| we| i)?(?: please)?(?: ask you to)? (?:please )?(?:tell|describe|give|share|think|walk|talk|take|explain|recall|hear|show)/i
const OPENS =
  /\b(?:what|how|why|which|who|tell (?:us|me)|describe|walk (?:us|me)|talk (?:us|me)|think of|give (?:us|me)|explain)\b/i

const NOT_PAST: RegExp[] = [
  /\b(?:imagine|suppose|pretend|picture yourself|let['’]s say|(?<=^|[.?!] )say that|what if|hypothetically)\b/i,
  /\b(?:what|how|which|who|where|when|why) (?:would|might|could|will) you\b/i,
  /\bif (?:you|a customer|somebody|someone|a colleague|an?|your|the|two|they|we|there)\b[^?.]{0,90}\b(?:would|might|could|will) you\b/i,
  /\b(?:how|what|when|where) do you (?:usually|normally|typically|generally|mostly|handle|deal|manage|react|cope|go about|ensure|make sure|keep|approach|think|feel|like|believe|understand|prioriti[sz]e|plan|do|stay|define|motivate|prefer)\b/i,
  /\bwhat (?:is|are|['’]s) your (?:approach|style|view|opinion|philosophy|strength|weakness|greatest|biggest|idea|understanding|definition|strategy)/i,
  /\bwhat does .{3,40} mean to you\b/i,
]

const LONGEST = 60

/** Every fault that the words show; none: nothing is marked. */
export function questionFaults(
  { text, kind }: { text: string; kind: QuestionKind },
  topics: readonly Topic[],
): QuestionFault[] {
  const faults: QuestionFault[] = []
  const mark = (fault: Exclude<QuestionFaultKind, 'unlawful'>, words: string | null) => {
    if (words !== null) faults.push({ kind: fault, words, says: SAYS[fault] })
  }
  mark('leading', firstOf(LEADING, text))
  mark('double', secondThing(text))
  mark('closed', closedPart(text))
  if (kind === 'past') mark('not past', firstOf(NOT_PAST, text))
  for (const { says, words } of topics) {
    const found = firstOf(words.map(patternOf), text)
    if (found !== null) faults.push({ kind: 'unlawful', words: found, says })
  }
  const count = text.split(/\s+/).filter(Boolean).length
  mark('long', count > LONGEST ? `${count} words` : null)
  return faults
}

function firstOf(patterns: readonly RegExp[], text: string): string | null {
  for (const pattern of patterns) {
    const found = pattern.exec(text)
    if (found) return found[0].trim()
  }
  return null
}

/** A second question that is no follow-up of the first, or two events in one. */
function secondThing(text: string): string | null {
  const joined = firstOf(SECOND, text)
  if (joined !== null) return joined
  const parts = text
    .split(/[?.;]\s*|,\s*(?=(?:and|or)\b)|\s(?=(?:and|or) (?:what|how|why|which|who|tell|describe)\b)/i)
    .map((part) => part.replace(/^(?:and|or)\s+/i, '').trim())
    .filter((part) => ASKS.test(part) && !(CLOSED.test(part) && !INVITES.test(part)))
  const later = parts.slice(1).find((part) => !FOLLOW_UP.test(part))
  return later ?? null
}

/** The question can be answered by yes or no, and nothing after it asks for more. */
function closedPart(text: string): string | null {
  const sentences = text.split(/(?<=[?.])\s+/)
  const at = sentences.findIndex((one) => (CLOSED.test(one) && !INVITES.test(one)) || TAG.test(one))
  const found = sentences[at]
  if (found === undefined) return null
  const before = sentences.slice(0, at).some((one) => OPENS.test(one))
  const after = sentences.slice(at + 1).some((one) => OPENS.test(one))
  return before || after ? null : found
}

const patterns = new Map<string, RegExp>()

/** `*`: the rest of a word; `…`: up to three words. Brackets, bars and question marks are those of patterns. */
function patternOf(words: string): RegExp {
  const known = patterns.get(words)
  if (known) return known
  const source = words
    .trim()
    .replaceAll(/[.+^${}\\[\]]/g, '\\$&')
    .replaceAll('*', "[\\p{L}'’-]*")
    .replaceAll(/\s*…\s*/g, "\\s+(?:[\\p{L}'’-]+\\s+){0,3}?")
    .replaceAll(/ /g, '\\s+')
  const pattern = new RegExp(`(?<![\\p{L}])(?:${source})(?![\\p{L}])`, 'iu')
  patterns.set(words, pattern)
  return pattern
}
