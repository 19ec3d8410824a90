import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** A place to go, in the words a person sees. */
export interface Link {
  label: string
  href: string
}

/** What every page of this installation shares. The shell knows no slice: all its words about them come in here. */
export interface Site {
  name: string
  /** The journey, in the order of the menu. */
  navigation: Link[]
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
