import type { Screen } from '#cli/screen.ts'
import { wrap } from '#cli/wrap.ts'
import { type Framework, levelLabel } from '#framework/model.ts'
import { questionAbout } from '../attribute.ts'
import { wavering } from '../band.ts'
import { type Band, likeliest } from '../model.ts'
import type { Translated } from '../translated.ts'

type Paper = Pick<Screen, 'width' | 'style'>

const SHOWN = 3
const SAYS: Record<Band, string> = { likely: 'likely', possible: 'possible', unsure: 'not sure' }

/** One translated statement, to be read by a person. */
export function translatedLines(one: Translated, paper: Paper): string[] {
  const { style, width } = paper
  const corrected = one.corrections.map(({ wrote, meant }) => `${wrote} → ${meant}`).join(', ')
  return [
    ...wrap(`“${one.text.trim()}”`, width).map(style.strong),
    ...(corrected === '' ? [] : wrap(corrected, width, `  ${style.faint('Read as:')} `)),
    ...one.notices.flatMap((notice) => wrap(notice, width, `  ${style.warm('!')} `)),
    ...(one.attribute === null ? readingLines(one, paper) : attributeLines(one, paper)),
  ]
}

function attributeLines({ attribute, framework }: Translated, { style, width }: Paper): string[] {
  if (attribute === null) return []
  const names = attribute.competencies.map((key) => nameOf(key, framework))
  const usual =
    names.length === 0
      ? 'This is a quality, not something that somebody does.'
      : `This is a quality, not something that somebody does. It usually stands for ${names.join(' and ')} (${attribute.saidBy}).`
  return [...wrap(usual, width, '  '), ...wrap(questionAbout(attribute), width, `  ${style.accent('?')} `)]
}

function readingLines(one: Translated, paper: Paper): string[] {
  const { style } = paper
  const { reading, framework } = one
  if (one.notices.length > 0) return guessLines(one, paper)
  if (framework.competencies.length === 1)
    return [...levelLines(one, paper), ...reasonLines(one, paper), ...nextLines(one, paper)]
  const rows = reading.competencies.slice(0, SHOWN).map(({ key, probability }, place) => {
    const band = place === 0 ? `  ${style.accent(SAYS[reading.band])}` : ''
    return `  ${percent(probability)}  ${nameOf(key, framework)}${band}`
  })
  return [...rows, ...levelLines(one, paper), ...reasonLines(one, paper), ...nextLines(one, paper)]
}

/** Where a notice says why it is a guess, no more is made of it. */
function guessLines({ reading, framework }: Translated, { style }: Paper): string[] {
  const best = reading.competencies[0]?.key ?? ''
  return [`  ${style.accent('not sure')}: at a guess ${nameOf(best, framework)}, at no certain level`]
}

function levelLines({ reading, framework }: Translated, { style }: Paper): string[] {
  const best = likeliest(reading.levels)
  if (!best) return []
  const labels = new Map(framework.scale.levels.map((level) => [level.key, levelLabel(level)]))
  const band = style.accent(SAYS[reading.levelBand])
  if (reading.levelBand === 'unsure') {
    const { levels, areNext } = wavering(reading)
    const two = levels.map(({ key, probability }) => `${labels.get(key)} (${percent(probability).trim()})`)
    return [
      `         Level: ${band}, ${areNext ? 'between' : 'perhaps'} ${two.join(areNext ? ' and ' : ' or ')}`,
    ]
  }
  const others = reading.levels
    .filter(({ key, probability }) => key !== best.key && probability >= 0.1)
    .map(({ key, probability }) => `${labels.get(key)} ${percent(probability).trim()}`)
  const rest = others.length === 0 ? '' : `  (${others.join(', ')})`
  return [
    `  ${percent(best.probability)}  Level ${labels.get(best.key)?.replace(/^Level /, '')}  ${band}${rest}`,
  ]
}

function reasonLines({ reasons, framework }: Translated, { style, width }: Paper): string[] {
  const cell = (keys: readonly string[], level: string | null) => {
    const codes = keys.map((key) => framework.competencies.find((one) => one.key === key)?.code ?? key)
    const at = framework.scale.levels.find((one) => one.key === level)
    return [...codes, ...(at ? [`level ${at.number ?? at.name}`] : [])].join(', ')
  }
  const cues = [...new Set(reasons.cues.map(({ cue }) => `“${cue}”`))].join(', ')
  const words = reasons.words.map(({ word }) => `“${word}”`).join(', ')
  return [
    ...reasons.nearest.flatMap(({ text, competencies, level }) =>
      wrap(`${text} (${cell(competencies, level)})`, width, `  ${style.faint('Like:')} `),
    ),
    ...(cues === '' ? [] : wrap(cues, width, `  ${style.faint('Says the level:')} `)),
    ...(words === '' ? [] : wrap(words, width, `  ${style.faint('It rests on:')} `)),
  ]
}

function nextLines({ tie, higher }: Translated, { style, width }: Paper): string[] {
  const statement = higher?.statements[0] ?? higher?.description ?? null
  return [
    ...(tie === null ? [] : [`  ${style.accent('?')} ${tie.question}`]),
    ...(tie?.answers.flatMap(({ text }) => wrap(text, width, '      • ')) ?? []),
    ...(higher === null || statement === null
      ? []
      : wrap(
          statement,
          width,
          `  ${style.faint(`One level higher (${levelLabel(higher.level)}):`)} `,
          '      ',
        )),
  ]
}

function nameOf(key: string, { competencies }: Framework): string {
  const found = competencies.find((one) => one.key === key)
  return found ? [found.code, found.name].filter((part) => part !== null).join(' ') : key
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`.padStart(5)
}
