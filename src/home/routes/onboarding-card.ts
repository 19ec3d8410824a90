import { daysAfter } from '#account/model.ts'
import { dayOf } from '#people/day.ts'
import { listReports } from '#people/store/lines.ts'
import { namesOf } from '#people/store.ts'
import { longDay } from '#people/words.ts'
import type { Onboarding } from '#recruit/decision/onboarding.ts'
import { listOnboardingOf } from '#recruit/store/onboarding.ts'
import { links } from '#routes.ts'
import type { CardSource } from './card-source.ts'

const SHOWN = 4
/** So long after the first day somebody is new. */
const NEW_DAYS = 365
/** Who reports to a manager by then is shown to them already. */
const AHEAD_DAYS = 90

const isNew = ({ startsOn }: Onboarding, now: Date) => startsOn >= dayOf(daysAfter(now, -NEW_DAYS))

/** For whoever was hired: what they learn in their first months. */
export const ownOnboardingCard: CardSource = async (db, { person }, now) => {
  const own = person ? await listOnboardingOf(db, [person.id]) : []
  const one = own.find((each) => isNew(each, now))
  if (!one) return null
  const href = links.onboarding(one.id)
  return {
    key: 'onboarding',
    title: 'Your first months',
    says: `What you learn on the way to the full job, from ${longDay(one.startsOn)}.`,
    items: one.goals
      .slice(0, SHOWN)
      .map(({ name, next }) => ({ label: name, href, note: `next: ${next.label}` })),
    action: { label: 'See your goals', href },
    waits: false,
  }
}

/** For managers: who of theirs is new, and what was handed over for them. */
export const teamOnboardingCard: CardSource = async (db, { person, roles }, now) => {
  if (!person || !roles.has('manager')) return null
  const days = [dayOf(now), dayOf(daysAfter(now, AHEAD_DAYS))]
  const reports = await Promise.all(days.map((day) => listReports(db, person.id, day)))
  const direct = reports.flat().filter(({ depth }) => depth === 1)
  const ids = [...new Set(direct.map(({ id }) => id))]
  const fresh = (await listOnboardingOf(db, ids)).filter((one) => isNew(one, now))
  const [first] = fresh
  if (!first) return null
  const names = await namesOf(
    db,
    fresh.map(({ personId }) => personId),
  )
  return {
    key: 'onboarding-team',
    title: 'New in your team',
    says: 'What the interviews found and what is learned in the job, handed over to you as it was decided.',
    items: fresh.slice(0, SHOWN).map(({ id, personId, startsOn }) => ({
      label: names.get(personId) ?? 'Somebody',
      href: links.onboarding(id),
      note: `from ${longDay(startsOn)}`,
    })),
    action: { label: 'See the goals', href: links.onboarding(first.id) },
    waits: false,
  }
}
