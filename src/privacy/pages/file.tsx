import { momentWords } from '#history/time.ts'
import type { About } from '../about.ts'
import { Parts } from './parts.tsx'

/** The words of the file that a person takes away. */
export function AboutFile({ about }: { about: About }) {
  const { person, organization, at, parts } = about
  return (
    <main>
      <h1>What is kept about {person.name}</h1>
      <p>
        Everything that Sightline keeps about {person.name} at {organization}, as of {momentWords(at)} UTC,
        and who can see it there.
      </p>
      <Parts parts={parts} />
    </main>
  )
}
