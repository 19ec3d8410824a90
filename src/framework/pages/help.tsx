import { links } from '#routes.ts'
import { Balance } from '#web/balance.tsx'
import { ButtonLink } from '#web/button.tsx'
import { LevelTag, stepOf } from '#web/level-tag.tsx'
import { Page } from '#web/page.tsx'
import { type Competency, type Framework, indicatorsAt, statementsOf } from '../model.ts'

/** A framework and one competency of it, to show on a real case what the words mean. */
export interface Example {
  framework: Framework
  competency: Competency
}

interface HelpPageProps {
  /** Null where there is no framework with levels. */
  levels: Example | null
  /** Null where no competency tells too little from too much. */
  balance: Example | null
}

/** How to read a framework, in five minutes. */
export function HelpPage({ levels, balance }: HelpPageProps) {
  return (
    <Page title="How to read a framework" current={links.helpFramework()} styles={['framework']}>
      <div class="prose">
        <h1>How to read a framework</h1>
        <p class="lead">
          A framework describes good work in words that anybody can check: not what people are, but what they
          can be seen to do.
        </p>
        <h2>Competencies</h2>
        <p>
          A <b>competency</b> is one thing that good work needs, such as understanding what a customer
          expects. It has a name, often a short code for quick reference (B2), and a definition. Competencies
          that belong together stand in a <b>group</b>.
        </p>
        <h2>Levels</h2>
        <p>
          Most frameworks describe a competency at several <b>levels</b>, from the first steps to mastery.
          Some call them stages (of a career) or bands (broad steps). In most frameworks a higher level
          contains the ones below it: whoever works at level 3 can also do what levels 1 and 2 say. Where a
          framework means it otherwise, the words at its levels say so. The stronger a level’s colour stands
          out from the page, the higher the level; the word or the number always stands beside it.
        </p>
        <h2>Statements</h2>
        <p>
          At each level there are <b>statements</b>: behaviours that somebody could watch. They are examples,
          not a list to tick off. Read them together and ask: “Is this how the work is done most of the time?”
        </p>
        {levels && <LevelsExample example={levels} />}
        <h2 id="balance">Too little, right, too much</h2>
        <p>
          A strength can be overused. Some frameworks therefore describe a competency in three measures: when
          there is <b>too little</b> of it, when it is <b>right</b>, and when there is <b>too much</b>. The
          remedy for too much is not less of it, but more of what balances it.
        </p>
        {balance && <BalanceExample example={balance} />}
        <h2 id="ours">Whose words these are</h2>
        <p>
          Every framework names its source and its licence. The frameworks that come with Sightline follow the
          structure of published ones and say the same in words of our own, one statement for one statement.
          Where a source has an empty section, we have written something useful and marked it{' '}
          <span class="ours">ours</span>. What you read in yourself keeps its own words.
        </p>
        <h2>What to do with it</h2>
        <ul>
          <li>Find the competency that a piece of your work shows. The search knows every statement.</li>
          <li>
            Find the level whose statements sound like it. Read the level above: that is the way to grow.
          </li>
          <li>Bring the framework of your own organisation in, and read it the same way.</li>
        </ul>
        <p class="row">
          <ButtonLink kind="primary" href={links.frameworks()}>
            See the frameworks
          </ButtonLink>
          <a href={links.search()}>Search every statement</a>
          <a href={links.helpIntake()}>How to check a draft</a>
        </p>
      </div>
    </Page>
  )
}

function LevelsExample({ example: { framework, competency } }: { example: Example }) {
  const { levels } = framework.scale
  return (
    <figure class="example" lang={framework.language}>
      <figcaption>
        For example,{' '}
        <a href={links.competency(framework.slug, competency.key)}>
          {competency.code && <span class="code">{competency.code}</span>} {competency.name}
        </a>{' '}
        in {framework.title}, one statement of each level:
      </figcaption>
      <ol class="found">
        {levels.map((level, i) => {
          const [first] = indicatorsAt(competency, level.key)
          return (
            <li key={level.key}>
              <LevelTag number={level.number} name={level.name} step={stepOf(i, levels.length)} />
              <span>{first ? first.text : <span class="soft">nothing is described at this level</span>}</span>
            </li>
          )
        })}
      </ol>
    </figure>
  )
}

function BalanceExample({ example: { framework, competency } }: { example: Example }) {
  const first = (kind: 'underused' | 'skilled' | 'overused') =>
    statementsOf(competency, kind)
      .slice(0, 1)
      .map((statement) => statement.text)
  return (
    <figure class="example" lang={framework.language}>
      <figcaption>
        For example, the first statement of each measure of{' '}
        <a href={links.competency(framework.slug, competency.key)}>{competency.name}</a>:
      </figcaption>
      <Balance tooLittle={first('underused')} right={first('skilled')} tooMuch={first('overused')} />
    </figure>
  )
}
