/**
 * A practice in rating: written answers to one question, rated with its guide, compared with the ratings that were agreed for
 * them. It follows frame-of-reference training (Roch, Woehr, Mishra and Kieszczynska 2012); the figures are the parts of
 * Cronbach's accuracy (1955) that one dimension has: elevation, and differential elevation.
 */
import { Invalid } from '#errors.ts'
import type { Anchor } from '../model.ts'

export interface PracticeAnswer {
  key: string
  text: string
  /** The agreed rating, and why. */
  rating: number
  why: string
}

export const PRACTICE = {
  question:
    'Think of a time when somebody was not content with what you or your team had done. What was going on, and what did you do?',
  points: 7,
}

export const PRACTICE_ANCHORS: Anchor[] = [
  {
    from: 1,
    to: 2,
    label: 'Not yet',
    level: null,
    texts: [
      'Tells what others did, or what should be done.',
      'Blames the other person, or leaves them alone with it.',
    ],
  },
  {
    from: 3,
    to: 5,
    label: 'Qualified',
    level: null,
    texts: [
      'Finds out what is the matter and puts it right by the usual way.',
      'Tells the person what happens next.',
    ],
  },
  {
    from: 6,
    to: 7,
    label: 'Well qualified',
    level: null,
    texts: [
      'Finds the cause behind it where the usual way fails.',
      'Changes something so that it does not happen to others, and checks that it worked.',
    ],
  },
]

/** In a mixed order, so that nobody rates along a line. */
export const PRACTICE_ANSWERS: PracticeAnswer[] = [
  {
    key: 'a',
    text: 'A man rang three times about the same repair. I read what my colleagues had noted, saw that each had written to a different crew, rang the depot myself and stayed on the line until one crew had it. I told him the day. It was done, and he thanked me.',
    rating: 5,
    why: 'One’s own acts, the cause of this case found, the person told. Nothing was changed for others, so it stays below the upper range.',
  },
  {
    key: 'b',
    text: 'I am a very patient person and everybody says so. With customers you must always stay calm and smile, that is the most important thing. I have never had a complaint.',
    rating: 1,
    why: 'Praise of oneself and rules for everybody; no time, no act. Confidence and warmth are not what is rated.',
  },
  {
    key: 'c',
    text: 'Um. There was … a form. People kept sending it back wrong, and they were cross with us. I sat down with four of them and, well, watched them fill it in. Two lines were read the wrong way round. I wrote them anew, asked the office to swap the print, and counted the next month: five came back wrong instead of thirty or so.',
    rating: 7,
    why: 'Haltingly told and still the strongest: cause found by looking, changed for everybody, checked with figures. How smoothly somebody speaks is no part of the guide.',
  },
  {
    key: 'd',
    text: 'A lady was upset about her appointment. I said sorry, looked it up, gave her the next free one and wrote it on a card for her.',
    rating: 4,
    why: 'Usual way, complete: found out, put right, told. Short is not weak.',
  },
  {
    key: 'e',
    text: 'We had a big project with the complaints team and I was part of it. We reorganised everything, there were workshops, and management was very pleased. It was a great success and complaints went down a lot.',
    rating: 2,
    why: 'A large result, and not one act of the person’s own. A probe (“What did you do yourself?”) might have brought more; what was not said is not rated.',
  },
  {
    key: 'f',
    text: 'A neighbour of the sports hall complained about noise. I listened, then walked over at ten at night to hear it for myself. It was a fan, not the players. I got the caretaker to set a timer. Two weeks later I asked him and he slept well. I did not tell the other neighbours.',
    rating: 6,
    why: 'From a club, not a job, and that counts the same. Cause found, changed, checked; that others were not told keeps it from the top.',
  },
]

export interface PracticeFeedback {
  /** Mean of the differences without their sign, in points. */
  distance: number
  /** Mean of the differences: above 0 more lenient than agreed, below 0 stricter. */
  elevation: number
  /** Root mean square of the differences that remain when the elevation is taken away. */
  spread: number
  rows: { answer: PracticeAnswer; rating: number; difference: number }[]
}

/** How somebody's ratings differ from the agreed ones. `ratings`: by the answer's key; every answer must be there. */
export function practiceFeedback(ratings: Readonly<Record<string, number>>): PracticeFeedback {
  const rows = PRACTICE_ANSWERS.map((answer) => {
    const rating = ratings[answer.key] ?? answer.rating
    return { answer, rating, difference: rating - answer.rating }
  })
  const elevation = mean(rows.map(({ difference }) => difference))
  return {
    rows,
    elevation,
    distance: mean(rows.map(({ difference }) => Math.abs(difference))),
    spread: Math.sqrt(mean(rows.map(({ difference }) => (difference - elevation) ** 2))),
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** So far from the agreed ratings on average is close enough to begin. */
const CLOSE = 1

/** What the figures mean, in sentences. */
export function feedbackWords({ distance, elevation, spread }: PracticeFeedback): string[] {
  const far =
    distance <= CLOSE
      ? 'That is close: you read the guide as it was meant.'
      : 'Read the reasons below, then rate once more.'
  return [
    `Your ratings are ${distance.toFixed(1)} points from the agreed ones on average. ${far}`,
    leaning(elevation),
    spread > 1
      ? 'You differ in some answers more than in others: look at those first. Fluency, length and large projects often mislead.'
      : 'You put the answers in much the same order as agreed.',
  ]
}

function leaning(elevation: number): string {
  if (elevation >= 0.5) return `You are ${elevation.toFixed(1)} points more lenient than agreed.`
  if (elevation <= -0.5) return `You are ${(-elevation).toFixed(1)} points stricter than agreed.`
  return 'You are neither stricter nor more lenient than agreed.'
}

/** The ratings of a form. Throws Invalid, naming each answer that has none. */
export function practiceRatings(typed: Readonly<Record<string, string>>): Record<string, number> {
  const errors: Record<string, string> = {}
  const ratings: Record<string, number> = {}
  for (const [i, { key }] of PRACTICE_ANSWERS.entries()) {
    const rating = Number(typed[key])
    if (Number.isInteger(rating) && rating >= 1 && rating <= PRACTICE.points) ratings[key] = rating
    else errors[key] = `Rate answer ${i + 1}, too: only then can your ratings be compared.`
  }
  if (Object.keys(errors).length > 0) throw new Invalid(errors)
  return ratings
}
