import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** A place to go, in the words a person sees. */
export interface Link {
  label: string
  href: string
}

/** The person who looks, as the frame of every page shows them. */
export interface Me {
  name: string
  /** Their own page: account, sessions, what is stored about them. */
  account: Link | null
  /** Where the form that signs out is sent. */
  signOut: string | null
  /** Set in the example organisation: what it is, and the way to be somebody else. */
  example: { organization: string; change: Link; own: Link } | null
}

/** What every page of this installation shares. The shell knows no slice: all its words about them come in here. */
export interface Site {
  name: string
  /** The journey, in the order of the menu. */
  navigation: Link[]
  /** Who is looking; null when nobody has signed in. */
  me: Me | null
  footer: Link[]
  /** Where the search box sends its words, as `q`. */
  search: Link
  /** The address of a script, style sheet or picture by its file name. Throws for a name that is not there. */
  asset(name: string): string
}

export type Env = { Variables: { site: Site; requestId: string } }

const SiteContext = createContext<Site | null>(null)

export const SiteProvider = SiteContext.Provider

/** The site that the page is rendered for. */
export function useSite(): Site {
  const site = useContext(SiteContext)
  if (site === null)
    throw new Error('A page was rendered outside a site: answer with page() of web/respond.tsx.')
  return site
}

/** Whether the menu offers this address to whoever is looking; pages offer nothing that would be refused. */
export function useOffers(href: string): boolean {
  return useSite().navigation.some((link) => link.href === href)
}
