/** Every address a person can visit or post to, in one table. Pages make their links from here, so a broken link is a type error. */

const part = encodeURIComponent

export const links = {
  home: () => '/',
  frameworks: () => '/framework',
  framework: (slug: string) => `/framework/${part(slug)}`,
  frameworkPrint: (slug: string) => `/framework/${part(slug)}/print`,
  competency: (slug: string, key: string) => `/framework/${part(slug)}/${part(key)}`,
  search: (words = '') => (words ? `/search?q=${part(words)}` : '/search'),
  api: () => '/api',
  openApi: () => '/api/openapi.json',
  health: () => '/health',
  helpFramework: () => '/help/framework',
  intake: () => '/intake',
  intakeDraft: (id: string) => `/intake/${part(id)}`,
  intakeSteps: (id: string) => `/intake/${part(id)}/step`,
  intakeUndo: (id: string) => `/intake/${part(id)}/step/undo`,
  intakePublication: (id: string) => `/intake/${part(id)}/publication`,
}
