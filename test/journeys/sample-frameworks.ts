/** Frameworks that no person would write, to see whether the pages bear them. */
import type { NewFramework } from '../../src/framework/identify.ts'

const LONG =
  'Donaudampfschifffahrtsgesellschaftskapitänsanwärterqualifikationsnachweis und Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'

/** German compound words wherever words can stand. */
export function compoundWords(): NewFramework {
  const names = [
    'Grundlagenverständnisstufe',
    'Selbstständigkeitsentwicklungsstufe',
    'Expertenwissensvermittlungsstufe',
  ]
  const levels = names.map((name) => ({
    ...{ key: name.toLowerCase(), number: null, name, description: LONG, cues: [] },
  }))
  const statement = { ours: true, also: ['k2'], publication: null }
  return {
    slug: 'kompetenzrahmen',
    title: 'Kundenbeziehungsmanagementkompetenzrahmenwerk',
    summary: LONG,
    publisher: 'Bundesverwaltungsgesellschaftsarbeitsgemeinschaft',
    source: { title: LONG, url: 'javascript:alert(1)', note: null },
    licence: { name: LONG, url: null, attribution: null },
    language: 'de-DE',
    version: '1',
    scale: { kind: 'stage', levels },
    groups: [{ key: 'g', code: 'KB', name: 'Kundenbedürfniserkennungsgrundlagenbereich', definition: LONG }],
    competencies: ['k1', 'k2'].map((key) => ({
      ...{ key, code: null, name: `Beschwerdebearbeitungsprozessoptimierung ${key}`, group: 'g' },
      ...{ definition: LONG, why: LONG, aliases: [LONG] },
      statements: [
        { ...statement, kind: 'indicator', level: levels[0]?.key ?? null, text: `${LONG} <b>&` },
        { ...statement, kind: 'underused', level: null, text: LONG },
        { ...statement, kind: 'question', level: null, text: LONG },
      ],
    })),
    alignments: [
      { from: 'k1', to: { framework: 'nicht-vorhanden', competency: LONG }, type: 'broader', note: LONG },
    ],
  }
}

const SYLLABLES = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'le', 'mi', 'no', 'ru', 'sa', 'te']

/** Words that are no words, some common and some rare, the same at each run. */
function nonsense(seed: number, words: number): string {
  const word = (i: number) => {
    const n = Math.imul(seed * 31 + i * 17 + 7, 2_654_435_761) >>> 0
    const rare = n % 1000 < 700 ? n % 40 : n % 1700
    return [rare % 12, (rare * 5) % 11, Math.floor(rare / 12) % 12].map((s) => SYLLABLES[s]).join('')
  }
  return Array.from({ length: words }, (_, i) => word(i)).join(' ')
}

/** `competencies` times `each` statements over five levels; one in fifty speaks of listening to customers. */
export function manyStatements(competencies: number, each: number): NewFramework {
  const levels = [1, 2, 3, 4, 5].map((number) => ({
    ...{ key: String(number), number, name: null, description: null, cues: [] },
  }))
  const text = (n: number) => `${nonsense(n, 12)} ${n}${n % 50 === 0 ? ', listening to customers' : ''}`
  return {
    ...{
      slug: 'many',
      title: `${competencies * each} statements`,
      summary: null,
      publisher: null,
      source: null,
    },
    licence: { name: 'CC0', url: null, attribution: null },
    ...{ language: 'en-GB', version: '1', groups: [], alignments: [] },
    scale: { kind: 'proficiency', levels },
    competencies: Array.from({ length: competencies }, (_, c) => ({
      ...{ key: `c${c}`, code: `C${c}`, name: nonsense(c, 3), group: null, why: null, aliases: [] },
      definition: nonsense(c + 1_000_000, 20),
      statements: Array.from({ length: each }, (_, s) => ({
        ...{ kind: 'indicator' as const, level: String(1 + (s % 5)), text: text(c * each + s) },
        ...{ ours: false, also: [], publication: null },
      })),
    })),
  }
}
