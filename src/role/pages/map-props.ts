import type { Yardstick } from '../gap.ts'
import type { MapFilter, MapView } from '../map.ts'

export interface MapPageProps extends MapView {
  filter: MapFilter
}

/** With a framework to show and people to show it of. */
export type ShownProps = MapPageProps & { yardstick: Yardstick }
