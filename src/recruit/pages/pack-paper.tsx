import type { ComponentChildren } from 'preact'
import { PROVES } from '../pack/check.ts'
import { type Pack, packFacts } from '../pack/pack.ts'
import { CardsChapter } from './pack-cards.tsx'
import { ChainChapter, DecisionChapter, FairnessChapter } from './pack-end.tsx'
import { JobChapter, QuestionsChapter } from './pack-kit.tsx'
import { packDay, personIn } from './pack-names.ts'
import { CandidatesChapter, ResultsChapter } from './pack-results.tsx'

const CHAPTERS: { id: string; title: string; says(props: { pack: Pack }): ComponentChildren }[] = [
  { id: 'job', title: 'What the job needs', says: JobChapter },
  { id: 'questions', title: 'What everybody was asked', says: QuestionsChapter },
  { id: 'candidates', title: 'Who applied, and what they were told', says: CandidatesChapter },
  { id: 'cards', title: 'What each member gave alone, and what the panel agreed', says: CardsChapter },
  { id: 'results', title: 'What follows from the ratings', says: ResultsChapter },
  { id: 'decision', title: 'The decision, and who signed it', says: DecisionChapter },
  { id: 'groups', title: 'Whether groups were chosen alike', says: FairnessChapter },
  { id: 'chain', title: 'The chain of seals', says: ChainChapter },
]

/** A whole pack to be read and printed: a cover, then chapter by chapter. */
export function PackPaper({ pack }: { pack: Pack }) {
  return (
    <article class="paper pack">
      <Cover pack={pack} />
      {CHAPTERS.map(({ id, title, says: Says }, i) => (
        <section key={id} class="pack-chapter" aria-labelledby={`chapter-${id}`}>
          <h2 id={`chapter-${id}`}>
            <span class="chapter-number">{i + 1}</span> {title}
          </h2>
          <Says pack={pack} />
        </section>
      ))}
    </article>
  )
}

function Cover({ pack }: { pack: Pack }) {
  const last = pack.chain.at(-1)
  const leftOut = pack.candidates.filter((one) => one.leftOut)
  return (
    <header class="pack-cover">
      <p class="eyebrow">Defensibility pack</p>
      <p class="pack-title">{pack.vacancy.title}</p>
      <p class="lead">{pack.organization}</p>
      <p class="measure">
        How a job was filled, from what it needs to what was decided: the questions that everybody was asked,
        what each member of the panel rated alone, what was agreed and why, and what was decided on it.
      </p>
      <dl class="pack-facts">
        <div>
          <dt>What is in it</dt>
          <dd>{packFacts(pack)}</dd>
        </div>
        <div>
          <dt>Candidates</dt>
          <dd>
            {pack.candidatesBy === 'name' ? 'By name' : 'By number, in the order in which they applied'}
            {leftOut.length > 0 &&
              `. Left out, since not all their scorecards could be seen yet: ${leftOut.map(({ name }) => name).join(', ')}`}
          </dd>
        </div>
        <div>
          <dt>Panel</dt>
          <dd>{pack.panel.map((one) => memberWords(pack, one)).join(', ')}</dd>
        </div>
        {last && (
          <div>
            <dt>End of the chain</dt>
            <dd>
              Number {last.number}, <code class="pack-seal">{last.seal}</code>
            </dd>
          </div>
        )}
        <div>
          <dt>Seal of the file</dt>
          <dd>
            <code class="pack-seal">{pack.seal}</code>
          </dd>
        </div>
      </dl>
      <nav aria-label="Chapters">
        <ol>
          {CHAPTERS.map(({ id, title }) => (
            <li key={id}>
              <a href={`#chapter-${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      <p class="soft small measure">{PROVES}</p>
    </header>
  )
}

function memberWords(pack: Pack, { person, chairs, leftAt }: Pack['panel'][number]): string {
  const said = [...(chairs ? ['chair'] : []), ...(leftAt ? [`left ${packDay(leftAt)}`] : [])]
  return `${personIn(pack, person)}${said.length > 0 ? ` (${said.join(', ')})` : ''}`
}
