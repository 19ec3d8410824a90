/** What pictures of levels are made from, whatever their shape, and how they look as a file of their own. */

/** One line of a picture. `earlier…`: of the round before, drawn thinner. */
export interface LevelCurve {
  kind: 'now' | 'stretch' | 'earlier-now' | 'earlier-stretch'
  name: string
  /** By axis: the place of a level from 1; 0: none is reached; null: not known, so nothing is drawn there. */
  values: (number | null)[]
}

export interface LevelPictureProps {
  /** Unlike any other on the page. */
  id: string
  title: string
  /** All that the picture shows, in words. */
  description: string
  axes: string[]
  /** Short names of the levels from the lowest, such as their numbers. */
  levels: string[]
  curves: LevelCurve[]
  /** Single marks for what differs from the first curve: what somebody can and seldom uses. */
  marks?: { name: string; values: (number | null)[] }
  /** As a file of its own: brings its look along. */
  standalone?: boolean
}

/** Nothing is known on this axis: no curve has a value there. */
export function isUnknown({ curves }: Pick<LevelPictureProps, 'curves'>, axis: number): boolean {
  const current = curves.filter(({ kind }) => kind === 'now' || kind === 'stretch')
  return current.every(({ values }) => (values[axis] ?? null) === null)
}

/** On paper and on screens, light and dark, without the tokens of the pages. */
export const FILE_STYLE = `
  svg { font: 11.5px system-ui, "Segoe UI", Roboto, "Liberation Sans", "DejaVu Sans", sans-serif; background: #fff; color: #1c2429; }
  .ring, .axis, .track { fill: none; stroke: #cfd3d3; stroke-width: 1; } .ring.outer { stroke: #8b9496; }
  text { fill: currentColor; } .ring-name, .key text { fill: #566067; } .ring-name { font-size: 9.5px; paint-order: stroke; stroke: #fff; stroke-width: 3px; }
  .area { fill: #0f6b70; fill-opacity: .13; } .sample { stroke: #b9bfc0; } .hatch { stroke: #b9bfc0; stroke-width: 1; }
  .curve { fill: none; stroke-linejoin: round; stroke-linecap: round; }
  .now .curve { stroke: #0f6b70; stroke-width: 2.6; } .now .point { fill: #0f6b70; stroke: #fff; }
  .stretch .curve { stroke: #1c2429; stroke-width: 1.8; stroke-dasharray: 5 4; } .stretch .point { fill: #fff; stroke: #1c2429; stroke-width: 1.5; }
  .earlier-now .curve { stroke: #6f7a80; stroke-width: 1.4; } .earlier-now .point { fill: #6f7a80; }
  .earlier-stretch .curve { stroke: #6f7a80; stroke-width: 1.1; stroke-dasharray: 1.5 3.5; } .earlier-stretch .point { fill: none; }
  .mark { fill: #fff; stroke: #0f6b70; stroke-width: 1.4; stroke-dasharray: 2 1.5; }`
