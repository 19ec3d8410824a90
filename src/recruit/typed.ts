/** What the forms of a vacancy hold. */
import type { Question, Vacancy } from './model.ts'
import { KEEP_MONTHS } from './vacancy.ts'

type Typed = Record<string, string>

const PURPOSE =
  'To find out, in the same way for everybody, who can do on the first day what the job asks for on the first day.'

/** A form that nobody has touched yet. */
export function newVacancyTyped({ profile, jurisdiction }: { profile: string; jurisdiction: string }): Typed {
  return {
    ...{ profileId: profile, jurisdiction, purpose: PURPOSE, places: '1', keepMonths: String(KEEP_MONTHS) },
    ...{ points: '7', title: '', applyUntil: '', decideBy: '', questionsBefore: '' },
  }
}

export function vacancyTyped(vacancy: Vacancy): Typed {
  const { title, purpose, places, applyUntil, decideBy, keepMonths, questionsBefore, jurisdiction } = vacancy
  return {
    ...{ title, purpose, jurisdiction, places: String(places), keepMonths: String(keepMonths) },
    ...{ applyUntil: applyUntil ?? '', decideBy: decideBy ?? '' },
    questionsBefore: questionsBefore === null ? '' : String(questionsBefore),
  }
}

/** Names on the panel in the order of the form, the empty ones with them. */
export function panelTyped(typed: Typed): string[] {
  return Array.from({ length: 5 }, (_, i) => typed[`member${i}`] ?? '')
}

export function questionTyped({ text, kind, probes, askedBy, anchors }: Question): Typed {
  const ranges = anchors.flatMap(({ from, label, texts }) => [
    [`label${from}`, label],
    [`texts${from}`, texts.join('\n')],
  ])
  return { text, kind, probes: probes.join('\n'), askedBy: askedBy ?? '', ...Object.fromEntries(ranges) }
}

/** The form of a question as its schema wants it; the ranges themselves are those of the kit. */
export function questionGiven(typed: Typed, { anchors }: Pick<Question, 'anchors'>) {
  return {
    ...{ kind: typed.kind, text: typed.text ?? '', probes: typed.probes ?? '' },
    ...{ askedBy: typed.askedBy || null, keep: typed.keep === 'yes' },
    anchors: anchors.map(({ from, to, level }) => ({
      ...{ from, to, level, label: typed[`label${from}`] ?? '', texts: typed[`texts${from}`] ?? '' },
    })),
  }
}
