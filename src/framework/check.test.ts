import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkAlignments } from './check.ts'
import { type Fault, parseFrameworkFile } from './file.ts'

const SOUND = `slug: bakery
title: Bakery
licence:
  name: CC BY 4.0
  url: https://example.org/licence
language: en-GB
version: 1.0.0
scale:
  kind: proficiency
  levels:
    - number: 1
      name: Apprentice
      cues: [learn, watch]
    - number: 2
      cues: [teach]
groups:
  - code: X
    name: Oven
  - code: Y
    name: Counter
competencies:
  - code: B1
    name: Baking
    group: X
    definition: Making bread.
    levels:
      1:
        - Weighs the flour.
        - text: Cleans the oven.
          also: [B2]
      2:
        - Shows others how to knead.
  - code: B2
    name: Selling
    group: Y
    aliases: [serving, the till]
    levels:
      1: []
      2:
        - Names every customer.
    resources:
      - title: Crust
        year: 1999
        url: https://example.org/crust
alignments:
  - from: B1
    to: spotlight/c1
    type: related
`

/** Faults of the sound file after one change. */
function faultsAfter(from: string, to: string): Fault[] {
  assert.ok(SOUND.includes(from), `the sound file holds “${from}”`)
  return parseFrameworkFile(SOUND.replace(from, to)).faults
}

function lineOf(text: string, words: string): number {
  return text.slice(0, text.indexOf(words)).split('\n').length
}

test('a sound file has neither faults nor warnings', () => {
  const { framework, faults } = parseFrameworkFile(SOUND)
  assert.deepEqual(faults, [])
  assert.equal(framework?.competencies.length, 2)
})

interface Case {
  what: string
  from: string
  to: string
  /** Words at whose line the fault is told. */
  at: string
  message: RegExp
  remedy: RegExp
}

/** Reads cases, one a line: what it is | from | to | at | message | remedy. */
function cases(table: string): Case[] {
  return table
    .trim()
    .split('\n')
    .map((row) => {
      const [what = '', from = '', to = '', at = '', message = '', remedy = ''] = row
        .split(' | ')
        .map((cell) => cell.replaceAll('\\n', '\n'))
      return { what, from, to, at, message: new RegExp(message), remedy: new RegExp(remedy) }
    })
}

const FAULTS = cases(String.raw`
a level that the scale lacks |       2:\n        - Shows |       3:\n        - Shows | 3:\n        - Shows | no level “3” | 1, apprentice, 2|Use one of
a competency code that is taken | code: B2 | code: b1 | code: b1 | have the code “b1”.*“Selling”|this competency and “Baking” | of its own
a group code that is taken | code: Y | code: X | code: X\n    name: Counter | “X” | of its own
an unknown group | group: Y | group: Z | group: Z | no group “Z” | x, y
an alignment from nowhere | from: B1 | from: B7 | from: B7 | no competency “B7” | b1, b2
an alignment to nowhere | to: spotlight/c1 | to: spotlight | to: spotlight\n | does not say which | spotlight\/a2
an alignment to itself | to: spotlight/c1 | to: bakery/b2 | to: bakery | not to its own | .
an unknown “also” | also: [B2] | also: [B9] | B9 | no competency “B9” | b1, b2
an “also” that names its own place | also: [B2] | also: [B1] | B1] | already stands | Take it away
an empty text | definition: Making bread. | definition: "  " | definition: | “definition” holds an empty text | Write it
an empty statement | - Weighs the flour. | - | -\n        - text | entry is empty | delete the line
levels out of order | number: 2 | number: 0 | number: 0 | Level 0 stands after level 1 | lowest level first
two levels of one number | number: 2 | number: 1 | number: 1\n      cues: [teach | two levels 1 | each number once
a level without number and name |     - number: 2\n      cues |     - cues | cues: [teach | neither a number nor a name | Give it one
a misspelt key | definition: | defintion: | defintion | no key “defintion” | Did you mean “definition”
a misspelt key of a book | year: 1999 | yaer: 1999 | yaer | no key “yaer” | Did you mean “year”
a key that is like no other | title: Bakery | title: Bakery\ncolour: red | colour | no key “colour” | Use one of slug, title
a number for a text | version: 1.0.0 | version: 1.0 | version | reads as a number: 1\.0 | "1\.0"
a code that loses its nought | code: B2 | code: 02 | code: 02 | reads as a number: 02 | "02"
a text for a list | aliases: [serving, the till] | aliases: serving | aliases | not a list | hyphen
a list for a text | definition: Making bread. | definition: [Making, bread] | definition | one text, not a list | .
a text with a colon in it | - Weighs the flour. | - Says: flour | Says | colon and a space | in quotes
a choice that is none | kind: proficiency | kind: proficency | kind | cannot be “proficency” | “proficiency”
a missing key | title: Bakery\n |  | slug | “title” is missing | Add a line “title
an address that is none | url: https://example.org/crust | url: javascript:alert(1) | url: java | not a web address | https
a year that is none | year: 1999 | year: 19 | year: 19 | out of range | at least 1450
a language that is none | language: en-GB | language: en_GB | language | not a language tag | “en-GB”
a slug that links cannot hold | slug: bakery | slug: The Bakery | slug | cannot be a slug | “the-bakery”
a key that stands twice | title: Bakery | title: Bakery\ntitle: Shop | title: Shop | stands twice | Keep one
a quote that is never closed | title: Bakery | title: "Bakery | title | The " that opens here is never closed | Close it
a bracket that is never closed | cues: [teach] | cues: [teach | cues: [teach | The \[ that opens here is never closed | Close it
a list that begins behind its key | 2:\n        - Names every customer. | 2: - Names | - Names | line of its own|on the line of its key | line of its own
a tab |   kind: proficiency | 	kind: proficiency | 	kind | tab | Use spaces
two documents | slug: bakery | slug: bakery\n---\nslug: x | --- | several documents | one framework per file
`)

for (const { what, from, to, at, message, remedy } of FAULTS) {
  test(`${what} is a fault, named with its line and what to do`, () => {
    const faults = faultsAfter(from, to)
    const text = SOUND.replace(from, to)
    const found = faults.find((f) => message.test(f.message) && f.severity === 'fault')
    assert.ok(found, JSON.stringify(faults))
    assert.match(found.remedy, remedy)
    assert.equal(found.line, lineOf(text, at))
    assert.equal(parseFrameworkFile(text).framework, null)
  })
}

test('a level that no competency describes is a fault at the level', () => {
  const text = SOUND.replace('        - Shows others how to knead.\n', '')
    .replace('2:\n  - code', '2: []\n  - code')
    .replace('2:\n        - Names every customer.', '2: []')
  const { framework, faults } = parseFrameworkFile(text)
  assert.deepEqual(
    faults.map(({ line, severity, message }) => ({ line, severity, message })),
    [
      {
        line: lineOf(text, '- number: 2'),
        severity: 'fault',
        message: 'No competency says what Level 2 looks like.',
      },
    ],
  )
  assert.equal(framework, null)
})

const WARNINGS = cases(String.raw`
a level that a competency passes over |       1: []\n |  | name: Selling | nothing about level 1 | 1: \[\]
a statement that stands twice | - Weighs the flour. | - weighs the flour\n        - Weighs the flour. | - Weighs | says this twice | one place
a cue that two levels share | cues: [teach] | cues: [Learn] | Learn | cue of 1 Apprentice too | one level only
a key with nothing after it | definition: Making bread. | definition: | definition: | Nothing stands after | delete the line
`)

for (const { what, from, to, at, message, remedy } of WARNINGS) {
  test(`${what} is a warning, and the framework can be used`, () => {
    const text = SOUND.replace(from, to)
    const { framework, faults } = parseFrameworkFile(text)
    assert.equal(faults.length, 1, JSON.stringify(faults))
    assert.match(faults[0]?.message ?? '', message)
    assert.match(faults[0]?.remedy ?? '', remedy)
    assert.equal(faults[0]?.line, lineOf(text, at))
    assert.ok(framework)
  })
}

test('all faults are told at once, from the top to the bottom', () => {
  const text = FAULTS.filter(({ what }) =>
    [
      'a misspelt key',
      'an unknown group',
      'an alignment from nowhere',
      'a slug that links cannot hold',
      'a year that is none',
      'a number for a text',
      'an empty statement',
    ].includes(what),
  ).reduce((broken, { from, to }) => broken.replace(from, to), SOUND)
  const { faults } = parseFrameworkFile(text)
  const lines = faults.map((f) => f.line)
  assert.equal(faults.filter((f) => f.severity === 'fault').length, 7)
  assert.deepEqual(
    lines,
    lines.toSorted((a, b) => a - b),
  )
})

test('before a place that is not YAML faults are still told; what comes after it is not guessed at', () => {
  const text = SOUND.replace('slug: bakery', 'slug: bakery\nlangauge: en').replace(
    'kind: proficiency',
    'kind: [',
  )
  const messages = parseFrameworkFile(text).faults.map((f) => f.message)
  assert.ok(messages.some((m) => m.includes('langauge')))
  assert.ok(messages.every((m) => !m.includes('missing.')))
})

test('an empty file and a file that is no set of keys say how to begin', () => {
  for (const text of ['', '# nothing yet', '- a\n- b', 'just words']) {
    const { framework, faults } = parseFrameworkFile(text)
    assert.equal(framework, null)
    assert.equal(faults.length, 1, text)
    assert.ok(faults[0]?.remedy)
  }
})

for (const { what, change } of [
  {
    what: 'a misspelt “levels”',
    change: (text: string) => text.replace('    levels:\n', '    indicators:\n'),
  },
  {
    what: 'a text for the statements of a level',
    change: (text: string) => text.replace('2:\n        - Shows others how to knead.', '2: Shows others.'),
  },
  {
    what: 'a statement with a colon in it',
    change: (text: string) => text.replace('- Shows others', '- Shows: others'),
  },
  {
    what: 'a misspelt “competencies”',
    change: (text: string) =>
      text.replace('\ncompetencies:\n', '\ncapabilities:\n').replace(/alignments:[\s\S]*/, ''),
  },
]) {
  test(`${what} is told by its cause, not by the levels that seem to be empty`, () => {
    const oneDescribes = SOUND.replace('2:\n        - Names every customer.', '2: []')
    const text = change(oneDescribes)
    assert.notEqual(text, oneDescribes)
    const { faults } = parseFrameworkFile(text)
    assert.ok(faults.some((f) => f.severity === 'fault'))
    const messages = faults.map((f) => f.message)
    assert.deepEqual(
      messages.filter((message) => /No competency says|says nothing about/.test(message)),
      [],
    )
  })
}

test('only a competency may be told to put words under notes: no other place has such a key', () => {
  const remedy = (from: string, to: string) => faultsAfter(from, to)[0]?.remedy ?? ''
  assert.match(remedy('definition: Making', 'colour: Making'), /, or put the words under notes\.$/)
  assert.doesNotMatch(remedy('title: Bakery', 'title: Bakery\ncolour: red'), /notes/)
})

test('a bracket with a pair in it that is never closed is named, not the letter behind it', () => {
  const messages = faultsAfter('aliases: [serving, the till]', 'aliases: [oven: hot').map((f) => f.message)
  assert.ok(messages.includes('The [ that opens here is never closed.'), messages.join('\n'))
})

test('aliases and tags are refused, so that no small file can grow without end', () => {
  const endless = parseFrameworkFile(SOUND.replace('aliases: [serving, the till]', 'aliases: &a [*a]'))
  assert.deepEqual(
    endless.faults.map((f) => f.message),
    ['“*a” stands for words written elsewhere; framework files do without that.'],
  )
  const tagged = parseFrameworkFile(SOUND.replace('title: Bakery', 'title: !!binary QmFrZXJ5'))
  assert.match(tagged.faults[0]?.message ?? '', /tag/)
  assert.equal(tagged.framework, null)
})

test('an alignment to a framework that is here must find its competency; another framework may come later', () => {
  const { framework } = parseFrameworkFile(SOUND)
  const spotlight = parseFrameworkFile(
    SOUND.replace('slug: bakery', 'slug: spotlight').replace('to: spotlight/c1', 'to: bakery/b1'),
  ).framework
  assert.ok(framework && spotlight)
  const [alone] = checkAlignments([framework])
  assert.equal(alone?.severity, 'warning')
  assert.match(alone?.message ?? '', /no framework “spotlight” here/)
  const together = checkAlignments([framework, spotlight])
  assert.deepEqual(
    together.map(({ framework: slug, severity, message, path }) => ({ slug, severity, message, path })),
    [
      {
        slug: 'bakery',
        severity: 'fault',
        message: '“spotlight” has no competency “c1”.',
        path: ['alignments', 0, 'to'],
      },
    ],
  )
})
