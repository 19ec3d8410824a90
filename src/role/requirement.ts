/** One line of a role profile: what may stand in it, how it is said, and where it comes from. */
import { z } from 'zod'
import {
  type Competency,
  competencyLabel,
  type Framework,
  indicatorsAt,
  levelLabel,
} from '#framework/model.ts'
import type { MergedCompetency } from './merge.ts'
import {
  IMPORTANCES,
  type Importance,
  type Requirement,
  type RequirementWords,
  type RoleProfile,
} from './model.ts'

const blank = (text: string | null | undefined) =>
  (text ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim() || null

/** A requirement as a form or a program gives it; the framework and the competency stand in the address. */
export const RequirementInput = z.object({
  level: z
    .string('Choose the level that the job uses at most.')
    .min(1, 'Choose the level that the job uses at most.'),
  entryLevel: z.string().nullish().transform(blank),
  months: z
    .union([z.string(), z.number()])
    .nullish()
    .transform((value) => (value === null || value === undefined || value === '' ? null : Number(value)))
    .pipe(
      z
        .int('Give whole months, from 0 to 120.')
        .min(0, 'Give whole months, from 0 to 120.')
        .max(120, 'Give whole months, from 0 to 120.')
        .nullable(),
    ),
  importance: z.coerce
    .number()
    .refine(
      (one): one is Importance => IMPORTANCES.some((known) => known === one),
      'Say how much it matters.',
    ),
  must: z
    .union([z.boolean(), z.string()])
    .nullish()
    .transform((value) => value === true || value === 'yes'),
  why: z
    .string()
    .nullish()
    .transform(blank)
    .pipe(z.string().max(600, 'Use at most 600 characters.').nullable()),
})
export type RequirementInput = z.infer<typeof RequirementInput>

type Scaled = Pick<Framework, 'scale'>

/** The place of a level from 1; 0: there is none of that key. */
export function placeOf({ scale }: Scaled, level: string | null): number {
  return level === null ? 0 : scale.levels.findIndex(({ key }) => key === level) + 1
}

/** What is wrong with the levels, field by field; nothing: they can be used. */
export function levelFaults(
  framework: Scaled,
  { level, entryLevel }: Pick<RequirementInput, 'level' | 'entryLevel'>,
): Record<string, string> {
  const [full, entry] = [placeOf(framework, level), placeOf(framework, entryLevel)]
  if (full === 0)
    return { level: 'The framework has no such level any more. Choose one of those that are here.' }
  if (entryLevel !== null && entry === 0)
    return { entryLevel: 'The framework has no such level any more. Choose one of those that are here.' }
  if (entry > full)
    return {
      entryLevel:
        'Nobody needs to bring more than the job uses. Choose the same level or a lower one, or raise the other.',
    }
  return {}
}

/** The framework's words for a requirement, as they are now. A level that it does not have is called by its key. */
export function wordsOf(
  framework: Pick<Framework, 'title' | 'scale'>,
  competency: Competency,
  { level, entryLevel }: Pick<Requirement, 'level' | 'entryLevel'>,
): RequirementWords {
  const name = (key: string) => {
    const found = framework.scale.levels.find((one) => one.key === key)
    return found ? levelLabel(found) : key
  }
  return {
    framework: framework.title,
    competency: competencyLabel(competency),
    level: name(level),
    entryLevel: entryLevel === null ? null : name(entryLevel),
    statements: indicatorsAt(competency, level).map(({ text }) => text),
  }
}

/** What the framework, as it is now, no longer has of a requirement; null: it has all of it. */
export function goneFrom(framework: Framework | undefined, requirement: Requirement): string | null {
  const { competency, level, entryLevel, words } = requirement
  if (!framework) return `The framework “${words.framework}” is not here any more.`
  if (!framework.competencies.some(({ key }) => key === competency))
    return `${framework.title} no longer has “${words.competency}”.`
  const missing = [level, entryLevel].some((key) => key !== null && placeOf(framework, key) === 0)
  return missing ? `${framework.title} no longer has the level that is named here.` : null
}

/** As a profile lists them: must-haves first, then what matters most, then in the order in which they were. */
export function inOrder(requirements: readonly Requirement[]): Requirement[] {
  return requirements.toSorted((a, b) => Number(b.must) - Number(a.must) || b.importance - a.importance)
}

export const sameThing = (
  a: Pick<Requirement, 'framework' | 'competency'>,
  b: Pick<Requirement, 'framework' | 'competency'>,
) => a.framework === b.framework && a.competency === b.competency

/** More are hard to hold in mind: while reading an advert, in an interview, in a talk about growth. */
const MANY = 12

/** What to think about before a draft is agreed; nothing stands in the way. */
export function profileAdvice({ requirements }: Pick<RoleProfile, 'requirements'>): string[] {
  const musts = requirements.filter(({ must }) => must)
  const essential = requirements.filter(({ importance }) => importance === 3)
  const all = requirements.length
  return [
    ...(all > MANY
      ? [
          `There are ${all} competencies. With more than ${MANY} or so nobody can keep them in mind, and an interview cannot reach them all: leave out what does not tell good work from middling work here.`,
        ]
      : []),
    ...(all >= 4 && 2 * musts.length > all
      ? [
          `More than half are must-haves. Each of them turns somebody away whatever else they bring: keep it for what cannot be learned here in time.`,
        ]
      : []),
    ...(all >= 4 && essential.length === all
      ? ['Everything is essential, so the importance says nothing. What could you do without for a month?']
      : []),
    ...requirements
      .filter(({ must, entryLevel }) => must && entryLevel === null)
      .map(
        ({ words }) =>
          `“${words.competency}” is a must-have and is learned in the job. That is possible: it then must be reached in time. If it must be there on the first day, say at which level.`,
      ),
  ]
}

/** What an analysis says of a competency, as the beginning of a requirement; null: the job does not use it, or nobody answered. */
export function proposedFrom(
  { scale }: Scaled,
  { full, entry, expected }: MergedCompetency,
): Pick<Requirement, 'level' | 'entryLevel' | 'months'> | null {
  const level = scale.levels[(full ?? 0) - 1]
  if (!full || !level) return null
  const entryLevel = scale.levels[(entry ?? 0) - 1]?.key ?? null
  const learns = entry !== full && expected !== null
  return { level: level.key, entryLevel, months: learns ? Math.round(expected.median) : null }
}

/** "All of it on the first day", "From 2 Proficient to 3 …, in 9 months", "All learned in the job, in 6 months". */
export function learningWords({ level, entryLevel, months, words }: Requirement): string {
  const time = months === null ? '' : `, within ${months === 1 ? 'a month' : `${months} months`}`
  if (entryLevel === level) return 'All of it on the first day'
  if (words.entryLevel === null) return `All learned in the job${time}`
  return `${words.entryLevel} on the first day, the rest in the job${time}`
}
