import { links } from '#routes.ts'
import { ButtonLink } from '#web/button.tsx'
import { Empty } from '#web/empty.tsx'
import { Page } from '#web/page.tsx'
import type { Fit, FitKind } from '../fit.ts'
import { FITS } from '../fit.ts'
import { competencyLabel, headlineOf, standingInWords, tallyInWords } from '../gap-words.ts'
import type { Role } from '../model.ts'

interface FitsPageProps {
  fits: Fit[]
  without: Role[]
  hasLevels: boolean
}

const TITLES: Record<FitKind, { title: string; says: string }> = {
  met: {
    title: 'Every must-have is met, or there is none',
    says: 'What else these roles need may still be open; it never counts against a must-have.',
  },
  open: {
    title: 'Not known yet',
    says: 'No must-have is missing as far as you have answered. Answer the rest to know.',
  },
  'not yet': {
    title: 'Some must-haves not yet',
    says: 'Fewest first. No strength elsewhere makes up for one of them; each can be learned.',
  },
  'nothing known': {
    title: 'Nothing is known here',
    says: 'You have answered nothing that these roles ask for.',
  },
}

/** The viewer's own question: which roles are near. Nobody else is compared. */
export function FitsPage({ fits, without, hasLevels }: FitsPageProps) {
  return (
    <Page
      title="Which roles fit you"
      current={links.roles()}
      crumbs={[{ label: 'Roles', href: links.roles() }]}
      styles={['role-map']}
    >
      <header class="page-head">
        <h1>Which roles fit you</h1>
        <p class="lead">
          Your own levels beside what each role needs: first by must-haves, then by what is not known, then by
          how far the way is. Only you see this page.
        </p>
        {!hasLevels && (
          <div class="row">
            <ButtonLink kind="primary" href={links.profile()}>
              Begin with your workbook
            </ButtonLink>
          </div>
        )}
      </header>
      {fits.length === 0 && (
        <Empty title="No role has an agreed profile yet">
          <p>As soon as it is agreed what a role needs, it stands here with your way to it.</p>
        </Empty>
      )}
      {FITS.map((kind) => (
        <Kind key={kind} kind={kind} fits={fits.filter((fit) => fit.kind === kind)} />
      ))}
      {without.length > 0 && fits.length > 0 && (
        <p class="soft small block">
          Without an agreed profile yet: {without.map(({ title }) => title).join(', ')}.
        </p>
      )}
    </Page>
  )
}

function Kind({ kind, fits }: { kind: FitKind; fits: Fit[] }) {
  if (fits.length === 0) return null
  const { title, says } = TITLES[kind]
  return (
    <section class="block fits">
      <h2>{title}</h2>
      <p class="soft">{says}</p>
      {fits.map((fit) => (
        <OneFit key={fit.role.id} fit={fit} />
      ))}
    </section>
  )
}

function OneFit({ fit: { role, kind, gaps, summary, missing } }: { fit: Fit }) {
  const open = gaps.filter(({ requirement, standing }) => requirement.must && standing === 'below')
  const { other } = summary
  return (
    <article class="fit">
      <h3>
        <a href={links.roleGap(role.id)}>{role.title}</a>
      </h3>
      {kind !== 'nothing known' && (
        <p>
          {headlineOf(summary)}
          {other.full.total > 0 && ` Also needed: ${tallyInWords(other.full)}.`}
          {missing > 0 && ` ${missing} ${missing === 1 ? 'level' : 'levels'} to go in all.`}
        </p>
      )}
      {open.length > 0 && (
        <p class="soft small">
          {open.map((gap) => `${competencyLabel(gap)}: ${standingInWords(gap)}`).join(' · ')}
        </p>
      )}
    </article>
  )
}
