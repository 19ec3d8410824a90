/** Sixteen visitors who ask for one address again and again, in a thread of their own. */
import { Agent, get } from 'node:http'
import { parentPort } from 'node:worker_threads'

export interface Load {
  url: string
  connections: number
  /** Requests in all. */
  requests: number
}

function ask(url: string, agent: Agent): Promise<number> {
  const start = performance.now()
  return new Promise((answered, failed) => {
    get(url, { agent, headers: { 'accept-encoding': 'gzip' } }, (response) => {
      response.resume()
      response.on('end', () => {
        if (response.statusCode === 200) answered(performance.now() - start)
        else failed(new Error(`${url} answered ${response.statusCode}`))
      })
    }).on('error', failed)
  })
}

/** The time of each request in milliseconds. */
async function run({ url, connections, requests }: Load): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let left = requests
  const visitor = async () => {
    while (left-- > 0) times.push(await ask(url, agent))
  }
  await Promise.all(Array.from({ length: connections }, visitor))
  agent.destroy()
  return times
}

parentPort?.on('message', async (load: Load) => parentPort?.postMessage(await run(load)))
