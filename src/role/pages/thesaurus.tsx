import { links } from '#routes.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Choice, type Messages, Problems } from '#web/field.tsx'
import { LevelTag, stepOf } from '#web/level-tag.tsx'
import { Notice } from '#web/notice.tsx'
import type { Term, TermGroup } from '../thesaurus.ts'
import { RoleFrame } from './frame.tsx'

interface ThesaurusProps {
  words: string
  groups: readonly TermGroup[]
  near: readonly string[]
  /** Drafts that the viewer may write. */
  targets: readonly { value: string; label: string }[]
  /** After statements were taken. */
  done?: { says: string; href: string; label: string }
  errors?: Messages
  chosen?: { target: string; ids: readonly string[] }
}

/** Plain words in, statements by competency and level out. */
export function ThesaurusPage(props: ThesaurusProps) {
  const { words, groups, targets, errors = {}, done } = props
  return (
    <RoleFrame
      title="Thesaurus"
      styles={['role-text']}
      lead="Say in plain words what is done in the job. Here is how the frameworks say it, at each level."
    >
      {done && (
        <Notice kind="done" title={done.says}>
          <p>
            <a href={done.href}>{done.label}</a>
          </p>
        </Notice>
      )}
      <Problems errors={errors} />
      <search>
        <form class="search-large" action={links.roleThesaurus()}>
          <label for="words">What is done, in your words</label>
          <div class="together">
            <input id="words" type="search" name="q" value={words} autocomplete="off" maxLength={300} />
            <Button kind="primary">Look</Button>
          </div>
        </form>
      </search>
      {words.trim() === '' ? <Hints /> : <Results {...props} groups={groups} targets={targets} />}
    </RoleFrame>
  )
}

function Hints() {
  const examples = [
    'calm upset customers',
    'keep several things going',
    'explain a bill',
    'new colleagues',
    'complaint',
  ]
  return (
    <section class="block prose">
      <p>For example:</p>
      <ul>
        {examples.map((one) => (
          <li key={one}>
            <a href={links.roleThesaurus(one)}>{one}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Results(props: ThesaurusProps) {
  const { groups, near, targets, words } = props
  if (groups.length === 0)
    return (
      <section class="block">
        <Empty
          title="No statement has these words or is near to them"
          action={<ButtonLink href={links.frameworks()}>Look through the frameworks</ButtonLink>}
        >
          {near.length > 0 && (
            <p>
              Did you mean <a href={links.roleThesaurus(near.join(' '))}>{near.join(' ')}</a>?
            </p>
          )}
          <p>Say what somebody does, in a few plain words: “listen”, “share what works”, “find the fault”.</p>
        </Empty>
      </section>
    )
  if (targets.length === 0) return <Groups {...props} />
  return (
    <form class="block" method="post" action={links.roleThesaurusTaking()}>
      <input type="hidden" name="q" value={words} />
      <Groups {...props} />
      <div class="editor-bar">
        <Choice
          label="Take what is ticked into"
          name="target"
          value={props.chosen?.target}
          options={targets.map(({ value, label }) => ({ value, label }))}
          error={props.errors?.target}
        />
        <Button>Take them</Button>
      </div>
    </form>
  )
}

function Groups({ groups, targets, chosen }: ThesaurusProps) {
  return (
    <div class="terms" id="field-take">
      {groups.map((group) => (
        <section key={`${group.found}/${group.framework.slug}/${group.competency.key}`}>
          <h2>
            <a href={links.competency(group.framework.slug, group.competency.key)}>{group.competency.name}</a>{' '}
            <span class="in">in {group.framework.title}</span>
            {group.found === 'meaning' && <span class="in">, near in meaning</span>}
          </h2>
          <ul>
            {group.terms.map((term) => (
              <li key={term.id}>
                {targets.length === 0 ? (
                  <div class="tick">
                    <TermWords term={term} />
                  </div>
                ) : (
                  <label class="tick">
                    <input
                      type="checkbox"
                      name="take"
                      value={term.id}
                      checked={chosen?.ids.includes(term.id)}
                    />
                    <TermWords term={term} />
                  </label>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function TermWords({ term: { level, text } }: { term: Term }) {
  return (
    <>
      <LevelTag number={level.number} name={level.name} step={stepOf(level.position, level.count)} />
      <span>{text}</span>
    </>
  )
}
