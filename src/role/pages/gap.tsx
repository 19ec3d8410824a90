import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Page } from '#web/page.tsx'
import { Table } from '#web/table.tsx'
import type { Gap, Summary, Tally } from '../gap.ts'
import { rowOf } from '../gap-sheet.ts'
import { headlineOf, openInWords } from '../gap-words.ts'
import type { Role, RoleProfile } from '../model.ts'
import { GapRow, type RowProps } from './gap-row.tsx'

export interface GapPageProps extends Omit<RowProps, 'gap'> {
  role: Role
  profile: RoleProfile | undefined
  person: { id: string; name: string } | null
  gaps: Gap[]
  summary: Summary
}

/** One person against one role, competency by competency. */
export function GapPage(props: GapPageProps) {
  const { role, person, isShared, profile, gaps } = props
  const title = titleOf(props)
  return (
    <Page
      title={title}
      current={links.roles()}
      crumbs={[
        { label: 'Roles', href: links.roles() },
        { label: role.title, href: links.role(role.id) },
      ]}
      styles={['role-map']}
    >
      <header class="page-head">
        <p class="eyebrow">Gap</p>
        <h1>{title}</h1>
        {profile && <Lead {...props} />}
        {gaps.length > 0 && <Actions {...props} />}
      </header>
      {gaps.length === 0 ? (
        <NothingAsked role={role} />
      ) : (
        <>
          {person && <Standings {...props} />}
          <Part {...props} title="Must-haves" gaps={gaps.filter(({ requirement }) => requirement.must)} />
          <Part {...props} title="Also needed" gaps={gaps.filter(({ requirement }) => !requirement.must)} />
          <Behind {...props} />
          {isShared && <WhatIsShared name={person?.name ?? ''} />}
        </>
      )}
    </Page>
  )
}

function titleOf({ role, person, isShared }: GapPageProps): string {
  if (person === null) return `What ${role.title} needs`
  return isShared ? `${person.name} and ${role.title}` : `Between you and ${role.title}`
}

function Lead({ person, summary, profile }: GapPageProps) {
  const version = `by version ${profile?.number} of what the role needs`
  if (person === null)
    return (
      <p class="lead">
        As a visitor you have no levels of your own, so this shows what is asked for, {version}.
      </p>
    )
  return (
    <p class="lead">
      {headlineOf(summary)} <span class="soft">Measured {version}.</span>
    </p>
  )
}

function Actions({ role, person, isShared, gaps }: GapPageProps) {
  const unknown = gaps.some(({ standing }) => standing === 'unknown')
  const own = person !== null && !isShared
  return (
    <div class="row">
      {own && unknown && (
        <ButtonLink kind="primary" href={links.profile()}>
          Answer what is unknown
        </ButtonLink>
      )}
      {own && (
        <ButtonLink kind={unknown ? 'plain' : 'primary'} href={links.rolePreparation(role.id)}>
          Prepare for an interview
        </ButtonLink>
      )}
      <ButtonLink href={links.roleGapFile(role.id, isShared ? person?.id : '')}>
        Take it along (.docx)
      </ButtonLink>
      {own && <a href={links.roleFits()}>Which roles fit me</a>}
    </div>
  )
}

function NothingAsked({ role }: { role: Role }) {
  return (
    <Empty
      title={`It is not agreed yet what ${role.title} needs`}
      action={<ButtonLink href={links.role(role.id)}>See the role</ButtonLink>}
    >
      <p>
        As soon as a profile of the role is agreed, this page shows where you stand, competency by competency.
      </p>
    </Empty>
  )
}

/** Four counts that are never added up: must-haves and the rest, on the first day and at the full level. */
function Standings({ summary: { must, other } }: GapPageProps) {
  return (
    <section class="standings" aria-label="In brief">
      <Count title="Must-haves, first day" tally={must.firstDay} />
      <Count title="Must-haves, full level" tally={must.full} />
      <Count title="Also needed, first day" tally={other.firstDay} />
      <Count title="Also needed, full level" tally={other.full} />
    </section>
  )
}

function Count({ title, tally }: { title: string; tally: Tally }) {
  return (
    <div>
      <h2>{title}</h2>
      {tally.total === 0 ? (
        <p class="soft">None are asked for.</p>
      ) : (
        <p>
          <span class="count">
            {tally.met} of {tally.total}
          </span>{' '}
          <span class="soft">{openInWords(tally) || 'all met'}</span>
        </p>
      )}
    </div>
  )
}

function Part({ title, gaps, ...row }: GapPageProps & { title: string }) {
  if (gaps.length === 0) return null
  return (
    <section class="block gap-part">
      <h2>{title}</h2>
      {gaps.map((gap) => (
        <GapRow key={gap.requirement.id} {...row} gap={gap} />
      ))}
    </section>
  )
}

function Behind({ gaps, now }: GapPageProps) {
  const heads = ['Competency', 'First day', 'Full level', 'Can', 'Uses now', 'Where it stands', 'How sure']
  return (
    <details class="block screen-only">
      <summary>The same as a table</summary>
      <Table
        caption="Every competency that the role needs"
        heads={heads}
        rows={gaps.map((gap) => ({ key: gap.requirement.id, cells: rowOf(gap, now) }))}
      />
    </details>
  )
}

function WhatIsShared({ name }: { name: string }) {
  return (
    <p class="soft small block">
      You see what {name} shares with you, and nothing else. “Not shared” says nothing about the level: it may
      be high, low or not answered. {name} sees that you looked.
    </p>
  )
}
