import { readFileSync } from 'node:fs'
import { COLUMNS, type Multiply, multiplyIn } from './matrix-product.ts'
import { openTensors, type Tensors } from './safetensors.ts'

/** Where a sentence model of the BERT family keeps its parts. */
export interface ModelFiles {
  weightsPath: string
  tokenizerPath: string
  configPath: string
  maxTokens: number
}

/** A layer of weights in the memory, packed for the product: byte addresses. */
export interface Dense {
  weights: number
  bias: number
  inputs: number
  outputs: number
}

/** Gain and shift of a layer normalisation (Ba et al. 2016). */
export interface Norm {
  gain: Float32Array
  shift: Float32Array
}

export interface Layer {
  /** Queries, keys and values, side by side. */
  attention: Dense
  attentionOut: Dense
  attentionNorm: Norm
  wide: Dense
  narrow: Dense
  norm: Norm
}

export interface Bert {
  size: number
  heads: number
  layers: Layer[]
  /** What a piece of a word is before any layer, at its place in the text. */
  embedding(piece: number, place: number): Float32Array
  embeddingNorm: Norm
  memory: WebAssembly.Memory
  multiply: Multiply
  /** Makes room in the memory for so many numbers; their byte address. Earlier views of the memory end. */
  room(numbers: number): number
}

interface Config {
  hidden_size: number
  num_attention_heads: number
  num_hidden_layers: number
}

const PAGE = 65_536

/** Reads a model. The layers are kept in 32 bits; the large table of words stays in its file, of which rows are read. */
export function loadBert({ weightsPath, configPath }: ModelFiles): Bert {
  const config = JSON.parse(readFileSync(configPath, 'utf8')) as Config
  const tensors = openTensors(weightsPath)
  const memory = new WebAssembly.Memory({ initial: 1 })
  const room = roomIn(memory)
  const size = config.hidden_size
  const positions = tensors.whole('embeddings.position_embeddings.weight')
  const type = tensors.row('embeddings.token_type_embeddings.weight', 0)
  return {
    size,
    heads: config.num_attention_heads,
    layers: Array.from({ length: config.num_hidden_layers }, (_, i) =>
      layerFrom(tensors, `encoder.layer.${i}`, { memory, room }),
    ),
    embedding: (piece, place) =>
      tensors
        .row('embeddings.word_embeddings.weight', piece)
        .map((value, i) => value + (positions[place * size + i] ?? 0) + (type[i] ?? 0)),
    embeddingNorm: normFrom(tensors, 'embeddings.LayerNorm'),
    memory,
    multiply: multiplyIn(memory),
    room,
  }
}

interface Store {
  memory: WebAssembly.Memory
  room: Bert['room']
}

function roomIn(memory: WebAssembly.Memory): Bert['room'] {
  // Addresses start beyond nought, at a multiple of 64, where caches begin a line.
  let end = 64
  return (numbers) => {
    const address = end
    end += Math.ceil((4 * numbers) / 64) * 64
    const missing = end - memory.buffer.byteLength
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE))
    return address
  }
}

function layerFrom(tensors: Tensors, at: string, store: Store): Layer {
  const dense = (...names: string[]) =>
    denseFrom(
      names.map((name) => ({
        weights: tensors.whole(`${at}.${name}.weight`),
        bias: tensors.whole(`${at}.${name}.bias`),
      })),
      store,
    )
  return {
    attention: dense('attention.self.query', 'attention.self.key', 'attention.self.value'),
    attentionOut: dense('attention.output.dense'),
    attentionNorm: normFrom(tensors, `${at}.attention.output.LayerNorm`),
    wide: dense('intermediate.dense'),
    narrow: dense('output.dense'),
    norm: normFrom(tensors, `${at}.output.LayerNorm`),
  }
}

function normFrom(tensors: Tensors, name: string): Norm {
  return { gain: tensors.whole(`${name}.weight`), shift: tensors.whole(`${name}.bias`) }
}

/** One layer from several that take the same input. The file has a row of weights for each output. */
function denseFrom(
  parts: readonly { weights: Float32Array; bias: Float32Array }[],
  { memory, room }: Store,
): Dense {
  const outputs = parts.reduce((sum, { bias }) => sum + bias.length, 0)
  const inputs = parts.reduce((sum, { weights }) => sum + weights.length, 0) / outputs
  const dense = { weights: room(inputs * outputs), bias: room(outputs), inputs, outputs }
  const floats = new Float32Array(memory.buffer)
  let from = 0
  for (const { weights, bias } of parts) {
    floats.set(bias, dense.bias / 4 + from)
    pack(weights, inputs, floats.subarray(dense.weights / 4 + from * inputs))
    from += bias.length
  }
  return dense
}

/** Eight outputs make a panel: for each input, the weights of all eight. */
function pack(weights: Float32Array, inputs: number, into: Float32Array): void {
  for (let output = 0; output * inputs < weights.length; output++) {
    const panel = Math.floor(output / COLUMNS) * COLUMNS * inputs + (output % COLUMNS)
    const row = output * inputs
    for (let i = 0; i < inputs; i++) into[panel + i * COLUMNS] = weights[row + i] as number
  }
}
