import type { Framework } from '#framework/model.ts'
import type { Attribute } from './attribute.ts'
import type { Higher } from './higher.ts'
import type { Reading } from './model.ts'
import type { NearTie } from './near-tie.ts'
import type { Reasons } from './reason.ts'
import type { Correction } from './spelling.ts'

/** One statement, translated: all that a program is shown of it. */
export interface Translated {
  text: string
  backend: string
  /** Why words were only counted although the sentence model was wanted; null otherwise. */
  instead: string | null
  framework: Framework
  reading: Reading
  reasons: Reasons
  corrections: Correction[]
  notices: string[]
  attribute: Attribute | null
  tie: NearTie | null
  higher: Higher | null
}

/** `code` is the competency's key where the framework has no codes, `number` the place of a level that has no number. */
export function translatedJson({ text, backend, framework, reading, reasons, ...rest }: Translated) {
  const codeOf = (key: string) => framework.competencies.find((one) => one.key === key)?.code ?? key
  const numberOf = (key: string | null) => {
    const place = framework.scale.levels.findIndex((level) => level.key === key)
    return place < 0 ? null : (framework.scale.levels[place]?.number ?? place + 1)
  }
  const nameOf = (key: string) => framework.competencies.find((one) => one.key === key)?.name ?? key
  return {
    text,
    competencies: reading.competencies.map(({ key, probability }) => ({
      code: codeOf(key),
      name: nameOf(key),
      probability: rounded(probability),
    })),
    levels: reading.levels.map(({ key, probability }) => ({
      number: numberOf(key),
      probability: rounded(probability),
    })),
    band: reading.band,
    levelBand: reading.levelBand,
    backend,
    reasons: {
      nearest: reasons.nearest.map(({ text, competencies, level, likeness }) => ({
        text,
        competencies: competencies.map(codeOf),
        level: numberOf(level),
        likeness: rounded(likeness),
      })),
      cues: reasons.cues.map(({ cue, level }) => ({ cue, level: numberOf(level) })),
      words: reasons.words.map(({ word, competency, level }) => ({
        word,
        competency: rounded(competency),
        level: rounded(level),
      })),
      corrections: rest.corrections,
      notices: rest.notices,
      backend: rest.instead,
      attribute: rest.attribute && {
        ...rest.attribute,
        competencies: rest.attribute.competencies.map(codeOf),
      },
      question: rest.tie && {
        text: rest.tie.question,
        answers: rest.tie.answers.map(({ key, text }) => ({ code: codeOf(key), text })),
      },
      higher: rest.higher && {
        level: numberOf(rest.higher.level.key),
        statements: rest.higher.statements,
        description: rest.higher.description,
      },
    },
  }
}

function rounded(share: number): number {
  return Math.round(share * 1e6) / 1e6
}
