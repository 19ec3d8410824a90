import type { LevelPictureProps } from './level-picture.ts'
import { Radial } from './radial.tsx'
import { Rungs } from './rungs.tsx'

/** A circle needs three axes, and has room for the names of sixteen. */
export function LevelsDrawn(props: LevelPictureProps) {
  const { length } = props.axes
  return length >= 3 && length <= 16 ? <Radial {...props} /> : <Rungs {...props} />
}
