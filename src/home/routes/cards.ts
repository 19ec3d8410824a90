import type { Db } from '#schema.ts'
import type { Viewer } from '#viewer.ts'
import type { Card } from '../model.ts'
import { beginningCard } from './beginning-card.ts'
import type { CardSource } from './card-source.ts'
import { invitationsCard, troubleCard, wishesCard } from './care-cards.ts'
import { castCard, trialCard } from './cast-card.ts'
import { gapCard, mapCard } from './gap-card.ts'
import { ownOnboardingCard, teamOnboardingCard } from './onboarding-card.ts'
import { outcomeCard } from './outcome-card.ts'
import {
  arrivalsCard,
  endingPostsCard,
  ownCard,
  placesCard,
  teamCard,
  withoutPostCard,
} from './people-cards.ts'
import { recruitCard } from './recruit-card.ts'
import { analysisCard } from './role-card.ts'
import { roleTextsCard } from './role-text-card.ts'
import { sharingCard } from './sharing-card.ts'
import { draftsCard, frameworksCard, proposalsCard } from './word-cards.ts'
import { workbookCard } from './workbook-card.ts'

/** In the order in which they stand when nothing waits. A new capability adds its line here. */
const SOURCES: CardSource[] = [
  castCard,
  trialCard,
  beginningCard,
  troubleCard,
  wishesCard,
  analysisCard,
  recruitCard,
  outcomeCard,
  ownOnboardingCard,
  workbookCard,
  ownCard,
  gapCard,
  sharingCard,
  teamCard,
  teamOnboardingCard,
  mapCard,
  withoutPostCard,
  arrivalsCard,
  endingPostsCard,
  placesCard,
  roleTextsCard,
  draftsCard,
  proposalsCard,
  invitationsCard,
  frameworksCard,
]

/** What the first page says to this viewer, each part asked in the same snapshot. */
export async function cardsFor(db: Db, viewer: Viewer, now: Date): Promise<Card[]> {
  const cards: Card[] = []
  for (const source of SOURCES) {
    const card = await source(db, viewer, now)
    if (card) cards.push(card)
  }
  return cards
}
