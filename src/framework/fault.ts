/** Where something stands in a framework file: the keys and positions that lead to it from the top. */
export type Path = readonly (string | number)[]

/** A fault keeps the file from being used; a warning is worth a look. */
type Severity = 'fault' | 'warning'

/** Something to say about one place of a framework file, before the place has a line. */
export interface Problem {
  path: Path
  message: string
  remedy: string
  severity: Severity
}

/** A problem at its line and column of the file, both counted from 1. */
export interface Fault {
  line: number
  column: number
  message: string
  remedy: string
  severity: Severity
}

export function fault(path: Path, message: string, remedy: string): Problem {
  return { path, message, remedy, severity: 'fault' }
}

export function warning(path: Path, message: string, remedy: string): Problem {
  return { path, message, remedy, severity: 'warning' }
}
