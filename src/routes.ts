/** Every address a person can visit or post to, in one table. Pages make their links from here, so a broken link is a type error. */

const part = encodeURIComponent

export const links = {
  home: () => '/',
  newOrganization: () => '/organization/new',
  example: () => '/example',
  cast: () => '/cast',
  account: () => '/account',
  signOut: () => '/sign-out',
  signIn: (next = '') => (next ? `/sign-in?next=${part(next)}` : '/sign-in'),
  people: () => '/people',
  peopleWith: (filter: Record<string, string>) => `/people?${new URLSearchParams(filter)}`,
  person: (id: string) => `/people/${part(id)}`,
  history: (filter: Record<string, string> = {}) => {
    const query = new URLSearchParams(filter).toString()
    return query ? `/history?${query}` : '/history'
  },
  historyOf: (kind: string, id: string) => `/history/${part(kind)}/${part(id)}`,
  unfinished: () => '/history/unfinished',
  unfinishedAgain: (id: string) => `/history/unfinished/${part(id)}/again`,
  unfinishedRemoval: (id: string) => `/history/unfinished/${part(id)}/removal`,
  privacy: () => '/privacy',
  privacyFile: (kind: 'json' | 'html') => `/privacy/mine.${kind}`,
  privacyOf: (personId: string) => `/privacy/person/${part(personId)}`,
  privacyFileOf: (personId: string, kind: 'json' | 'html') => `/privacy/person/${part(personId)}/all.${kind}`,
  erasureWish: () => '/privacy/erasure',
  erasureWithdrawal: () => '/privacy/erasure/withdrawal',
  erasures: () => '/privacy/request',
  erasureOf: (personId: string) => `/privacy/person/${part(personId)}/erasure`,
  erasureRefusal: (personId: string) => `/privacy/person/${part(personId)}/refusal`,
  retention: () => '/privacy/retention',
  frameworks: () => '/framework',
  framework: (slug: string) => `/framework/${part(slug)}`,
  frameworkPrint: (slug: string) => `/print/framework/${part(slug)}`,
  competency: (slug: string, key: string) => `/framework/${part(slug)}/${part(key)}`,
  competencyLevel: (slug: string, key: string, level: string) =>
    `/framework/${part(slug)}/${part(key)}#level-${part(level)}`,
  search: (words = '', page = 1) =>
    words ? `/search?q=${part(words)}${page > 1 ? `&page=${page}` : ''}` : '/search',
  api: () => '/api',
  openApi: () => '/api/openapi.json',
  health: () => '/health',
  helpFramework: () => '/help/framework',
  helpIntake: () => '/help/intake',
  intake: () => '/intake',
  intakeDraft: (id: string) => `/intake/${part(id)}`,
  intakeSteps: (id: string) => `/intake/${part(id)}/step`,
  intakePublication: (id: string) => `/intake/${part(id)}/publication`,
  intakeRemoval: (id: string) => `/intake/${part(id)}/removal`,
}
