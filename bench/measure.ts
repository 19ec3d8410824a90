/**
 * The statistics of src/measure, side by side with R where it is installed. Each file in bench/measure exports
 * `bench()`, which gives its rows; a new file there needs no entry anywhere.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

export interface MeasureRow {
  /** What is computed, with its size: "crossed effects, 100,000 ratings". */
  task: string
  /** Milliseconds of processor time. */
  ours: number
  /** What the project promises: "≤ 300 ms" or "≥ 100×". */
  aim?: string
  /** Another program on the same task; `cpu` is null where it could not run here. */
  peer?: { name: string; cpu: number | null }
  note?: string
}

const FOLDER = join(import.meta.dirname, 'measure')

/** Rows to print: task, our time, the other's, their ratio, the aim. */
export async function benchMeasure(): Promise<string[][]> {
  const rows: MeasureRow[] = []
  for (const file of readdirSync(FOLDER).sort()) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue
    const part: { bench: () => MeasureRow[] | Promise<MeasureRow[]> } = await import(join(FOLDER, file))
    rows.push(...(await part.bench()))
  }
  return [['task', 'CPU', 'other', 'ratio', 'aim', 'note'], ...rows.map(cells)]
}

function cells({ task, ours, aim, peer, note }: MeasureRow): string[] {
  const other = peer ? `${peer.name} ${peer.cpu === null ? 'not run' : milliseconds(peer.cpu)}` : ''
  const ratio = peer?.cpu ? `${Math.round(peer.cpu / ours)}×` : ''
  return [task, milliseconds(ours), other, ratio, aim ?? '', note ?? '']
}

const milliseconds = (time: number) => `${time.toPrecision(3)} ms`
