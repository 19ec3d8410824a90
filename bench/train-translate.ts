/** node --import tsx bench/train-translate.ts: trains the translator on the corpus without its test half, and writes it. */
import { writeFileSync } from 'node:fs'
import { englishDictionary } from '../src/translate/backends/dictionary.ts'
import { sentenceModel } from '../src/translate/backends/sentence-model.ts'
import { SHIPPED_NUMBERS, SHIPPED_TABLE } from '../src/translate/backends/shipped-file.ts'
import { knowledgeOf } from '../src/translate/knowledge.ts'
import { labelled, learn } from '../src/translate/learn.ts'
import type { Embedded } from '../src/translate/model.ts'
import { prepare } from '../src/translate/prepare.ts'
import { usualWords } from '../src/translate/spelling.ts'
import { writeShipped } from '../src/translate/trained-file.ts'
import { vectorName } from '../src/translate/vector-shelf.ts'
import { libraryFrameworks, spotlight, trainingEntries } from './translate-corpus.ts'

const framework = spotlight()
const entries = trainingEntries()
const library = libraryFrameworks().flatMap(knowledgeOf)
const dictionary = await englishDictionary()
// What is typed wrong on purpose is no usual word.
const careful = entries.filter(({ voice }) => voice !== 'typo')
const counts = usualWords(
  [...careful, ...library].map(({ text }) => text),
  dictionary,
)
const lexicon = { dictionary, counts }
const corpus = entries.map((entry) => labelled(entry, prepare(entry.text, lexicon).scored, framework))
const texts = [...new Set([...library, ...corpus].map(({ scored }) => scored))]
console.log(`${entries.length} statements, ${library.length} texts of the library`)

const model = sentenceModel()
const vectors = new Map<string, Embedded>()
for (let from = 0; from < texts.length; from += 100) {
  const part = texts.slice(from, from + 100)
  const made = await model.embed(part)
  made.forEach((vector, i) => {
    vectors.set(part[i] ?? '', vector)
  })
}
await model.close()

const trained = learn(framework, corpus, vectors, model.id)
const levelled = library
  .filter(({ level, kind }) => level !== null && kind !== 'cue')
  .map(({ scored }) => scored)
const named = (some: readonly string[], part: 'meaning' | 'wording') =>
  new Map(
    some.flatMap((text) =>
      vectors.has(text) ? [[vectorName(text), vectors.get(text)?.[part] ?? new Float32Array()]] : [],
    ),
  )
const { table, numbers } = writeShipped({
  trained,
  examples: entries.map((entry, i) => ({
    text: entry.text,
    scored: corpus[i]?.scored ?? entry.text,
    competencies: [...new Set(corpus[i]?.labels.map(({ competency }) => competency))],
    level: corpus[i]?.labels[0]?.level ?? null,
  })),
  counts,
  meanings: named(texts, 'meaning'),
  wordings: named([...new Set(levelled)], 'wording'),
})
writeFileSync(SHIPPED_TABLE, `${table}\n`)
writeFileSync(SHIPPED_NUMBERS, numbers)
console.log(`${Math.round(table.length / 1000)} kB and ${Math.round(numbers.length / 1000)} kB written`)
