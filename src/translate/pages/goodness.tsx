import type { ComponentChildren } from 'preact'
import type { Framework } from '#framework/model.ts'
import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Notice } from '#web/notice.tsx'
import { Table } from '#web/table.tsx'
import type { Goodness, Score, Share } from '../goodness.ts'
import { Curve } from './charts.tsx'
import { type Reach, TranslateFrame } from './frame.tsx'
import { percent } from './share.tsx'

const LEAD =
  'People who use Translate say whether it was right. This page counts their judgements, so that you know how far to trust it here.'

interface Choice {
  slug: string
  title: string
  judgements: number
}

/** Which frameworks have been judged, and how often. */
export function GoodnessesPage({ frameworks, reach }: { frameworks: Choice[]; reach: Reach }) {
  return (
    <TranslateFrame title="How good is it?" tab="goodness" reach={reach} lead={LEAD}>
      {frameworks.length === 0 ? (
        <Empty title="There is no framework yet" />
      ) : (
        <Table
          caption="Judgements so far, by framework"
          heads={['Framework', 'Judgements']}
          rows={frameworks.map(({ slug, title, judgements }) => ({
            key: slug,
            cells: [<a href={links.translateGoodness(slug)}>{title}</a>, countWords(judgements)],
          }))}
        />
      )}
    </TranslateFrame>
  )
}

const countWords = (count: number) =>
  count === 0 ? 'none so far' : count === 1 ? '1 judgement' : `${count} judgements`

/** Below this many the curves would be drawn from chance. */
const ENOUGH_FOR_CURVES = 10
const FEW = 50

/** How good translations with one framework are, from what people judged. */
export function GoodnessPage({
  framework,
  goodness,
  reach,
}: {
  framework: Framework
  goodness: Goodness
  reach: Reach
}) {
  const { judgements } = goodness
  const crumbs = [{ label: 'How good is it?', href: links.translateGoodness() }]
  return (
    <TranslateFrame title={`Translate with ${framework.title}`} crumbs={crumbs} reach={reach} lead={LEAD}>
      {judgements === 0 ? (
        <Empty
          title="Nobody has judged a translation yet"
          action={<ButtonLink href={links.translate()}>Translate something</ButtonLink>}
        >
          <p>Figures appear here with the first judgement, and become worth reading with some fifty.</p>
        </Empty>
      ) : (
        <>
          {judgements < FEW && (
            <Notice kind="warning" title={`${countWords(judgements)} so far`}>
              <p>
                That is few. The true shares lie somewhere in the ranges given; read them before you read the
                single numbers.
              </p>
            </Notice>
          )}
          <Accuracy goodness={goodness} />
          {judgements >= ENOUGH_FOR_CURVES && <Curves goodness={goodness} />}
          <How />
        </>
      )}
    </TranslateFrame>
  )
}

const MEASURES: { key: keyof Score; says: string }[] = [
  { key: 'first', says: 'The right competency came first' },
  { key: 'three', says: 'It was among the first three' },
  { key: 'level', says: 'The level was right' },
  { key: 'near', says: 'The level was right or one off' },
]

function Accuracy({ goodness: { said, alone } }: { goodness: Goodness }) {
  return (
    <section class="block" aria-labelledby="accuracy">
      <h2 id="accuracy">How often it was right</h2>
      <Table
        caption="Before each judgement was known. In brackets where the true share lies, 19 times of 20"
        heads={['What', 'With what people taught it', 'With the framework’s own words alone']}
        rows={MEASURES.map(({ key, says }) => ({
          key,
          cells: [says, <ShareText share={said[key]} />, <ShareText share={alone[key]} />],
        }))}
      />
    </section>
  )
}

function ShareText({ share: { right, of, share, low, high } }: { share: Share }) {
  if (share === null || low === null || high === null) return <span class="soft">nothing to count</span>
  return (
    <>
      <b>{percent(share)}</b> ({percent(low)} to {percent(high)}){' '}
      <span class="soft">
        {right} of {of}
      </span>
    </>
  )
}

function Curves({ goodness }: { goodness: Goodness }) {
  return (
    <div class="curves">
      <Course goodness={goodness} />
      <Calibration goodness={goodness} />
      <Abstention goodness={goodness} />
    </div>
  )
}

interface FigureProps {
  title: string
  says: ComponentChildren
  curve: ComponentChildren
  table: ComponentChildren
}

function Figure({ title, says, curve, table }: FigureProps) {
  return (
    <section class="block curve-figure">
      <h2>{title}</h2>
      <p class="measure">{says}</p>
      {curve}
      <details>
        <summary>The numbers of “{title}”</summary>
        {table}
      </details>
    </section>
  )
}

function Course({ goodness: { course, judgements } }: { goodness: Goodness }) {
  const line = (which: 'said' | 'alone') => course.map((point) => ({ x: point.judgements, y: point[which] }))
  return (
    <Figure
      title="Does it learn?"
      says={
        <>
          The share of right competencies among every ten judgements, oldest first.{' '}
          <span class="key-strong">Full line</span>: with what people had taught it by then.{' '}
          <span class="key-soft">Dashed</span>: with the framework’s own words alone.
        </>
      }
      curve={
        <Curve
          label="Share of right competencies over time, with and without what people taught"
          from={0}
          to={judgements}
          ticks={[0, judgements]}
          says={String}
          below="judgements"
          lines={[
            { name: 'alone', kind: 'soft', points: line('alone') },
            { name: 'said', kind: 'strong', points: line('said') },
          ]}
        />
      }
      table={
        <Table
          caption="Right competencies, ten judgements a row"
          heads={['Up to judgement', 'Taught', 'Own words alone']}
          rows={course.map(({ judgements, said, alone }) => ({
            key: String(judgements),
            cells: [judgements, percent(said), percent(alone)],
          }))}
        />
      }
    />
  )
}

const ends = (share: number | null) => share ?? 0

function Calibration({ goodness: { calibration, calibrationError } }: { goodness: Goodness }) {
  return (
    <Figure
      title="Does it know how sure to be?"
      says={
        <>
          When it says 70 %, is it right seven times of ten? Then the points lie on the dotted line. On
          average they are <b>{Math.round(ends(calibrationError) * 100)} points</b> away from it.
        </>
      }
      curve={
        <Curve
          label="How often it was right, by how sure it said it was"
          from={0}
          to={1}
          ticks={[0, 0.5, 1]}
          says={percent}
          below="it said"
          diagonal
          lines={[
            {
              name: 'calibration',
              kind: 'strong',
              points: calibration.map(({ probability, right }) => ({
                x: probability,
                y: ends(right.share),
                ...(right.low !== null && right.high !== null && { low: right.low, high: right.high }),
              })),
            },
          ]}
        />
      }
      table={
        <Table
          caption="How sure it was, and how often it was right"
          heads={['It said', 'It was right']}
          rows={calibration.map(({ probability, right }, i) => ({
            key: String(i),
            cells: [percent(probability), <ShareText share={right} />],
          }))}
        />
      }
    />
  )
}

function Abstention({ goodness: { abstention } }: { goodness: Goodness }) {
  return (
    <Figure
      title="Is it right when it is sure?"
      says="If it answered only the statements of which it is surest, and said “not sure” to the others, it would be right this often."
      curve={
        <Curve
          label="How often it was right among the statements of which it was surest"
          from={0}
          to={1}
          ticks={[0.25, 0.5, 0.75, 1]}
          says={percent}
          below="statements answered, the surest first"
          lines={[
            {
              name: 'abstention',
              kind: 'strong',
              points: abstention.map(({ answered, right }) => ({
                x: answered,
                y: ends(right.share),
                ...(right.low !== null && right.high !== null && { low: right.low, high: right.high }),
              })),
            },
          ]}
        />
      }
      table={
        <Table
          caption="The surest statements, and how often it was right"
          heads={['Answered', 'Sure of at least', 'Right']}
          rows={abstention.map(({ answered, from, right }) => ({
            key: String(answered),
            cells: [percent(answered), percent(from), <ShareText share={right} />],
          }))}
        />
      }
    />
  )
}

function How() {
  return (
    <section class="block prose" aria-labelledby="how">
      <h2 id="how">How this is counted</h2>
      <p>
        Every judgement is compared with what Translate had said before it, so nothing is tested on what it
        has learnt from. Judgements that were taken back do not count.
      </p>
      <p>
        People see the answer before they judge it, and who agrees with a screen may be too kind to it: the
        true shares may be a little lower. Statements that nobody judged are not in these figures at all.
      </p>
    </section>
  )
}
