import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { Notice } from '#web/notice.tsx'
import type { Opened } from '../opened.ts'
import { RecruitFrame } from './frame.tsx'
import { AnchorsTable } from './rating-guide.tsx'
import { dayWords } from './words.ts'

interface PreparationProps {
  opened: Opened
  levels: Map<string, string>
  me: string | null
}

/** Twenty minutes for everybody who rates: why, how levels are read, and how the interview goes. */
export function PreparationPage({ opened, levels, me }: PreparationProps) {
  const { vacancy, questions, criteria, panel, part } = opened
  const prepared = panel.find(({ personId }) => personId === me)?.preparedAt ?? null
  const [example] = questions
  const about = criteria.find(({ id }) => id === example?.criterion)?.name ?? ''
  return (
    <RecruitFrame
      title="Prepare for the interviews"
      vacancy={vacancy}
      oversees={part.oversees}
      here={links.vacancyPreparation(vacancy.id)}
      lead="Twenty minutes, once, for everybody who rates: ten to read, ten to practise."
      actions={
        <ButtonLink kind="primary" href={links.vacancyPractice(vacancy.id)}>
          {prepared ? 'Practise once more' : 'Go to the practice'}
        </ButtonLink>
      }
    >
      {prepared && (
        <Notice kind="done">
          <p>You prepared yourself on {dayWords(prepared)}.</p>
        </Notice>
      )}
      <div class="prose">
        <h2>Why these skills are overlooked</h2>
        <ul>
          <li>
            <b>They are tactful.</b> Whoever calms a quarrel well lets nobody notice that there was one.
          </li>
          <li>
            <b>They are taken for granted.</b> What somebody has always done looks like character, or like
            common sense, until it is missing.
          </li>
          <li>
            <b>They have no name.</b> Without words people say “good with people”, and then rate sympathy. The
            rating guide gives the words: it says what somebody does.
          </li>
        </ul>
        <h2>How a level is read from what somebody did</h2>
        <p>
          Not how well it is told, and not how large the project was: look for what the person did themselves,
          and hold it beside the guide. Begin with the range in the middle. Does the answer show what stands
          there? Then look whether it shows what stands above as well. This is the guide for the first
          question of your own kit:
        </p>
      </div>
      {example && <AnchorsTable question={example} levels={levels} name={about} />}
      <div class="prose">
        <h2>In the interview</h2>
        <ul>
          <li>Ask the question as it is printed, and wait. Ten seconds of silence are long only for you.</li>
          <li>
            Use the printed probes where the answer leaves situation, action or result open; no others. If you
            have to, write it down as a deviation: clarifying questions to some candidates only make the
            ratings less reliable.
          </li>
          <li>Write what is said, in the candidate’s words; rate afterwards.</li>
          <li>
            No answer is “no response”, which is not the lowest rating. What was not asked is not rated at
            all.
          </li>
        </ul>
        <h2>Alone first, then together</h2>
        <p>
          Submit your card before you speak with the others about a candidate; until then nobody sees
          another’s ratings, and afterwards yours is locked. Then the panel talks about the largest
          differences first. What is agreed stands beside the first ratings, with its reason.
        </p>
        <h2>What misleads everybody</h2>
        <ul>
          <li>The first minute, and the last answer, weigh more than they should.</li>
          <li>
            People like us seem abler. The question is only whether the answer shows what the guide says.
          </li>
          <li>One strong answer shines on the next. Rate question by question, not person by person.</li>
          <li>An accent, a pause or a plain word says nothing about the skill.</li>
        </ul>
      </div>
    </RecruitFrame>
  )
}
