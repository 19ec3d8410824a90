/** The parts of a vacancy, each a page; a new part adds its line here. */
import { links } from '#routes.ts'
import type { Link } from '#web/site.ts'

interface Place extends Link {
  /** Only for those who make vacancies. */
  oversees?: boolean
}

/** In the order in which a vacancy goes. */
const PLACES: ((id: string) => Place)[] = [
  (id) => ({ label: 'Overview', href: links.vacancy(id) }),
  (id) => ({ label: 'Kit', href: links.kit(id) }),
  (id) => ({ label: 'Panel', href: links.vacancyPanel(id), oversees: true }),
  (id) => ({ label: 'Preparation', href: links.vacancyPreparation(id) }),
  (id) => ({ label: 'Interviews', href: links.interviews(id) }),
  (id) => ({ label: 'Candidates', href: links.candidates(id), oversees: true }),
  (id) => ({ label: 'Results', href: links.results(id) }),
  (id) => ({ label: 'Decision', href: links.decision(id) }),
  (id) => ({ label: 'Pack', href: links.pack(id), oversees: true }),
]

/** Those that the viewer may open. */
export function vacancyPlaces(id: string, oversees: boolean): Link[] {
  return PLACES.map((place) => place(id)).filter((place) => oversees || !place.oversees)
}
