import { closeSync, openSync, readSync } from 'node:fs'

/** The tensors of a file of 16-bit weights, read when they are asked for; the file stays open for its rows. */
export interface Tensors {
  /** A whole tensor in 32 bits, row after row. */
  whole(name: string): Float32Array
  /** One row of a tensor of two dimensions: what is wanted of a large table. */
  row(name: string, place: number): Float32Array
  close(): void
}

interface Entry {
  dtype: string
  shape: number[]
  data_offsets: [from: number, to: number]
}

const BYTES = 2

/** Opens a file in the safetensors format: the length of the header in 8 bytes, the header in JSON, the numbers. */
export function openTensors(path: string): Tensors {
  const file = openSync(path, 'r')
  const headerSize = Number(readAt(file, 0, 8).readBigUInt64LE())
  const header = JSON.parse(readAt(file, 8, headerSize).toString('utf8')) as Record<string, Entry>
  const start = 8 + headerSize
  const entryOf = (name: string) => {
    const entry = header[name] ?? header[`bert.${name}`]
    if (entry === undefined || entry.dtype !== 'F16') throw new Error(`no 16-bit ${name} in the weights`)
    return entry
  }
  return {
    whole: (name) => {
      const [from, to] = entryOf(name).data_offsets
      return floatsFrom(readAt(file, start + from, to - from))
    },
    row: (name, place) => {
      const { shape, data_offsets } = entryOf(name)
      const size = BYTES * (shape[1] ?? 1)
      return floatsFrom(readAt(file, start + data_offsets[0] + place * size, size))
    },
    close: () => closeSync(file),
  }
}

function floatsFrom(bytes: Buffer): Float32Array {
  return new Float32Array(new Float16Array(bytes.buffer, bytes.byteOffset, bytes.length / BYTES))
}

function readAt(file: number, from: number, length: number): Buffer {
  const bytes = Buffer.from(new ArrayBuffer(length))
  for (let done = 0; done < length; ) {
    const read = readSync(file, bytes, done, length - done, from + done)
    if (read === 0) throw new Error('the weights end too early')
    done += read
  }
  return bytes
}
