import { type Competency, type Framework, indicatorsAt, type Level, statementsOf } from '#framework/model.ts'
import type { Example, Known } from './model.ts'
import { scoredText } from './prepare.ts'

/** Kinds of statement that say what the competency looks like, beside those of a level. */
const TELLING = ['skilled', 'key'] as const

const WEIGHT = { definition: 1, alias: 0.7, name: 0.7, level: 1, cue: 0.5 } as const

/** Everything that a framework's own words tell a translator, in the order of the framework. */
export function knowledgeOf({ competencies, scale }: Framework): Known[] {
  const all = [
    ...competencies.flatMap((competency) => wordsAbout(competency, scale.levels)),
    ...scale.levels.flatMap(wordsAboutLevel),
  ]
  return all.map(withScored).filter(({ scored }) => scored !== '')
}

/** Examples with a known answer, as knowledge. Keys that the framework does not have are left out. */
export function knowledgeFrom(examples: readonly Example[], { competencies, scale }: Framework): Known[] {
  const known = new Set(competencies.map(({ key }) => key))
  const levels = new Set(scale.levels.map(({ key }) => key))
  return examples.flatMap(({ text, scored, competencies: keys, level }) => {
    const own = keys.filter((key) => known.has(key))
    const at = level !== null && levels.has(level) ? level : null
    if (own.length === 0 && at === null) return []
    return [
      {
        ...{ text, scored: scored ?? scoredText(text), kind: 'example' as const },
        ...{ competencies: own, level: at, weight: 1 },
      },
    ]
  })
}

type Plain = Omit<Known, 'scored'>

function withScored(known: Plain): Known {
  return { ...known, scored: scoredText(known.text) }
}

function wordsAbout(competency: Competency, levels: readonly Level[]): Plain[] {
  const told = toldAbout(competency, levels)
  return competency.aliases.length > 0
    ? told
    : [...told, ...told.flatMap((one) => underName(one, competency))]
}

/**
 * Where nobody has given everyday names, statements often leave out what they are about, as their heading says it. With
 * the heading before them they are found a little better.
 */
function underName({ kind, text, competencies }: Plain, { name }: Competency): Plain[] {
  if (kind !== 'statement' && kind !== 'definition') return []
  return [{ text: `${name}: ${text}`, kind: 'alias', competencies, level: null, weight: 1 }]
}

function toldAbout(competency: Competency, levels: readonly Level[]): Plain[] {
  const own = [competency.key]
  const about = (kind: 'definition' | 'alias' | 'name', text: string): Plain => ({
    text,
    kind,
    competencies: own,
    level: null,
    weight: WEIGHT[kind],
  })
  return [
    about('name', competency.name),
    ...(competency.definition === null ? [] : [about('definition', competency.definition)]),
    ...competency.aliases.map((alias) => about('alias', alias)),
    ...levels.flatMap(({ key }) =>
      indicatorsAt(competency, key).map(({ text, also }) => statement(text, [...own, ...also], key)),
    ),
    ...TELLING.flatMap((kind) =>
      statementsOf(competency, kind).map(({ text, also }) => statement(text, [...own, ...also], null)),
    ),
  ]
}

function statement(text: string, competencies: string[], level: string | null): Plain {
  return { text, kind: 'statement', competencies, level, weight: 1 }
}

function wordsAboutLevel({ key, description, name, cues }: Level): Plain[] {
  const about = (kind: 'level' | 'cue', text: string): Plain => ({
    text,
    kind,
    competencies: [],
    level: key,
    weight: WEIGHT[kind],
  })
  return [
    ...(description === null ? [] : [about('level', description)]),
    ...(name === null ? [] : [about('cue', name)]),
    ...cues.map((cue) => about('cue', cue)),
  ]
}
