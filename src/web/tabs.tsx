import type { Link } from './site.ts'

interface TabsProps {
  /** What the pages are of, for those who hear the page. */
  label: string
  tabs: readonly Link[]
  /** The address of the tab that the page is or belongs to. */
  here?: string | undefined
  /** The page only belongs to that tab: it lies below it. */
  isBelow?: boolean
}

/** The pages that belong together, side by side under the title of each. */
export function Tabs({ label, tabs, here, isBelow = false }: TabsProps) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.href === here ? (isBelow ? 'true' : 'page') : undefined}>
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
