/** An intake of two years ago: who was taken, how they were rated, how they have done since; and how all others fared, in counts. */

/** The competencies of the kit, in its order. */
export const ASKED = ['a2', 'b2', 'a1', 'c1', 'b3'] as const

/** What members noted of an answer below 4, below 6, and from 6 on; the same member twice would not write the same. */
export const NOTES: Record<(typeof ASKED)[number], [string[], string[], string[]]> = {
  a2: [
    ['Told the quarrel, not what turned it.', 'Would have fetched somebody.'],
    ['Saw the mood change and kept calm; less on what was done about it.', 'Steady, and kind.'],
    ['Saw it coming, and chose the moment to speak.', 'Let the other person finish, then turned it.'],
  ],
  b2: [
    ['Hard to follow without asking again.', 'Many words, little said.'],
    ['Clear, if a little quick.', 'Plain words; checked once that they had arrived.'],
    ['Put it so that a child would have had it.', 'Fits the words to whoever listens.'],
  ],
  a1: [
    ['General; no place, no day.', 'What one ought to look out for.'],
    ['One sound example.', 'Asked what the odd thing meant.'],
    ['Noticed the small thing that nobody else had.', 'Knew on arrival what was missing.'],
  ],
  c1: [
    ['One thing after another, as it came.', 'Lost two things on the way.'],
    ['A list, and reasons for its order.', 'Kept it going, one slip.'],
    ['Knew what could wait, and until when.', 'Several things side by side, none lost.'],
  ],
  b3: [
    ['Treats everybody alike, meaning as himself or herself.', 'No example of their own.'],
    ['Asks how people wish to be spoken to.', 'Respectful; a beginning.'],
    ['Knows whom to turn to first, and why.', 'At home between two worlds.'],
  ],
}

interface Taken {
  /** Of people.ts. */
  key: string
  /** A rating for each competency that is asked about, before members differ. */
  ratings: string
  /** Levels in the job after 6 and after 12 months, as whoever leads them sees it; - for not seen, empty for not asked yet. */
  after6: string
  after12: string
  /** Who said so. */
  by: string
  sex: string
  age: string
}

/** The ratings, the levels after 6 and after 12 months (. for not asked yet), who said so, and what they said of themselves. */
export const TAKEN: Taken[] = `
yusuf 56554 23222 33222 marcus man 25 to 39
sofia 66655 33222 34322 ines woman 25 to 39
fatou 75556 3222- 42233 samuel woman 25 to 39
tunde 65645 32322 33323 beatriz man 40 to 54
bilal 54455 22122 32222 aroha man under 25
ewa 45454 22212 23222 marcus woman 25 to 39
mei 67555 33222 34232 aroha woman under 25
piotr 44553 12221 22232 karin man 25 to 39
lena 55645 22322 . stella woman 40 to 54`
  .trim()
  .split('\n')
  .map((line) => {
    const [key = '', ratings = '', after6 = '', after12 = '', by = '', sex = '', ...age] = line.split(' ')
    return { key, ratings, after6, after12: after12 === '.' ? '' : after12, by, sex, age: age.join(' ') }
  })

/** Ratings of those who were interviewed and not taken; their names and all words are gone. */
export const NOT_TAKEN = [
  '43435',
  '35444',
  '33334',
  '52443',
  '44543',
  '24535',
  '45343',
  '33523',
  '54434',
  '43254',
]

/** So many applied and were not invited. */
export const NOT_INVITED = 8

/** What those said of their own will who are erased, as counts: not invited, and invited and not taken. */
export const COUNTS: [dimension: string, answer: string, notInvited: number, notTaken: number][] = [
  ['sex', 'woman', 4, 6],
  ['sex', 'man', 4, 4],
  ['age', 'under 25', 2, 2],
  ['age', '25 to 39', 3, 5],
  ['age', '40 to 54', 2, 2],
  ['age', '55 and over', 1, 1],
  ['disability', 'yes', 1, 2],
  ['disability', 'no', 7, 8],
  ['minority', 'yes', 3, 3],
  ['minority', 'no', 5, 7],
]

/** Of those who were taken, in their order: a disability, an ethnic minority. */
export const TAKEN_SAID = {
  disability: 'no no no yes no no no no no',
  minority: 'yes no yes yes yes no yes no no',
}
