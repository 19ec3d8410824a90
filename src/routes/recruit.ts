/** The addresses of hiring. */

const part = encodeURIComponent

export const recruitLinks = {
  recruit: () => '/recruit',
  vacancy: (id: string) => `/recruit/${part(id)}`,
}
