/** Marlbrook Water, customer service: an invented water company. Six teams at three places. */

export interface DemoPlace {
  key: string
  name: string
}

export interface DemoTeam {
  key: string
  name: string
  above: string | null
}

export const PLACES: DemoPlace[] = [
  { key: 'house', name: 'Marlbrook House' },
  { key: 'eastwick', name: 'Eastwick Contact Centre' },
  { key: 'harbour', name: 'Harbour Depot, Port Selby' },
]

export const TEAMS: DemoTeam[] = [
  { key: 'office', name: 'Customer Office', above: null },
  { key: 'contact', name: 'Contact Centre', above: 'office' },
  { key: 'billing', name: 'Billing and Accounts', above: 'office' },
  { key: 'field', name: 'Field Support', above: 'office' },
  { key: 'complaints', name: 'Complaints and Resolution', above: 'contact' },
  { key: 'planning', name: 'People and Planning', above: 'office' },
]
