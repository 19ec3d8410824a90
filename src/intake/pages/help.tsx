import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { Page } from '#web/page.tsx'
import { FLAG_LABELS } from '../labels.ts'

/** How to check what was read from a document, in the order in which somebody does it. */
export function IntakeHelpPage() {
  return (
    <Page title="How to check a draft" current={links.helpIntake()} styles={['intake']}>
      <div class="prose">
        <h1>How to check a draft</h1>
        <p class="lead">
          Sightline reads a document and proposes where each of its words belongs. You compare, put right what
          is wrong, and publish. Nothing of the document is thrown away, and every step can be undone.
        </p>
        <TwoSides />
        <Places />
        <Doubt />
        <Changes />
        <Publishing />
        <p class="row">
          <ButtonLink kind="primary" href={links.intake()}>
            Read a document
          </ButtonLink>
          <a href={links.helpFramework()}>How to read a framework</a>
        </p>
      </div>
    </Page>
  )
}

function TwoSides() {
  return (
    <>
      <h2 id="sides">The two sides</h2>
      <p>
        On one side stands the <b>draft</b>: competencies with their levels, and the statements of each. On
        the other stands the <b>source</b>: your document line by line, as it came. On a narrow screen the
        source follows below the draft.
      </p>
      <p>
        The number beside a statement leads to its lines in the source; the number of a line leads to what
        became of it.
      </p>
    </>
  )
}

function Places() {
  return (
    <>
      <h2 id="places">Where words can be</h2>
      <dl class="flow">
        <div id="competencies">
          <dt>
            <b>In a competency</b>
          </dt>
          <dd>
            As its definition, as a statement at one of its levels, or in a section such as activities,
            courses or notes. “Names and levels” changes the names, adds a level or turns the levels round.
          </dd>
        </div>
        <div id="unplaced">
          <dt>
            <b>Unplaced</b>
          </dt>
          <dd>
            Words that Sightline could not place. Tick them and choose where they belong, or keep them all as
            notes. A draft can be published when none are left.
          </dd>
        </div>
        <div id="furniture">
          <dt>
            <b>Furniture</b>
          </dt>
          <dd>Page numbers, menus and promotion: part of the page, not of the framework.</dd>
        </div>
        <div id="headings">
          <dt>
            <b>Headings</b>
          </dt>
          <dd>Words that became the structure: titles, names of levels, heads of sections.</dd>
        </div>
      </dl>
      <p>
        Furniture and headings are folded at the end of the draft. Look through them once: what belongs to the
        framework can be moved back.
      </p>
    </>
  )
}

function Doubt() {
  return (
    <>
      <h2 id="doubt">How sure Sightline is</h2>
      <p>Each statement has one of three shades.</p>
      <ul>
        <li>
          <b>Sure</b>, unmarked: the document says plainly where it belongs.
        </li>
        <li>
          <b>Look</b>, lightly marked: probably right. Read it once against the source.
        </li>
        <li>
          <b>Guess</b>, clearly marked: Sightline had to choose. Always compare it with the source.
        </li>
      </ul>
      <p>Tick what is right and press “Right as it is”: the mark goes.</p>
      <h2 id="flags">The words beside a statement</h2>
      <dl class="flow">
        {Object.entries(FLAG_LABELS).map(([flag, { label, meaning }]) => (
          <div key={flag}>
            <dt>
              <span class={`flag ${flag}`}>{label}</span>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Changes() {
  return (
    <>
      <h2 id="ticks">Moving, joining, cutting</h2>
      <ul>
        <li>
          <b>Move</b>: tick one or more statements, choose a place in the bar, press “Move”.
        </li>
        <li>
          <b>Join</b>: tick statements that are one, press “Join”. A single one joins the one before it.
        </li>
        <li>
          <b>Change</b>, beside a statement: put other words, or press Enter where one should become two.
        </li>
        <li>
          <b>Undo</b> takes back the last change, then the one before, as far as the beginning.
        </li>
      </ul>
      <h2 id="repairs">Repairs</h2>
      <p>
        Documents break sentences across lines and pages. Sightline joins such lines, and cuts lines that hold
        several statements. Each of these stands under “Repairs” as it was in the source, and most can be
        taken back with one press.
      </p>
      <h2 id="keys">By keyboard</h2>
      <p>
        Single keys do what the bar does: <kbd>j</kbd> and <kbd>k</kbd> go to the next statement and back, a
        figure from <kbd>1</kbd> to <kbd>9</kbd> moves the one in hand to that level. “Keys” in the bar lists
        them all and switches them off.
      </p>
    </>
  )
}

function Publishing() {
  return (
    <>
      <h2 id="publish">Publishing</h2>
      <p>
        “Publish” asks for a title, for the publisher of the original, and whether your organisation may use
        the text. The framework then stands beside the others and can be searched. The draft stays as the
        record of what was read, and no longer changes; to change it, read the document in again.
      </p>
    </>
  )
}
