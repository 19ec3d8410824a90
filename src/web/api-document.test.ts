import assert from 'node:assert/strict'
import { test } from 'node:test'
import { callsOf, schemasOf } from './api-document.ts'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const answers = (name: string) => ({
  content: { 'application/json': { schema: ref(name) } },
  description: '',
})
const API = {
  info: { title: 'Ours', version: '1' },
  paths: {
    '/api/people': {
      get: { tags: ['People'], responses: { 200: answers('People') } },
      post: { tags: ['People'] },
    },
    '/api/role/{id}': { get: { tags: ['Job roles'] } },
    '/api/people/{id}': { get: { tags: ['People'] } },
  },
  components: {
    schemas: {
      People: { properties: { people: { items: ref('Person') } } },
      Person: { properties: { manager: ref('Person') } },
      Role: {},
    },
  },
}

test('calls stand by area in the order of the description, each with a place of its own', () => {
  const areas = callsOf(API)
  assert.deepEqual(
    areas.map(({ area, title, calls }) => [area, title, calls.map(({ id }) => id)]),
    [
      ['people', 'People', ['get-api-people', 'post-api-people', 'get-api-people-id']],
      ['job-roles', 'Job roles', ['get-api-role-id']],
    ],
  )
  assert.equal(areas[1]?.calls[0]?.name, 'GET /api/role/{id}')
})

test('an area tells the schemas that its calls lead to, also those that name themselves, and no others', () => {
  const [people, roles] = callsOf(API).map(({ calls }) => calls.map(({ operation }) => operation))
  assert.deepEqual(Object.keys(schemasOf(API, people ?? [])), ['People', 'Person'])
  assert.deepEqual(schemasOf(API, roles ?? []), {})
})
