/** Makes a pack from what somebody may see of a vacancy. Candidates who may not be seen yet are left out, with their links closed. */
import { type Framework, indicatorsAt, levelLabel } from '#framework/model.ts'
import type { Role, RoleProfile } from '#role/model.ts'
import type { Link } from '../chain.ts'
import type { Decision, Signature } from '../decision/decision.ts'
import type { Candidate, Criterion, PanelMember, Scorecard } from '../model.ts'
import type { Opened } from '../opened.ts'
import type { Consensus } from '../rating/consensus.ts'
import { resultsIn, structureIn } from './numbers.ts'
import { PACK_FORMAT, type Pack, type PackCard, packSealOf } from './pack.ts'

interface Sight {
  candidate: Candidate
  cards: Scorecard[]
  consensus: Consensus[]
  missing: PanelMember[]
  isWhole: boolean
  isOpen: boolean
}

export interface PackMaterial {
  seen: Opened & { sights: Sight[] }
  links: readonly Link[]
  decisions: readonly Decision[]
  signatures: readonly Signature[]
  role: Role
  profile: RoleProfile
  agreedBy: string | null
  /** The number of a version that was agreed since. */
  newer: number | null
  analyses: Pack['job']['analyses']
  frameworks: ReadonlyMap<string, Framework>
  /** Names by id, of whoever has done anything. */
  names: ReadonlyMap<string, string>
  fairness: Pack['fairness']
  made: { at: Date; by: string | null; organization: string; candidatesBy: Pack['candidatesBy'] }
}

export function packOf(material: PackMaterial): Pack {
  const { seen, made, fairness } = material
  const { vacancy, questions, panel } = seen
  const chapters = chaptersOf(material)
  const pack = {
    format: PACK_FORMAT as typeof PACK_FORMAT,
    ...{ madeAt: made.at.toISOString(), madeBy: made.by, organization: made.organization },
    candidatesBy: made.candidatesBy,
    vacancy: {
      ...{ id: vacancy.id, title: vacancy.title, purpose: vacancy.purpose, places: vacancy.places },
      ...{ state: vacancy.state, keepMonths: vacancy.keepMonths, jurisdiction: vacancy.jurisdiction },
      ...{ madeAt: vacancy.madeAt.toISOString(), fixedAt: iso(vacancy.fixedAt) },
    },
    people: peopleIn(material, chapters),
    panel: panel.map(({ personId, isChair, preparedAt, leftAt }) => ({
      ...{ person: personId, chairs: isChair, preparedAt: iso(preparedAt), leftAt: iso(leftAt) },
    })),
    job: jobOf(material),
    criteria: seen.criteria.map((one) => criterionOf(material, one)),
    questions: questions.map(({ id, criterion, kind, text, probes, askedBy, points, source, anchors }) => ({
      ...{ id, criterion, kind, text, probes, askedBy, points, source, anchors },
    })),
    ...chapters,
    fairness,
    chain: chainOf(material, chapters),
  }
  const whole = { ...pack, results: resultsIn(pack), structure: structureIn(pack) }
  return { ...whole, seal: packSealOf(whole) }
}

const iso = (at: Date | null) => at?.toISOString() ?? null

type Chapters = Pick<Pack, 'candidates' | 'notices' | 'cards' | 'agreed' | 'decisions' | 'signatures'>

function chaptersOf({ seen, links, decisions, signatures, made }: PackMaterial): Chapters {
  const erased = new Set(links.filter(({ salt }) => salt === null).map(({ thing }) => thing))
  const shown = seen.sights.filter(isShown)
  const ids = new Set(shown.map(({ candidate }) => candidate.id))
  const decided = decisions.filter(({ candidateId }) => ids.has(candidateId))
  return {
    candidates: seen.sights.map(({ candidate, missing }, i) => ({
      ...{ id: candidate.id, stage: candidate.stage, appliedAt: candidate.appliedAt.toISOString() },
      name: made.candidatesBy === 'name' ? candidate.name : `Candidate ${i + 1}`,
      ...{ withdrawnAt: iso(candidate.withdrawnAt), erasedAt: iso(candidate.erasedAt) },
      leftOut: !ids.has(candidate.id),
      missing: missing.map(({ personId }) => personId),
    })),
    notices: noticesOf(seen.sights),
    cards: shown.flatMap(({ cards }) => cards.flatMap((card) => cardOf(card, erased))),
    agreed: shown.flatMap(({ consensus }) => consensus.map((one) => agreedOf(one, erased.has(one.id)))),
    decisions: decided.map((one) => decisionOf(one, erased.has(one.id))),
    // What somebody signs stands below all of it.
    signatures:
      decided.length < decisions.length ? [] : signatures.map((one) => signatureOf(one, erased.has(one.id))),
  }
}

/** All that was given about them may be seen, or nothing was. */
function isShown({ cards, isWhole, isOpen }: Sight): boolean {
  return isWhole || (isOpen && cards.length === 0)
}

function noticesOf(sights: readonly Sight[]): Pack['notices'] {
  const told = sights.filter(({ candidate }) => candidate.notice !== '')
  const byText = Map.groupBy(told, ({ candidate }) => candidate.notice)
  return [...byText].map(([text, those]) => ({
    text,
    candidates: those.map(({ candidate }) => candidate.id),
  }))
}

function cardOf(card: Scorecard, erased: ReadonlySet<string>): PackCard[] {
  if (card.submittedAt === null || card.sealNumber === null) return []
  return [
    {
      ...{
        id: card.id,
        candidate: card.candidateId,
        person: card.personId,
        at: card.submittedAt.toISOString(),
      },
      ...{ number: card.sealNumber, erased: erased.has(card.id) },
      entries: card.entries.map(({ question, rating, noResponse, level, months, ...said }) => ({
        ...{ question, rating, noResponse, level, months, skipped: said.skipped },
        ...{ extraProbe: said.extraProbe || null, notes: said.notes || null },
        quotes: said.quotes.map(({ text, at }) => (at ? `${at} ${text}` : text)),
      })),
    },
  ]
}

function agreedOf(one: Consensus, erased: boolean): Pack['agreed'][number] {
  const { id, candidateId, question, rating, level, months, reason, madeBy, madeAt, sealNumber } = one
  return {
    ...{ id, candidate: candidateId, question, person: madeBy, at: madeAt.toISOString() },
    ...{ number: sealNumber, erased, rating, level, months, reason: erased ? null : reason },
  }
}

function decisionOf(one: Decision, erased: boolean): Pack['decisions'][number] {
  const { id, candidateId, outcome, place, reason, despite, changes, basis, madeBy, madeAt } = one
  const written = erased ? { reason: null, despite: null, changes: null } : { reason, despite, changes }
  return {
    ...{
      id,
      candidate: candidateId,
      person: madeBy,
      at: madeAt.toISOString(),
      number: one.sealNumber,
      erased,
    },
    ...{ outcome, place, ...written, basis },
  }
}

function signatureOf(one: Signature, erased: boolean): Pack['signatures'][number] {
  const { id, personId, signedAt, dissent, upTo, sealNumber } = one
  return {
    ...{ id, person: personId, at: signedAt.toISOString(), number: sealNumber, erased },
    ...{ upTo, dissent: erased ? null : dissent },
  }
}

function jobOf({ role, profile, agreedBy, newer, analyses, frameworks }: PackMaterial): Pack['job'] {
  return {
    role: { id: role.id, title: role.title, purpose: role.purpose },
    profile: {
      id: profile.id,
      number: profile.number,
      agreedAt: iso(profile.agreedAt),
      agreedBy,
      note: profile.note,
    },
    ...{ newer, analyses },
    frameworks: [...frameworks.values()].map(({ id, title, version, licence }) => ({
      ...{ id, title, version, terms: [licence.name, licence.attribution].filter(Boolean).join(': ') },
    })),
  }
}

function criterionOf({ frameworks, profile }: PackMaterial, one: Criterion): Pack['criteria'][number] {
  const framework = frameworks.get(one.framework)
  const competency = framework?.competencies.find(({ key }) => key === one.competency)
  const needed = profile.requirements.find(
    (need) => need.framework === one.framework && need.competency === one.competency,
  )
  const { id, name, entryLevel, level, months, must, weight } = one
  return {
    ...{
      id,
      framework: one.framework,
      competency: one.competency,
      name,
      entryLevel,
      level,
      months,
      must,
      weight,
    },
    ...{ why: needed?.why ?? null, analysis: needed?.analysis ?? null },
    levels: (framework?.scale.levels ?? []).map((step) => ({
      ...{ key: step.key, label: levelLabel(step) },
      texts: competency ? indicatorsAt(competency, step.key).map(({ text }) => text) : [],
    })),
  }
}

function peopleIn({ names, seen, links }: PackMaterial, chapters: Chapters): Pack['people'] {
  const { cards, agreed, decisions, signatures } = chapters
  const acting = [...cards, ...agreed, ...decisions, ...signatures].map(({ person }) => person)
  const kit = links.flatMap(({ kind, person }) => (kind === 'kit' && person !== null ? [person] : []))
  const asking = seen.questions.flatMap(({ askedBy }) => (askedBy === null ? [] : [askedBy]))
  const ids = [...seen.panel.map(({ personId }) => personId), ...acting, ...kit, ...asking]
  return [...new Set(ids)].map((id) => ({ id, name: names.get(id) ?? 'Somebody' }))
}

/** Links of what is told stand open; of the others the place and the seal alone. */
function chainOf({ links }: PackMaterial, chapters: Chapters): Pack['chain'] {
  const { cards, agreed, decisions, signatures } = chapters
  const told = new Set([...cards, ...agreed, ...decisions, ...signatures].map(({ id }) => id))
  return links.map(({ number, kind, thing, person, at, body, textSeals, salt, previousSeal, seal }) => {
    if (kind !== 'kit' && !told.has(thing)) return { number, previousSeal, seal }
    return {
      ...{ number, kind, thing, person, at: at.toISOString(), body: { ...body }, textSeals },
      // A salt that salts nothing could be changed without a trace.
      salt: salt !== null && Object.keys(textSeals).length === 0 ? '' : salt,
      ...{ previousSeal, seal },
    }
  })
}
