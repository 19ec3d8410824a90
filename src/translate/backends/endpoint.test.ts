import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { Unavailable } from '#errors.ts'
import { parseFrameworkFile } from '#framework/file.ts'
import { messagesFor, withChoice } from '../choice.ts'
import type { Reading } from '../model.ts'
import { choose, type EndpointSettings, endpointVectors } from './endpoint.ts'

const { framework } = parseFrameworkFile(
  readFileSync(new URL('../../../library/spotlight.yaml', import.meta.url), 'utf8'),
)
assert.ok(framework)
const READING: Reading = {
  competencies: framework.competencies.map(({ key }, i) => ({ key, probability: i === 0 ? 0.2 : 0.1 })),
  levels: framework.scale.levels.map(({ key }) => ({ key, probability: 0.2 })),
  band: 'unsure',
  levelBand: 'unsure',
}

/** A recorded endpoint on this machine: answers what it is told to, and keeps what it was sent. */
async function recorded(
  status: number,
  body: unknown,
  use: (settings: EndpointSettings, sent: Sent[]) => Promise<void>,
) {
  const sent: Sent[] = []
  const server = createServer(async (request, response) => {
    sent.push({
      path: request.url,
      key: request.headers.authorization,
      body: JSON.parse(await read(request)),
    })
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    await use({ baseUrl: `http://127.0.0.1:${port}/v1`, model: 'small', key: 'secret' }, sent)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

interface Sent {
  path: string | undefined
  key: string | undefined
  body: { input?: string[]; messages?: { content: string }[] }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks = await Array.fromAsync(request)
  return Buffer.concat(chunks).toString('utf8')
}

const chat = (content: string) => ({ choices: [{ message: { content } }] })

test('vectors come in the order of the texts, of length 1, under an id of their own', async () => {
  const body = {
    data: [
      { index: 1, embedding: [0, 5] },
      { index: 0, embedding: [3, 4] },
    ],
  }
  await recorded(200, body, async (settings, sent) => {
    const backend = endpointVectors(settings)
    const vectors = await backend.embed(['one', 'two'])
    assert.deepEqual(
      vectors.map(({ meaning }) => [...meaning].map((x) => x.toFixed(1))),
      [
        ['0.6', '0.8'],
        ['0.0', '1.0'],
      ],
    )
    assert.match(backend.id, /^endpoint 127\.0\.0\.1:\d+ small$/)
    assert.deepEqual(sent[0], {
      path: '/v1/embeddings',
      key: 'Bearer secret',
      body: { model: 'small', input: ['one', 'two'] },
    })
  })
})

test('a choice among the likeliest five becomes the first answer, with its reason', async () => {
  const content = 'Here: {"competency":"A3","level":"3","reason":"“dignity” is about the effect."}'
  await recorded(200, chat(content), async (settings, sent) => {
    const messages = messagesFor('protects people’s dignity', READING, framework)
    const choice = await choose(settings, messages, READING)
    assert.deepEqual(choice, { competency: 'a3', level: '3', reason: '“dignity” is about the effect.' })
    assert.deepEqual(sent[0]?.body.messages, messages, 'what is sent is what was shown')
    const reading = withChoice(READING, choice)
    assert.equal(reading.competencies[0]?.key, 'a3')
    const sum = reading.competencies.reduce((all, { probability }) => all + probability, 0)
    assert.ok(Math.abs(sum - 1) < 1e-9)
  })
})

test('only the statement, five competencies and the levels leave', () => {
  const content = JSON.parse(messagesFor('a statement', READING, framework)[1]?.content ?? '')
  assert.deepEqual(Object.keys(content), ['statement', 'competencies', 'levels'])
  assert.equal(content.competencies.length, 5)
})

test('whatever goes wrong is told with what to do, and never with what was sent', async () => {
  const faults: [number, unknown, RegExp][] = [
    [401, {}, /refuses the key/],
    [404, {}, /knows no such address or model/],
    [429, {}, /in a minute/],
    [500, {}, /could not answer \(500\)/],
    [200, { odd: true }, /something else than was asked/],
    [200, chat('I would say A3.'), /did not answer in the way/],
    [200, chat('{"competency":"c3","level":"3","reason":""}'), /not offered/],
    [200, chat('{"competency":"a3","level":"9","reason":""}'), /not offered/],
  ]
  for (const [status, body, says] of faults)
    await recorded(status, body, async (settings) => {
      const asked = choose(settings, messagesFor('my secret words', READING, framework), READING)
      await assert.rejects(asked, (error) => {
        assert.ok(error instanceof Unavailable)
        assert.match(error.message, says)
        assert.doesNotMatch(error.message, /secret/)
        return true
      })
    })
})

test('a server that is not there is told', async () => {
  const backend = endpointVectors({ baseUrl: 'http://127.0.0.1:9/v1', model: 'small', key: null })
  await assert.rejects(backend.embed(['one']), /127\.0\.0\.1:9 does not answer/)
})
