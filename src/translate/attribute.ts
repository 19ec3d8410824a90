import type { Framework } from '#framework/model.ts'
import { stemsOf, wordsOf } from './words.ts'

/** A quality that somebody is said to have, such as "empathy": no activity, so it has no level. */
export interface Attribute {
  /** As it was written. */
  wrote: string
  /** Keys of the competencies that it usually stands for in this framework; empty when nobody has said. */
  competencies: string[]
  /** Where that is said: a framework of attributes, by its title, or the framework's own everyday names. */
  saidBy: string | null
}

/** Words that praise without saying what is done. */
const PRAISE =
  /^(?:(?:very|highly|really|extremely|an?|the|i am|i'm|is|have|has|having|with|strong|excellent|good|great|outstanding|exceptional|superb|proven|solid|natural|effective|able|must|be|being|ability to be|demonstrates?|shows?|possess(?:es)?|essential|desirable)\s+)+/i
const LONGEST = 6

/** Adjectives and nouns of qualities; whatever ends like one counts too. */
const QUALITIES = new Set(
  (
    'empathy empathetic empathic caring kind patient patience friendly approachable reliable resilient resilience flexible ' +
    'flexibility adaptable adaptability honest honesty integrity loyal loyalty motivated enthusiastic enthusiasm proactive ' +
    'punctual responsible responsiveness responsive tactful tact diplomatic diplomacy discreet discretion calm confident ' +
    'confidence assertive creative innovative dynamic hardworking diligent dedicated dedication commitment committed ' +
    'conscientious organised organized communicator listener teamworker teamwork teamworking multitasker initiative ' +
    'leadership professional professionalism communication sensitivity sensitive intuitive intuition compassion ' +
    'compassionate warm warmth considerate understanding independent trustworthy trustworthiness cheerful positive positivity ' +
    'energetic passionate passion curious open-minded self-motivated self-starter people-person polite politeness courteous ' +
    'courtesy respectful gentle thoughtful attentive perceptive persuasive accurate thorough dependable decisive energetic ' +
    'likeable personable outgoing sociable supportive tolerant tolerance humble humility modest fair fairness ' +
    'hard-working detail-oriented customer-focused results-driven multilingual bilingual'
  ).split(' '),
)
const PHRASES =
  /^(?:(?:team|people|self)[- ](?:player|person|starter|motivated)|(?:communication|interpersonal|people|organisational|organizational|social|soft|listening|time[- ]management|customer[- ](?:focus|service|care)|cultural|intercultural)\s+(?:skills?|focus|awareness|sensitivity)|customer[- ]?focus(?:ed)?|cultural awareness|commitment to quality|attention to detail|can-do attitude|positive attitude|sense of humou?r|work(?:s|ing)? well under pressure|emotional intelligence|time management|intercultural focus|(?:able to )?(?:work|cope|stay calm|thrive)s? (?:well )?under pressure|good with (?:people|customers|children)|hard[- ]?working|(?:problem|conflict)[- ]?(?:solving|solver|resolution)(?: skills?)?|(?:written|verbal|spoken)(?: and (?:written|verbal|spoken))? communication(?: skills?)?|(?:it|computer|numeracy|literacy|leadership|negotiation|presentation|analytical|teamwork(?:ing)?) skills?|(?:a )?quick learner|fast learner|self[- ]confidence|common sense|work ethic)$/i

/**
 * Is this text only the name of a quality? Then which competencies it stands for: what the framework's own everyday names
 * say, and what frameworks of attributes that are aligned to it say (`others`). Null when the text tells of something done.
 */
export function attributeIn(
  text: string,
  framework: Framework,
  others: readonly Framework[],
): Attribute | null {
  const bare = bareOf(text)
  if (bare === '' || wordsOf(text).length > LONGEST) return null
  const aligned = alignedTo(bare, framework, others)
  if (aligned) return { wrote: text.trim(), ...aligned }
  if (!isQuality(bare)) return null
  const own = framework.competencies.filter(({ aliases, name }) =>
    [name, ...aliases].some((alias) => same(alias, bare)),
  )
  return {
    wrote: text.trim(),
    competencies: own.map(({ key }) => key),
    saidBy: own.length === 0 ? null : framework.title,
  }
}

/** Is this text, whatever the framework, only the name of a quality? */
export function namesQuality(text: string): boolean {
  const bare = bareOf(text)
  return bare !== '' && wordsOf(text).length <= LONGEST && isQuality(bare)
}

/** Without the praise and marks around it. */
function bareOf(text: string): string {
  return text
    .trim()
    .replace(/^[-*•·–—]\s*/, '')
    .replace(/[.!?,;]+$/, '')
    .replace(PRAISE, '')
    .trim()
}

function isQuality(bare: string): boolean {
  const words = bare.toLowerCase().split(/\s+/)
  if (PHRASES.test(bare)) return true
  const last = words.at(-1) ?? ''
  return words.length <= 2 && (QUALITIES.has(last) || QUALITIES.has(words.join('-')))
}

function alignedTo(bare: string, framework: Framework, others: readonly Framework[]) {
  for (const other of others) {
    // Everyday names may tell of something done ("working with others"), so they count only for what is called a quality.
    const found =
      other.competencies.find(({ name }) => same(name, bare)) ??
      (isQuality(bare)
        ? other.competencies.find(({ aliases }) => aliases.some((alias) => same(alias, bare)))
        : undefined)
    const keys = other.alignments
      .filter(({ from, to }) => from === found?.key && to.framework === framework.slug)
      .map(({ to }) => to.competency)
    if (keys.length > 0) return { competencies: keys, saidBy: other.title }
  }
  return null
}

function same(a: string, b: string): boolean {
  const [one, two] = [stemsOf(a).join(' '), stemsOf(b).join(' ')]
  return one !== '' && one === two
}

/** What to ask somebody who named a quality. */
export function questionAbout({ wrote }: Attribute): string {
  const bare = wrote.replace(/[.!?,;]+$/, '')
  return `What do you do when you are at your best with “${bare}”? Tell one thing that others could see or hear.`
}
